"""The Atom feed of any search: the same parameters as the job board, the newest offers first."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ui.addresses import absolute
from ui.rich_text import plain

from .addresses import index_path, offer_url
from .search import search_offers
from .searching import Asked, query_string, read_search

NUMBER = 50
SUMMARY_LENGTH = 500
# What XML 1.0 cannot hold, even escaped.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@require_safe
def offer_feed(request: HttpRequest) -> HttpResponse:
    """Serve the feed of a search."""
    asked = read_search(request.GET)
    criteria = replace(asked.criteria, sort="date", page=1, page_size=NUMBER)
    feed = _feed(asked)
    for offer in search_offers(criteria, now=timezone.now()).offers:
        _add(feed, offer)
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response


def legal(text: str) -> str:
    """Return a text without the characters that would break the whole feed."""
    return _ILLEGAL.sub("", text)


def _feed(asked: Asked) -> Atom1Feed:
    query = query_string(asked.others("tri"))
    title = _("Job offers %(where)s – Oh My Lot !") % {"where": asked.around}
    if asked.criteria.text:
        title = _("“%(words)s”: %(title)s") % {"words": asked.criteria.text, "title": title}
    return Atom1Feed(
        title=legal(title),
        link=absolute(index_path() + query),
        description=None,
        language=settings.LANGUAGE_CODE,
        feed_url=absolute(f"{index_path()}flux/{query}"),
        feed_guid=_tag(f"offres{query}"),
        author_name="Oh My Lot !",
    )


def _add(feed: Atom1Feed, offer: Any) -> None:
    """Add an offer; its identity follows its number, whatever becomes of its title."""
    facts = [
        offer.employer_display,
        offer.place_display,
        offer.contract_display,
        offer.salary_display,
    ]
    online = offer.lifecycle.online_since or offer.first_published_at
    changed = offer.last_published_at or online
    feed.add_item(
        title=legal(offer.title),
        link=offer_url(offer),
        description=legal(
            f"{' – '.join(filter(None, facts))}\n{plain(offer.missions)[:SUMMARY_LENGTH]}"
        ),
        unique_id=_tag(f"offre/{offer.pk}"),
        pubdate=online,
        updateddate=max(filter(None, [online, changed]), default=timezone.now()),
        categories=[legal(offer.family.name)] if offer.family else (),
    )


def _tag(specific: str) -> str:
    """Return a permanent identity (RFC 4151)."""
    return f"tag:{urlsplit(settings.BASE_URL).hostname},2026:{legal(specific)}"
