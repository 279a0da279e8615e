"""Invitations to act."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, TextBlock

from .links import LinkBlock, addressed


class CallToActionBlock(StructBlock):
    """An invitation with one or two buttons."""

    title = CharBlock(label=_("Title"), max_length=120)
    text = TextBlock(label=_("Text"), max_length=300, required=False)
    actions = ListBlock(LinkBlock(), label=_("Buttons"), min_num=1, max_num=2)

    class Meta:
        icon = "thumbtack"
        label = _("Call to action")
        template = "components/blocks/call_to_action.html"
        description = _("One invitation a page is enough.")

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where the buttons lead."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["actions"] = addressed(value["actions"], context, ("dark", "outline"))
        return context
