"""Send the offers of an employer's own file to review, through the services an employer uses."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from jobs.employers.models import Employer
from jobs.exchange.records import Record
from jobs.offers.errors import ActNotAllowed, InvalidLastDay, OfferIncomplete
from jobs.offers.models import JobOffer
from jobs.offers.services import create_draft, extend_offer, latest_draft, save_draft, submit_offer
from territory.models import Municipality

from .matching import Result, Source, apply_values, existing_offer, values_of


@transaction.atomic
def import_to_moderation(
    *, record: Record, source: Source, employer: Employer, now: dt.datetime
) -> tuple[JobOffer, Result]:
    """Send an employer's offer to the moderators; an incomplete one stays a draft, what it lacks noted."""
    values = values_of(record, source) | {"is_external": False}
    values["apply_url"] = values.get("apply_url") or _secure(values.get("source_url", ""))
    offer = existing_offer(record, source)
    if offer is None:
        offer = create_draft(
            employer=employer,
            by=None,
            now=now,
            municipalities=list(Municipality.objects.filter(pk__in=record.municipality_ids)),
            **values,
        )
        return offer, _send(offer, record, now, Result.CREATED)
    draft = latest_draft(offer)
    if not apply_values(draft, values, record.municipality_ids):
        return offer, Result.UNCHANGED
    try:
        offer = save_draft(draft=draft, by=None, expected_revision=None, now=now)
    except ActNotAllowed:
        record.note("id", _("Closed here: left as it is."), record.source_id)
        return offer, Result.LEFT
    return offer, _send(offer, record, now, Result.UPDATED)


def _send(offer: JobOffer, record: Record, now: dt.datetime, done: Result) -> Result:
    """Send a draft to review; what it lacks is noted and it stays a draft."""
    if record.last_day is not None:
        try:
            extend_offer(offer=offer, by=None, last_day=record.last_day, now=now)
        except InvalidLastDay:
            record.note(
                "date_limite", _("This last day is past or too far: the usual one is used.")
            )
    try:
        submit_offer(offer=offer, by=None, now=now)
    except OfferIncomplete as error:
        for field, messages in error.errors.items():
            record.note(field, " ".join(messages))
        return Result.DRAFT
    return done


def _secure(address: str) -> str:
    """Return the address when candidates may be sent to it."""
    return address if address.startswith("https://") else ""
