"""The page with which a reader reports an offer. It alone sets a cookie: it holds a form that posts."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jobs.offers.codes import ReportReason
from jobs.offers.services import report_offer as keep_report
from operations.ratelimit import allow, client_ip
from ui.http import render_form, wait_with_form

from .addresses import index_path
from .finding import is_visible, once_public_or_404
from .forms import ReportForm
from .presentation import breadcrumb

REPORTS_PER_HOUR = 5


@require_http_methods(["GET", "HEAD", "POST"])
def report_offer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a reader's report about an offer that is online."""
    offer = _visible_or_404(pk)
    if request.method != "POST":
        if slug != offer.slug:
            return redirect(_address("board:report_offer", offer), permanent=True)
        return render_form(request, "board/report.html", _context(offer), ReportForm())
    form = ReportForm(request.POST)

    def draw() -> HttpResponse:
        return render_form(request, "board/report.html", _context(offer), form)

    if not form.is_valid():
        return draw()
    now = timezone.now()
    decision = allow(
        scope="board.report",
        key=client_ip(request),
        limit=REPORTS_PER_HOUR,
        per_seconds=3600,
        now=now,
    )
    if not decision:
        return wait_with_form(form, decision.retry_after, draw)
    keep_report(
        offer=offer,
        reason=ReportReason(form.cleaned_data["reason"]),
        message=form.cleaned_data["message"],
        email=form.cleaned_data["email"],
        now=now,
    )
    return redirect(_address("board:report_done", offer))


@require_safe
def report_done(request: HttpRequest, slug: str, pk: int) -> HttpResponse:  # noqa: ARG001 - the number alone decides
    """Thank the reader and say what happens now."""
    offer = _visible_or_404(pk)
    steps = [
        _("The team reads your report and checks the offer."),
        _("If the offer breaks our rules, it is taken offline."),
        _("If you left an e-mail address, we answer you."),
    ]
    return render(request, "board/report_done.html", _context(offer) | {"next_steps": steps})


def _visible_or_404(pk: int) -> Any:
    """Return a public offer. Raises `Http404`: one does not report what nobody can read any more."""
    offer = once_public_or_404(pk)
    if not is_visible(offer, timezone.now()):
        raise Http404
    return offer


def _address(name: str, offer: Any) -> str:
    return reverse(name, kwargs={"slug": offer.slug, "pk": offer.pk})


def _context(offer: Any) -> dict[str, Any]:
    way = breadcrumb(offer.title, _("Report this offer"))
    way[2] = (offer.title, offer.get_absolute_url())
    return {"offer": offer, "breadcrumb": way, "index_url": index_path()}
