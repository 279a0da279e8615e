"""The place of the health section in the Wagtail admin: its data, the requests to be called back."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from territory.columns import YesColumn
from ui.columns import DayColumn

from .emails import ANSWER_PERMISSION
from .models import (
    HealthContact,
    HealthGrant,
    HealthHousing,
    HealthStructure,
    HealthZoning,
    TrainingPractice,
)


class CheckedColumn(BooleanColumn):
    """Whether somebody checked the aid recently enough."""

    def get_value(self, instance: Any) -> bool:
        """Return it for today."""
        return not instance.is_unchecked_on(timezone.localdate(), settings.HEALTH_AID_CHECK_MONTHS)


class HealthGrantViewSet(SnippetViewSet):
    """The aids, those never checked or checked long ago first."""

    model = HealthGrant
    icon = "tag"
    menu_label = _("Aids")
    list_display = [
        "name",
        DayColumn("valid_from", label=_("First day"), sort_key="valid_from"),
        DayColumn("valid_to", label=_("Last day"), sort_key="valid_to"),
        DayColumn("checked_on", label=_("Last check"), sort_key="checked_on"),
        CheckedColumn("checked", label=_("Checked lately")),
        YesColumn("is_to_confirm", label=_("To be confirmed"), sort_key="is_to_confirm"),
        BooleanColumn("is_active", label=_("Shown")),
    ]
    list_filter = {
        "checked_on": ["lte", "isnull"],
        "valid_to": ["lte", "gte"],
        "is_to_confirm": ["exact"],
    }
    list_export = [
        "name",
        "valid_from",
        "valid_to",
        "amount",
        "unit",
        "legal_text",
        "source",
        "checked_on",
        "is_to_confirm",
    ]
    search_fields = ["name"]
    ordering = ["checked_on", "order", "pk"]
    copy_view_enabled = False


class HealthZoningViewSet(SnippetViewSet):
    """The zones of communes."""

    model = HealthZoning
    icon = "site"
    menu_label = _("Zones")
    list_display = [
        Column("municipality", label=_("Commune"), sort_key="municipality__name"),
        Column("get_profession_display", label=_("Profession"), sort_key="profession"),
        Column("get_zone_display", label=_("Zone"), sort_key="zone"),
        DayColumn("valid_from", label=_("First day"), sort_key="valid_from"),
        DayColumn("valid_to", label=_("Last day"), sort_key="valid_to"),
        "order_reference",
    ]
    list_filter = ["profession", "zone"]
    list_export = [
        "municipality",
        "profession",
        "zone",
        "valid_from",
        "valid_to",
        "order_reference",
    ]
    ordering = ["municipality__name", "profession", "-valid_from", "pk"]


class PlaceViewSet(SnippetViewSet):
    """What stands in a commune."""

    search_fields = ["name"]
    list_display = [
        "name",
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        Column("municipality", label=_("Commune"), sort_key="municipality__name"),
        BooleanColumn("is_active", label=_("Shown")),
    ]
    list_filter = ["kind"]
    ordering = ["order", "name", "pk"]


class HealthStructureViewSet(PlaceViewSet):
    """Health houses, centres, hospitals, practices to take over."""

    model = HealthStructure
    icon = "home"
    menu_label = _("Structures")


class TrainingPracticeViewSet(PlaceViewSet):
    """Where interns train, with the free places of each semester."""

    model = TrainingPractice
    icon = "calendar-alt"
    menu_label = _("Training practices")


class HealthHousingViewSet(PlaceViewSet):
    """Where interns may live."""

    model = HealthHousing
    icon = "home"
    menu_label = _("Housing for interns")
    search_fields = ["title"]
    list_display = ["title", *PlaceViewSet.list_display[1:]]
    ordering = ["order", "title", "pk"]


class HealthGroup(SnippetViewSetGroup):
    """What the pages of the section show, under one heading of the menu."""

    items = (
        HealthGrantViewSet,
        HealthZoningViewSet,
        HealthStructureViewSet,
        TrainingPracticeViewSet,
        HealthHousingViewSet,
    )
    menu_label = _("Health")
    menu_icon = "plus"
    menu_order = 270


register_snippet(HealthGroup)


class HealthContactViewSet(ModelViewSet):
    """The people whom health professionals call. No snippet: it is data about people."""

    model = HealthContact
    icon = "user"
    menu_label = _("Health contacts")
    menu_order = 275
    add_to_admin_menu = True
    inspect_view_enabled = False
    copy_view_enabled = False
    list_display = ["name", "function", "phone", BooleanColumn("is_active", label=_("Shown"))]
    search_fields = ["name", "function"]
    ordering = ["order", "name", "pk"]
    panels = HealthContact.panels


@hooks.register("register_admin_viewset")
def contacts() -> HealthContactViewSet:
    """Mount the screens of the contacts."""
    return HealthContactViewSet("health_contacts")


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    """Mount the screens of the requests."""
    return [path("rappels-sante/", include("home.health.admin_urls"))]


class CallbackMenuItem(MenuItem):
    """Shown to people who call health professionals back."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return bool(request.user.has_perm(ANSWER_PERMISSION))


@hooks.register("register_admin_menu_item")
def callback_menu_item() -> MenuItem:
    """Add the requests to the menu."""
    return CallbackMenuItem(
        _("Health callbacks"),
        reverse("health_admin:list"),
        name="health-callbacks",
        icon_name="comment",
        order=82,
    )
