"""The kit in the Wagtail admin: its pieces for editors, its downloads for the team."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, QuerySet, When
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .kit.models import KitItem
from .kit.privacy import refuse_bulk_move
from .kit.setup import PREVIEWS_NAME
from .kit.statistics import REPORT_PERMISSION, KitDownloadsReport


class KitItemViewSet(SnippetViewSet):
    """The pieces of the kit, in a menu of their own."""

    model = KitItem
    icon = "download"
    menu_label = pgettext_lazy("menu", "Kit")
    menu_order = 300
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["title", "category", "position", "is_active"]
    list_filter = ["category", "is_active"]


register_snippet(KitItemViewSet)


hooks.register("before_bulk_action", refuse_bulk_move)


@hooks.register("construct_image_chooser_queryset")
def photographs_first(images: QuerySet[Any], _request: HttpRequest) -> QuerySet[Any]:
    """Put the previews of the kit after what illustrates pages, whichever came last."""
    is_preview = Case(When(collection__name=PREVIEWS_NAME, then=1), default=0)
    return images.order_by(is_preview, *images.query.order_by)


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
