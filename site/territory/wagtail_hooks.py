"""The place of territories, referents and resource cards in the Wagtail admin."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TitleFieldPanel,
)
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from accounts.models import User

from .columns import AccountColumn, FreshCardColumn, TodayColumn, YesColumn
from .forms import ResourceCardForm, TerritoryForm, WelcomeReferentForm
from .models import ResourceCard, Territory, WelcomeReferent
from .panels import KeptFieldPanel, NetworkInlinePanel
from .policy import KEEP, ROUTE, WRITE_CARDS, may_change

BACKEND = "django.contrib.auth.backends.ModelBackend"


class TerritoryViewSet(SnippetViewSet):
    """The groupings of communes that the programme chose."""

    model = Territory
    icon = "site"
    menu_label = _("Territories")
    list_display = ["name", "short_name", "order"]
    ordering = ["order", "name", "pk"]
    edit_handler = ObjectList(
        [
            TitleFieldPanel("name", targets=[]),
            FieldRowPanel([FieldPanel("short_name"), FieldPanel("order")]),
            FieldPanel("whole_epci"),
            FieldPanel("communes"),
        ],
        base_form_class=TerritoryForm,
    )


def written(name: str) -> KeptFieldPanel:
    """Return the panel of what writers keep in a card: translators read it, beside the English that is theirs."""
    return KeptFieldPanel(name, permission=WRITE_CARDS)


class ResourceCardViewSet(SnippetViewSet):
    """What one finds in a territory; what nobody has checked for long is flagged."""

    model = ResourceCard
    icon = "list-ul"
    menu_label = _("Resource cards")
    list_display = [
        "title",
        Column("territory", label=_("Territory"), sort_key="territory__name"),
        Column("get_theme_display", label=_("Theme"), sort_key="theme"),
        Column("checked_on", label=_("Checked on"), sort_key="checked_on"),
        FreshCardColumn("fresh", label=_("Up to date")),
    ]
    list_filter = {"territory": ["exact"], "theme": ["exact"], "checked_on": ["lte", "gte"]}
    list_export = ["title", "territory", "theme", "text", "url", "phone", "checked_on"]
    ordering = ["checked_on", "pk"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([written("territory"), written("theme"), written("order")]),
            MultiFieldPanel([written("title"), written("text")], heading=_("In French")),
            MultiFieldPanel(
                [FieldPanel("title_en"), FieldPanel("text_en")], heading=_("In English")
            ),
            FieldRowPanel([written("url"), written("phone")]),
            written("checked_on"),
        ],
        base_form_class=ResourceCardForm,
    )


class TerritoryGroup(SnippetViewSetGroup):
    """Territories and what one finds there, under one heading of the menu."""

    items = (TerritoryViewSet, ResourceCardViewSet)
    menu_label = _("Territories")
    menu_icon = "site"
    menu_order = 260


register_snippet(TerritoryGroup)


class ReferentListView(generic.IndexView):
    """The referents; a link leads to the cards that one may change."""

    def get_base_queryset(self) -> Any:
        """Bring the absences at once, and say who signs in."""
        staff = User.objects.with_perm("wagtailadmin.access_admin", backend=BACKEND)
        own = Exists(staff.filter(pk=OuterRef("user_id")))
        found = super().get_base_queryset().annotate(signs_in=own)
        return found.prefetch_related("absences__backup")

    def get_edit_url(self, instance: WelcomeReferent) -> str | None:
        """Return where the card is changed, None for somebody else's."""
        if not may_change(self.request.user, instance):
            return None
        address: str | None = super().get_edit_url(instance)
        return address


class ReferentEditView(generic.EditView):
    """A card, for those who may change it."""

    def get_object(self, queryset: Any = None) -> WelcomeReferent:
        """Return the card. Raises PermissionDenied for somebody else's."""
        card: WelcomeReferent = super().get_object(queryset)
        if not may_change(self.request.user, card):
            raise PermissionDenied
        return card


class WelcomeReferentViewSet(ModelViewSet):
    """The people of the welcome network. No snippet: it is data about people."""

    model = WelcomeReferent
    index_view_class = ReferentListView
    edit_view_class = ReferentEditView
    icon = "user"
    menu_label = _("Welcome referents")
    menu_order = 265
    add_to_admin_menu = True
    inspect_view_enabled = False
    copy_view_enabled = False
    list_display = [
        "name",
        "structure",
        "phone",
        TodayColumn("today", label=_("Today")),
        YesColumn("is_departmental", label=_("Département")),
        AccountColumn("account", label=_("Account")),
        BooleanColumn("is_active", label=pgettext_lazy("person", "Active")),
    ]
    search_fields = ["name", "structure"]
    ordering = ["order", "name", "pk"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("structure")]),
            FieldPanel("photo"),
            FieldRowPanel([FieldPanel("role"), FieldPanel("role_en")]),
            FieldRowPanel([FieldPanel("phone"), FieldPanel("email", permission=ROUTE)]),
            FieldRowPanel([FieldPanel("hours"), FieldPanel("hours_en")]),
            FieldRowPanel([FieldPanel("languages"), FieldPanel("languages_en")]),
            FieldRowPanel(
                [
                    FieldPanel("order", permission=KEEP),
                    FieldPanel("is_active", permission=ROUTE),
                ]
            ),
            NetworkInlinePanel(
                "territory_links",
                heading=_("Territories"),
                label=_("Territory"),
                panels=[FieldPanel("territory"), FieldPanel("order")],
            ),
            FieldPanel("is_departmental", permission=ROUTE),
            InlinePanel(
                "absences",
                heading=_("Absences"),
                label=_("Absence"),
                panels=[
                    FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
                    FieldPanel("backup"),
                ],
            ),
            FieldPanel("user", permission=ROUTE),
        ],
        base_form_class=WelcomeReferentForm,
    )


@hooks.register("register_admin_viewset")
def referents() -> WelcomeReferentViewSet:
    """Mount the screens of the referents."""
    return WelcomeReferentViewSet("welcome_referents")
