"""The kit in the Wagtail admin: its pieces for editors, its downloads for the team."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .kit.models import KitItem
from .kit.statistics import REPORT_PERMISSION, KitDownloadsReport


class KitItemViewSet(SnippetViewSet):
    """The pieces of the kit, in a menu of their own."""

    model = KitItem
    icon = "download"
    menu_label = _("Communication kit")
    menu_order = 300
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["title", "category", "position", "is_active"]
    list_filter = ["category", "is_active"]


register_snippet(KitItemViewSet)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    """Mount the report of downloads."""
    return [
        path("reports/kit/", KitDownloadsReport.as_view(), name="kit_downloads_report"),
        path(
            "reports/kit/results/",
            KitDownloadsReport.as_view(results_only=True),
            name="kit_downloads_report_results",
        ),
    ]


class ReportMenuItem(MenuItem):
    """Shown to people who may see the downloads."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return bool(request.user.has_perm(REPORT_PERMISSION))


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """Add the report to the reports."""
    return ReportMenuItem(
        _("Kit downloads"), reverse("kit_downloads_report"), icon_name="download", order=700
    )
