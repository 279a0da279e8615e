"""What the Wagtail admin shows of this slice, and what it refuses to editors."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from ui.admin_scope import OwnPages, keep_copies_of_drafts, keep_drafts, narrow_api
from ui.content_checker import use_site_rules
from ui.draft_editor import KnownDocumentLinkHandler, KnownImageHandler
from ui.models import KeyFigure
from ui.page_links import OnlinePageLinkHandler
from ui.page_moves import keep_language, keep_language_in_bulk, know_the_parent
from ui.snippets_api import urlpatterns
from ui.typography import day_in_words
from ui.waiting_screens import WaitingMenuItem, WaitingPanel


class ShownColumn(BooleanColumn):
    """Whether a figure is shown on the site: proved, recent, and not so small that it points at somebody."""

    def get_value(self, instance: KeyFigure) -> bool:
        """Return it for today."""
        return instance.may_be_shown_on(timezone.localdate())


class ComputedColumn(Column):
    """Who writes the value of a figure."""

    def get_value(self, instance: KeyFigure) -> str:
        """Return the name of the query, or that an editor declares the value."""
        return str(instance.get_query_display()) if instance.query else gettext("Declared")


class CheckedColumn(Column):
    """When a figure was last checked at its source."""

    def get_value(self, instance: KeyFigure) -> str:
        """Return the day in words, or that it never was."""
        return day_in_words(instance.checked_on, with_year=True) or gettext("Never checked")


class KeyFigureViewSet(SnippetViewSet):
    """Key figures: what is shown, since when, from which source."""

    model = KeyFigure
    icon = "decimal"
    menu_label = _("Key figures")
    menu_order = 250
    add_to_admin_menu = True
    list_display = [
        "label",
        Column("display_value", label=_("Value with its unit")),
        Column("display_period", label=_("Year or period"), sort_key="year"),
        "source",
        CheckedColumn("checked_on", label=_("Last check"), sort_key="checked_on"),
        ComputedColumn("query", label=_("Computed by")),
        ShownColumn("fresh", label=_("Shown")),
    ]
    list_filter = ["year", "is_estimate", "query"]
    list_export = [
        "label",
        "query",
        "prefix",
        "value",
        "unit",
        "year",
        "period",
        "source",
        "checked_on",
        "definition",
    ]
    ordering = ["label", "pk"]


register_snippet(KeyFigureViewSet)
hooks.register("construct_wagtail_userbar", use_site_rules)
register_permission_policy(Page, OwnPages(Page))
hooks.register("before_move_page", keep_language)
hooks.register("before_copy_page", know_the_parent)
hooks.register("before_bulk_action", keep_language_in_bulk)
hooks.register("construct_page_chooser_queryset", keep_drafts)
hooks.register("construct_explorer_page_queryset", keep_copies_of_drafts)
hooks.register("construct_admin_api", narrow_api, order=100)  # after Wagtail's own


@hooks.register("construct_homepage_panels")
def add_waiting_panel(_request: HttpRequest, panels: list[Component]) -> None:
    """Put first what waits for the reader."""
    panels.append(WaitingPanel())


@hooks.register("register_admin_menu_item")
def waiting_menu_item() -> MenuItem:
    """Add what waits to the menu."""
    return WaitingMenuItem(
        _("To review"), reverse("wagtailadmin_home"), name="to-review", icon_name="tasks", order=50
    )


@hooks.register("insert_global_admin_css")
def desk_style() -> str:
    """Lay out the panels of the dashboard."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/desk.css"))


@hooks.register("insert_global_admin_js")
def message_script() -> str:
    """Lead to the message of what was just done, on the screens that Wagtail draws as on ours."""
    return format_html(
        '<script type="module" src="{}" data-error-word="{}"></script>',
        static("js/messages.js"),
        gettext("Error:"),
    )


@hooks.register("register_rich_text_features", order=10)
def link_to_online_pages(features: FeatureRegistry) -> None:
    """Write the links of rich text with our own addresses."""
    features.register_link_type(OnlinePageLinkHandler)
    features.register_link_type(KnownDocumentLinkHandler)
    features.register_embed_type(KnownImageHandler)


@hooks.register("register_admin_urls", order=-100)
def restrict_snippets_api() -> list[URLPattern]:
    """Place our checked views before wagtail-localize's own."""
    return urlpatterns()


def is_locked(page: Any) -> bool:
    """Say whether the rest of the site counts on a page where it is."""
    return page.depth == 2 or bool(getattr(page.specific, "locked_slug", ""))


def _refuse(request: HttpRequest, page: Any) -> HttpResponse | None:
    if not is_locked(page):
        return None
    messages.error(
        request,
        gettext("“%(title)s” cannot be removed: menus and other sites lead to its address.")
        % {"title": page.title},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_delete_page")
def keep_on_delete(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Refuse to delete a page whose address is a contract."""
    return _refuse(request, page)


@hooks.register("before_unpublish_page")
def keep_on_unpublish(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Refuse to unpublish a page whose address is a contract."""
    return _refuse(request, page)


@hooks.register("before_move_page")
def keep_on_move(request: HttpRequest, page: Any, _destination: Any) -> HttpResponse | None:
    """Refuse to move a page whose address is a contract."""
    return _refuse(request, page)


@hooks.register("before_bulk_action")
def keep_in_bulk(
    request: HttpRequest, action_type: str, objects: Any, _action_class: Any
) -> HttpResponse | None:
    """Refuse bulk acts that would remove such a page."""
    if action_type not in {"delete", "move", "unpublish"}:
        return None
    for page in objects:
        refusal = (
            _refuse(request, page) if hasattr(page, "depth") and hasattr(page, "specific") else None
        )
        if refusal is not None:
            return refusal
    return None
