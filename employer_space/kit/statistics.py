"""Who took what from the kit, for the team: a report with an export, below Wagtail's reports."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView

from .models import KitDownload

REPORT_PERMISSION = "employer_space.view_kitdownload"


FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def harmless(value: str) -> str:
    """Return a text that a spreadsheet shows instead of calculating: names come from employers."""
    return f"'{value}" if value.startswith(FORMULA_SIGNS) else value


class KitDownloadsReport(ReportView):
    """Downloads per employer and piece, most recent first."""

    page_title = _("Kit downloads")
    header_icon = "download"
    index_url_name = "kit_downloads_report"
    index_results_url_name = "kit_downloads_report_results"
    results_template_name = "employer_space/kit/report_results.html"
    permission_required = REPORT_PERMISSION
    any_permission_required = [REPORT_PERMISSION]
    default_ordering = "-latest"
    is_searchable = False
    paginate_by = 50
    list_export = ["employer__name", "item__title", "count", "latest"]
    export_headings = {
        "employer__name": _("Employer"),
        "item__title": _("Piece"),
        "count": _("Downloads"),
        "latest": _("Latest"),
    }

    custom_field_preprocess = {
        field: {"csv": harmless, "xlsx": harmless} for field in ("employer__name", "item__title")
    }

    def get_queryset(self) -> Any:
        """Count the downloads of each pair."""
        return (
            KitDownload.objects.values("employer__name", "item__title")
            .annotate(count=Count("pk"), latest=Max("downloaded_at"))
            .order_by("-latest", "employer__name", "item__title")
        )
