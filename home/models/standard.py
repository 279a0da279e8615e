"""Pages of text and blocks, and the map of the site."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.tree import branches, screens_in
from ui.addresses import in_language, page_path, with_privacy
from ui.blocks.body import BodyStreamBlock
from ui.pages import BasePage

# Screens of the whole site for its map, beside those that sections register.
OTHER_SCREENS = (
    (_("Search the site"), "/recherche/"),
    (_("Employer area"), "/espace-employeur/"),
)


class StandardPage(BasePage):
    """A page of text and blocks: health, ambassadors, settling and what lies below."""

    body = StreamField(BodyStreamBlock(), verbose_name=_("content"), blank=True)

    is_unlisted = models.BooleanField(
        _("reached by its links only"),
        default=False,
        help_text=_(
            "Left out of the search, of the site map and of search engines. A copy of the page is listed again."
        ),
    )

    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, FieldPanel("body")]
    promote_panels: ClassVar[list[Any]] = [*BasePage.promote_panels, FieldPanel("is_unlisted")]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    override_translatable_fields: ClassVar[list[Any]] = [
        *BasePage.override_translatable_fields,
        SynchronizedField("is_unlisted"),
    ]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.StandardPage"]
    subpage_types: ClassVar[list[str]] = ["home.StandardPage"]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages just below."""
        context = super().get_context(request, *args, **kwargs)
        found = Page.objects.child_of(self).live() if self.numchild else Page.objects.none()
        below = with_privacy(found).filter(is_private=False)
        language = str(self.locale.language_code)
        context["below"] = [(page.title, page_path(page.url_path, language)) for page in below]
        return context

    def get_extra_meta(self) -> dict[str, str]:
        """Ask search engines to leave an unlisted page out."""
        return {"robots": "noindex"} if self.is_unlisted else {}

    def copy(self, *args: Any, update_attrs: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        """Copy; a page made from an unlisted one is a page like others, but its translation stays what it is."""
        if kwargs.get("reset_translation_key", True):
            update_attrs = {"is_unlisted": False, **(update_attrs or {})}
        return super().copy(*args, update_attrs=update_attrs, **kwargs)


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
        language = str(self.locale.language_code)
        context["branches"] = branches(locale_id=self.locale_id, screens=screens_in(language))
        context["views"] = [(label, in_language(path, language)) for label, path in OTHER_SCREENS]
        return context
