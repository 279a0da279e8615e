"""Who took what from the kit, for the team: a report with an export, below Wagtail's reports."""

from __future__ import annotations

from typing import Any

from django.db.models import Max, Sum
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from .models import KitDownload

REPORT_PERMISSION = "employer_space.view_kitdownload"


class KitDownloadsReport(ReportView):
    """Downloads per employer and piece, most recent first."""

    page_title = _("Kit downloads")
    header_icon = "download"
    index_url_name = "kit_downloads_report"
    index_results_url_name = "kit_downloads_report_results"
    results_template_name = "employer_space/kit/report_results.html"
    # Without a policy, Wagtail's reports are open to all who enter the admin.
    permission_policy = ModelPermissionPolicy(KitDownload)
    permission_required = "view"
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

    def get_queryset(self) -> Any:
        """Count the downloads of each pair."""
        return (
            KitDownload.objects.values("employer__name", "item__title")
            .annotate(count=Sum("count"), latest=Max("downloaded_at"))
            .order_by("-latest", "employer__name", "item__title")
        )
