"""The queue of what readers reported."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jobs.offers import services
from jobs.offers.forms import ReportAnswerForm
from jobs.offers.models import OfferReport

from .guard import PAGE_SIZE, StaffRequest, reviewer_required


@reviewer_required
@require_GET
def report_queue(request: StaffRequest) -> HttpResponse:
    """Show what readers reported, what waits first, oldest first."""
    return _report_screen(request)


def _report_screen(
    request: StaffRequest, *, status: int = 200, bound: tuple[int, ReportAnswerForm] | None = None
) -> HttpResponse:
    reports = OfferReport.objects.select_related(
        "offer", "offer__lifecycle", "offer__employer", "handled_by"
    )
    open_reports = reports.filter(handled_at__isnull=True).order_by("created_at", "pk")
    page = Paginator(open_reports, PAGE_SIZE).get_page(request.GET.get("p"))
    rows = [
        (
            report,
            bound[1]
            if bound and bound[0] == report.pk
            else ReportAnswerForm(prefix=f"r{report.pk}"),
        )
        for report in page
    ]
    handled = reports.filter(handled_at__isnull=False).order_by("-handled_at", "-pk")[:20]
    context = {
        "page_obj": page,
        "rows": rows,
        "handled": handled,
        "form_with_errors": bound[1] if bound else None,
    }
    return TemplateResponse(request, "offers/report_queue.html", context, status=status)


@reviewer_required
@require_POST
def answer_report(request: StaffRequest, pk: int) -> HttpResponse:
    """Close a report with what was done."""
    report = get_object_or_404(OfferReport.objects.select_related("handled_by", "offer"), pk=pk)
    if report.handled_at is not None:
        messages.error(
            request,
            _("%(who)s handled this report on %(day)s. Your answer was not recorded.")
            % {
                "who": report.handled_by,
                "day": timezone.localtime(report.handled_at).strftime("%d/%m/%Y %H:%M"),
            },
        )
        return _report_screen(request, status=409)
    form = ReportAnswerForm(request.POST, prefix=f"r{report.pk}")
    if not form.is_valid():
        return _report_screen(request, status=422, bound=(report.pk, form))
    services.handle_report(
        report=report, by=request.user, answer=form.cleaned_data["answer"], now=timezone.now()
    )
    messages.success(request, _("Report on %(offer)s handled.") % {"offer": report.offer.reference})
    return redirect("offers_admin:reports")
