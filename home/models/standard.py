"""Pages of text and blocks, and the map of the site."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.tree import branches
from ui.addresses import in_language, page_path, with_privacy
from ui.blocks.body import BodyStreamBlock
from ui.pages import BasePage

# Screens that are not pages, for the site map.
OTHER_SCREENS = ((_("Search the site"), "/recherche/"), (_("Employer area"), "/espace-employeur/"))


class StandardPage(BasePage):
    """A page of text and blocks: health, ambassadors, settling and what lies below."""

    body = StreamField(BodyStreamBlock(), verbose_name=_("content"), blank=True)

    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, FieldPanel("body")]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.StandardPage"]
    subpage_types: ClassVar[list[str]] = ["home.StandardPage"]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages just below."""
        context = super().get_context(request, *args, **kwargs)
        below = with_privacy(Page.objects.child_of(self).live()).filter(is_private=False)
        language = str(self.locale.language_code)
        context["below"] = [(page.title, page_path(page.url_path, language)) for page in below]
        return context


class SiteMapPage(BasePage):
    """The tree of what is online, made by itself."""

    contract_slug = "plan-du-site"

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("site map")
        verbose_name_plural = _("site maps")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the tree of the pages that anyone may read."""
        context = super().get_context(request, *args, **kwargs)
        context["branches"] = branches(locale_id=self.locale_id)
        context["views"] = [
            (label, in_language(path, str(self.locale.language_code)))
            for label, path in OTHER_SCREENS
        ]
        return context
