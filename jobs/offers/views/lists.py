"""The queue of offers to review, and the list of them all."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from jobs.offers import queue
from jobs.offers.models import JobOffer
from jobs.offers.situation import offer_state

from .guard import PAGE_SIZE, StaffRequest, reviewer_required


@reviewer_required
@require_GET
def review_queue(request: StaffRequest) -> HttpResponse:
    """Show the offers to review, oldest first."""
    now = timezone.now()
    offers = JobOffer.objects.in_review().select_related("lifecycle", "employer")
    page = Paginator(offers, PAGE_SIZE).get_page(request.GET.get("p"))
    lines = queue.waiting()
    return TemplateResponse(
        request,
        "offers/review_queue.html",
        {
            "page_obj": page,
            "lines": lines,
            "now": now,
            "late_before": queue.late_before(now),
            "late": {line.kind for line in lines if line.is_late(now)},
        },
    )


@reviewer_required
@require_GET
def offer_list(request: StaffRequest) -> HttpResponse:
    """Show every offer, filtered by state of review, words of the title or employer."""
    offers = JobOffer.objects.select_related("lifecycle", "employer", "family").order_by("-pk")
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:100]
    if words.upper().startswith("OML-") and words[4:].isdecimal():
        offers = offers.filter(pk=min(int(words[4:]), 2**62))
    elif words:
        offers = offers.filter(lifecycle__working_title__icontains=words) | offers.filter(
            employer__name__icontains=words
        )
    page = Paginator(offers, PAGE_SIZE).get_page(request.GET.get("p"))
    now = timezone.now()
    rows = [(offer, offer_state(offer, now)) for offer in page]
    return TemplateResponse(
        request, "offers/offer_list.html", {"page_obj": page, "rows": rows, "q": words}
    )
