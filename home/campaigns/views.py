"""The short address that is printed or posted: it leads to the campaign, and is counted without a cookie."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from operations import tallies
from ui.addresses import contract_path

from .models import CODE, CampaignLink
from .services import TALLY

# Those who fetch an address before anybody asked for it, or to read it for machines. A crude list: totals are orders
# of magnitude, not audits.
_MACHINES = re.compile(
    r"bot\b|crawl|spider|slurp|preview|facebookexternalhit|monitor", re.IGNORECASE
)


@require_safe
@never_cache
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Lead to the campaign of a code, and count one visit unless a machine asks."""
    code = code.lower()
    if not re.fullmatch(CODE, code):
        raise Http404
    link = CampaignLink.objects.filter(code=code).select_related("page__locale").first()
    if link is None:
        raise Http404
    if is_a_visit(request):
        tallies.note(TALLY, code, timezone.localdate())
    if not link.page.live:
        return HttpResponseRedirect(contract_path("campagnes", get_language() or "fr"))
    return HttpResponseRedirect(f"{link.page.address}?c={code}")


def is_a_visit(request: HttpRequest) -> bool:
    """Say whether a person seems to ask: not HEAD, not a browser that prefetches, not a declared robot."""
    purpose = request.headers.get("Sec-Purpose", "") or request.headers.get("Purpose", "")
    agent = request.headers.get("User-Agent", "")
    return request.method == "GET" and "prefetch" not in purpose and not _MACHINES.search(agent)
