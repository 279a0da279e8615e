"""Give the text engine the offers, and keep index and narrow rows up with what happens to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import ngettext, pgettext_lazy

from jobs.board import facet_rows
from jobs.board.documents import KIND, entries, entry_of
from jobs.board.excerpts import in_sentences
from jobs.board.search import labels
from jobs.offers import listeners
from jobs.offers.models import JobFamily, JobOffer
from operations import schedule
from search import index
from search.sources import Hit, Source, register
from territory.models import Territory


def hits(found: Sequence[Any], _request: HttpRequest) -> list[Hit]:
    """Show offers found on the search page of the site."""
    return [
        Hit(
            offer.pk,
            offer.title,
            offer.get_absolute_url(),
            text=in_sentences(offer.missions),
            detail=" – ".join(
                filter(None, (offer.employer_display, offer.place_display, offer.contract_display))
            ),
        )
        for offer in found
    ]


def all_url(text: str) -> str:
    """Return the address of the job board for `text`."""
    return f"{reverse('wagtail_serve', args=['offres/'])}?{urlencode({'q': text})}"


def all_label(total: int) -> str:
    """Name the link to every offer found."""
    return ngettext("See the %(count)d offer", "See the %(count)d offers", total) % {"count": total}


@transaction.atomic
def follow_offers(*, offer_ids: Sequence[int]) -> None:
    """Write again what is kept about offers that have changed, in the transaction of the change."""
    visible = JobOffer.objects.visible(timezone.now())
    for some in index.batches(offer_ids):
        online = list(facet_rows.read(visible.filter(pk__in=some)))
        facet_rows.replace(some, online)
        index.replace(KIND, some, map(entry_of, online))


def forget_past_offers(now: dt.datetime) -> None:
    """Drop the rows and documents of offers that ended by the calendar; readers never saw them anyway."""
    index.forget(KIND, now=now)
    facet_rows.forget(now=now)


def connect() -> None:
    """Register the source, the listener and the nightly tidying; called from `AppConfig.ready`."""
    register(
        Source(
            kind=KIND,
            number=1,
            slug="offres",
            label=pgettext_lazy("group of results", "Offers"),
            visible=lambda now: JobOffer.objects.visible(now).for_display(),
            entries=entries,
            hits=hits,
            all_label=all_label,
            order=("-lifecycle__online_since", "-pk"),
            shown=3,
            all_url=all_url,
            rebuild=lambda: facet_rows.rebuild(now=timezone.now()),
            prefix="OML",
        )
    )
    listeners.register(follow_offers)
    for signal in (post_save, post_delete):
        for model in (JobFamily, Territory):
            signal.connect(labels.forget, sender=model)
    schedule.register("board.forget_past_offers", forget_past_offers, daily_at=dt.time(0, 20))
