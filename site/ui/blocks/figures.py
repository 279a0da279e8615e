"""Key figures chosen by editors."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock

from .base import FACTS, BodyBlock
from .lazy import LazySnippetChooserBlock, known_pk


class FiguresBlock(BodyBlock):
    """A row of key figures, each with its year and source."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=120, required=False)
    figures = ListBlock(
        LazySnippetChooserBlock("ui.KeyFigure", label=_("Figure")),
        label=_("Figures"),
        min_num=1,
        max_num=4,
        help_text=_(
            "A figure older than two years is not shown any more: update it or choose another."
        ),
    )

    class Meta:
        icon = "decimal"
        group = FACTS
        label = _("Key figures")
        template = "components/blocks/figures.html"
        description = _("One to four figures, with year and source.")
        preview_value = {"title": "Le programme en chiffres", "figures": []}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Read the figures in the page's language: one query for all those of the screen."""
        from ui.figures import figures_to_show, sample_figures  # the models import these blocks

        context: dict[str, Any] = super().get_context(value, parent_context)
        language = str(context.get("content_language") or "")
        pks = [known_pk(item) for item in value["figures"]]
        shell = context.get("shell")
        if context.get("is_preview"):
            context["figures"] = sample_figures()
        elif shell is None:
            context["figures"] = figures_to_show(pks, language)
        else:
            context["figures"] = shell.figures(pks, language)
        return context
