"""Show the outbox to staff: what waits, what was given up, and a button to try again."""

from __future__ import annotations

from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from mailing.models import OutgoingMail
from mailing.views import retry


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Let those who may see the outbox see it: nobody writes, changes or deletes a mail."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Grant "view" alone."""
        return action == "view" and bool(super().user_has_permission(user, "view"))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Grant "view" alone."""
        return "view" in actions and self.user_has_permission(user, "view")


register_permission_policy(OutgoingMail, ReadOnlyPolicy(OutgoingMail), exact_class=True)


class OutboxViewSet(ModelViewSet):
    """The outbox, read only."""

    model = OutgoingMail
    icon = "mail"
    menu_label = _("Outbox")
    menu_name = "outbox"
    menu_order = 900
    add_to_settings_menu = True
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ("subject",)  # required by the viewset; no form is ever reachable
    list_display = (
        "subject",
        "to",
        Column("get_status_display", label=_("Status"), sort_key="status"),
        Column("attempts", label=_("Attempts")),
        DateColumn("created_at", label=_("Written"), sort_key="created_at"),
        DateColumn("sent_at", label=_("Sent"), sort_key="sent_at"),
    )
    list_filter = ("status", "act", "created_at")
    search_fields = ("to", "subject", "related")
    ordering = ("-created_at", "-pk")
    inspect_view_fields = (
        "subject", "to", "status", "attempts", "next_attempt_at", "last_error", "created_at",
        "sent_at", "act", "related",
    )  # fmt: skip
    inspect_template_name = "mailing/admin/inspect.html"

    def get_urlpatterns(self) -> list[Any]:
        """Add the retry action to the stock addresses."""
        return [*super().get_urlpatterns(), path("retry/<int:pk>/", retry, name="retry")]


@hooks.register("register_admin_viewset")
def outbox_viewset() -> OutboxViewSet:
    """Add the outbox to the admin."""
    return OutboxViewSet("outbox")
