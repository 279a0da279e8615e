"""The job board and the page of an offer, as anyone reads them: no cookie, nothing written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ui.addresses import absolute
from ui.meta import Meta as PageMeta
from ui.rich_text import plain

from .addresses import index_path, offer_url
from .browsing import browse, canonical_query
from .filters import without_blanks
from .finding import is_visible, once_public_or_404, why_ended
from .presentation import breadcrumb, offer_page_context
from .related import similar_offers
from .search.criteria import FACET_FIELDS
from .searching import read_search

if TYPE_CHECKING:
    from jobs.offers.models import JobOffer

    from .models import JobIndexPage

DESCRIPTION_LENGTH = 155


def job_index(request: HttpRequest, page: JobIndexPage) -> HttpResponse:
    """List the offers that the parameters ask for; every reading request gets a page."""
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    clean = without_blanks(request.GET)
    if clean is not None:
        return redirect(f"{request.path}?{clean.urlencode()}" if clean else request.path)
    asked = read_search(request.GET)
    context = page.get_context(request) | browse(asked, timezone.now())
    own = index_path() + canonical_query(asked, context["results"])
    meta = page.get_meta(request)
    context["meta"] = replace(
        meta,
        title=context["document_title"],
        canonical=absolute(own),
        robots=context["robots"],
        alternates=() if asked.parameters else meta.alternates,
    )
    context["breadcrumb"] = breadcrumb()
    context["carried_by_search"] = asked.others("q", "ou", "rayon")
    context["carried_by_filters"] = [
        pair for pair in asked.parameters if pair[0] not in FACET_FIELDS
    ]
    context["carried_by_sort"] = asked.others("tri")
    return render(request, page.get_template(request), context)


@require_safe
def offer_detail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show an offer: 301 to its own address, 410 once it has ended, 404 if it was never public."""
    now = timezone.now()
    offer = once_public_or_404(pk)
    if not is_visible(offer, now):
        context = {
            "ended": why_ended(offer, now),
            "similar_offers": similar_offers(offer, now),
            "index_url": index_path(),
            "breadcrumb": breadcrumb(),
        }
        return render(request, "board/offer_ended.html", context, status=410)
    if slug != offer.slug:
        return redirect(offer.get_absolute_url(), permanent=True)
    context = offer_page_context(offer, now=now)
    description = " – ".join(
        filter(None, [offer.employer_display, offer.place_display, offer.contract_display])
    )
    context["meta"] = PageMeta(
        title=_("%(title)s – %(place)s") % {"title": offer.title, "place": offer.place_display},
        description=f"{description}. {shortened(plain(offer.missions))}",
        canonical=offer_url(offer),
        robots="noindex" if offer.is_external else "",
    )
    return render(request, "board/offer_detail.html", context)


def shortened(text: str) -> str:
    """Return the beginning of a text, cut between two words."""
    line = " ".join(text.split())
    if len(line) <= DESCRIPTION_LENGTH:
        return line
    return f"{line[:DESCRIPTION_LENGTH].rsplit(' ', 1)[0]}…"


def draw_preview(request: HttpRequest, offer: JobOffer, *, is_online: bool = False) -> HttpResponse:
    """Draw the page of an offer that may not be public, for those who may read it (`jobs.offers.preview`)."""
    context = offer_page_context(offer, now=timezone.now(), is_preview=True)
    context["is_online"] = is_online
    return render(request, "board/offer_detail.html", context)
