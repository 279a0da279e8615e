"""Show an offer of an outside source: no review, a link to where it comes from, nothing applied for here."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from jobs.employers.models import Employer
from jobs.employers.states import EmployerKind, EmployerStatus
from jobs.exchange.records import Record, RejectedError
from jobs.offers import journal, listeners
from jobs.offers.models import JobOffer, OfferLifecycle
from jobs.offers.querysets import paris_day
from jobs.offers.situation import offer_state
from jobs.offers.states import OfferAct, OfferState, ReviewState
from territory.models import Municipality

from .matching import Result, Source, apply_values, existing_offer, values_of


@transaction.atomic
def source_employer(*, name: str, now: dt.datetime) -> Employer:
    """Return the employer record that stands for an outside source, created at its first import."""
    employer: Employer | None = Employer.objects.filter(name=name, is_source=True).first()
    if employer is None:
        employer = Employer.objects.create(
            name=name,
            kind=EmployerKind.OTHER,
            status=EmployerStatus.VERIFIED,
            is_source=True,
            created_at=now,
            verified_at=now,
        )
    return employer


@transaction.atomic
def import_external(
    *, record: Record, source: Source, employer: Employer, now: dt.datetime
) -> tuple[JobOffer, Result]:
    """Show an offer of an outside source, or bring it up to date: same source and number, same offer.

    It goes online without review when it holds what every offer online holds, and stays offline otherwise.
    What the team closed or suspended here stays so. Raises `RejectedError` for the copy of an offer of ours.
    """
    values = values_of(record, source) | {"is_external": True}
    offer = existing_offer(record, source)
    if offer is None:
        _refuse_copy_of_ours(record, now)
        return _create_external(record, values, employer, now)
    if offer.lifecycle.closed_at is not None:
        record.note("id", _("Closed here: left as it is."), record.source_id)
        return offer, Result.LEFT
    changed = apply_values(offer, values, record.municipality_ids)
    return offer, _keep_external(offer, record, changed=changed, now=now)


def _refuse_copy_of_ours(record: Record, now: dt.datetime) -> None:
    """Refuse the copy of an offer its own employer already shows here. Raises `RejectedError`."""
    if not record.employer_name:
        return
    twin = (
        JobOffer.objects.visible(now)
        .filter(
            is_external=False,
            title__iexact=record.fields["title"],
            employer__name__iexact=record.employer_name,
            municipalities__in=record.municipality_ids,
        )
        .order_by("pk")
        .first()
    )
    if twin is not None:
        raise RejectedError("id", _("The employer already shows this offer here."), twin.reference)


def _create_external(
    record: Record, values: dict[str, Any], employer: Employer, now: dt.datetime
) -> tuple[JobOffer, Result]:
    """Create an outside offer and its life."""
    since = min(record.online_since or now, now)
    is_complete = _is_complete(values)
    offer = JobOffer(
        employer=employer,
        live=is_complete,
        first_published_at=since if is_complete else None,
        last_published_at=since if is_complete else None,
        **values,
    )
    offer.municipalities = list(Municipality.objects.filter(pk__in=record.municipality_ids))
    offer.save()
    offer.lifecycle = OfferLifecycle.objects.create(
        offer=offer,
        last_day=_last_day(record, now),
        review=ReviewState.APPROVED if is_complete else ReviewState.NONE,
        online_since=since if is_complete else None,
        confirmed_at=now,
        working_title=offer.title,
    )
    _tell(offer, now, before="")
    return offer, Result.CREATED if is_complete else _offline(record)


def _keep_external(offer: JobOffer, record: Record, *, changed: bool, now: dt.datetime) -> Result:
    """Save an outside offer seen again: it is still open where it comes from, its days start again."""
    life = offer.lifecycle
    before = offer_state(offer, now)
    offer.live = _is_complete({"title": offer.title, "family_id": offer.family_id} | record.fields)
    if offer.live and life.online_since is None:
        life.online_since = min(record.online_since or now, now)
        life.review, changed = ReviewState.APPROVED, True
    last_day = _last_day(record, now)
    moved, life.last_day, life.confirmed_at = life.last_day != last_day, last_day, now
    life.save(update_fields=["last_day", "confirmed_at", "online_since", "review"])
    if changed:
        offer.last_published_at = now
        offer.save()
        _tell(offer, now, before=before)
    elif moved:
        listeners.notify(offer_ids=[offer.pk])
    if not offer.live:
        return _offline(record)
    return Result.UPDATED if changed else Result.UNCHANGED


def _is_complete(values: dict[str, Any]) -> bool:
    """Tell whether an offer holds what the database asks of one online."""
    return all(values.get(name) for name in ("title", "family_id", "contract_type", "missions"))


def _offline(record: Record) -> Result:
    """Say that an offer was kept without being shown."""
    record.note("typeContrat", _("Kept offline: its type of contract is not known."))
    return Result.OFFLINE


def _last_day(record: Record, now: dt.datetime) -> dt.date:
    """Return the last day asked for, within what the programme allows, or the usual one."""
    today = paris_day(now)
    latest = today + dt.timedelta(days=settings.OFFER_MAX_DAYS)
    if record.last_day is None:
        return today + dt.timedelta(days=settings.OFFER_DEFAULT_DAYS)
    return min(record.last_day, latest)


def _tell(offer: JobOffer, now: dt.datetime, *, before: str) -> None:
    """Write the import in the offer's history and let the board follow."""
    after = offer_state(offer, now) if offer.live else OfferState.DRAFT
    journal.record(
        offer=offer, act=OfferAct.IMPORT, by=None, now=now, from_state=before, to_state=after
    )
    listeners.notify(offer_ids=[offer.pk])
