"""The page that lists the offers. What it shows is answered by a view, given by the slice's configuration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from ui.pages import BasePage


class JobIndexPage(BasePage):
    """The list of job offers: its words are the editors', its offers and filters are computed."""

    contract_slug = "offres"
    # Set by `BoardConfig.ready`: models import nothing above them.
    answer: ClassVar[Callable[[HttpRequest, JobIndexPage], HttpResponse]]

    intro = RichTextField(
        _("introduction"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("A few lines under the list, for people who discover the Lot. May stay empty."),
    )

    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, FieldPanel("intro")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("job board")
        verbose_name_plural = _("job boards")

    def serve(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Answer with the offers that the parameters ask for."""
        return type(self).answer(request, self)

    def serve_preview(self, request: HttpRequest, _mode_name: str) -> HttpResponse:
        """Show an editor the page with today's offers."""
        request.is_preview = True  # type: ignore[attr-defined]  # as Wagtail does
        return type(self).answer(request, self)
