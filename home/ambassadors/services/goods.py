"""Goods on request: what is asked for is taken from the stock at once, and given back when it does not leave."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import F

from home.ambassadors import emails
from home.ambassadors.errors import ActNotAllowed, OutOfStock, ReasonRequired, TooManyAsked
from home.ambassadors.models import Ambassador, Good, GoodRequest
from home.ambassadors.states import AmbassadorStatus, GoodStatus

if TYPE_CHECKING:
    from accounts.models import User

REASON_MIN_LENGTH = 10
GOOD_FIELDS = [
    "name", "name_en", "description", "description_en", "picture", "max_per_request", "is_active",
]  # fmt: skip


@transaction.atomic
def keep_good(*, good: Good, change: int) -> Good:
    """Write a thing and move its stock by `change`. Raises OutOfStock when less than nothing would be left."""
    if good.pk is None:
        if change < 0:
            raise OutOfStock(0)
        good.stock = change
        good.save()
        return good
    good.save(update_fields=GOOD_FIELDS)
    # Moved, never written: members take from it at the same time.
    if change:
        rows = Good.objects.filter(pk=good.pk, stock__gte=max(0, -change))
        if not rows.update(stock=F("stock") + change):
            raise OutOfStock(Good.objects.values_list("stock", flat=True).get(pk=good.pk))
    good.refresh_from_db(fields=["stock"])
    return good


def ask_for_good(
    *,
    person: Ambassador,
    good: Good,
    quantity: int,
    address: str,
    key: uuid.UUID,
    now: dt.datetime,
) -> GoodRequest:
    """Promise goods to a member and acknowledge it. Sent twice, it is asked for once.

    Raises ActNotAllowed when the person is no member, TooManyAsked past what a person may wait for (several requests
    count as one), OutOfStock when less is left.
    """
    try:
        with transaction.atomic():
            return _ask(person, good, quantity, address, key, now)
    except IntegrityError:
        # The other of two clicks; what it took from the stock stays taken once.
        return GoodRequest.objects.get(key=key)


def _ask(
    person: Ambassador, good: Good, quantity: int, address: str, key: uuid.UUID, now: dt.datetime
) -> GoodRequest:
    sent = GoodRequest.objects.filter(key=key).first()
    if sent is not None:
        return sent
    person = Ambassador.objects.select_for_update().get(pk=person.pk)
    if person.status != AmbassadorStatus.MEMBER:
        raise ActNotAllowed("GOOD", person.status)
    # The person is held: two of their requests never read the same sum.
    already = person.good_requests.filter(good=good).quantity_to_send()
    if quantity < 1 or already + quantity > good.max_per_request:
        raise TooManyAsked(good.max_per_request, already)
    rows = Good.objects.filter(pk=good.pk, is_active=True, stock__gte=quantity)
    # One conditional statement: two people never take the same last one.
    if not rows.update(stock=F("stock") - quantity):
        left = Good.objects.filter(pk=good.pk, is_active=True).values_list("stock", flat=True)
        raise OutOfStock(left.first() or 0)
    Ambassador.objects.filter(pk=person.pk).update(heard_at=now, notice_at=None)
    asked = GoodRequest.objects.create(
        key=key, ambassador=person, good=good, quantity=quantity, address=address, created_at=now
    )
    emails.good_asked(asked=asked, now=now)
    return asked


def _taken(asked: GoodRequest) -> GoodRequest:
    """Return the request, held until the end of the transaction. Raises ActNotAllowed once it is handled."""
    # Of the request alone: the person who handled it may be nobody, and PostgreSQL locks no missing row.
    asked = (
        GoodRequest.objects.select_for_update(of=("self",))
        .select_related("ambassador", "good")
        .get(pk=asked.pk)
    )
    if asked.status != GoodStatus.REQUESTED:
        raise ActNotAllowed("GOOD", asked.status)
    return asked


def _close(asked: GoodRequest, status: GoodStatus, now: dt.datetime, by: User | None) -> None:
    asked.status, asked.address = status, ""
    asked.handled_at, asked.handled_by = now, by
    asked.save(update_fields=["status", "address", "handled_at", "handled_by", "reason"])
    if status != GoodStatus.SENT:
        Good.objects.filter(pk=asked.good_id).update(stock=F("stock") + asked.quantity)


@transaction.atomic
def send_good(*, asked: GoodRequest, by: User, now: dt.datetime) -> GoodRequest:
    """Note that the parcel has left: the postal address goes. Raises ActNotAllowed once handled."""
    asked = _taken(asked)
    _close(asked, GoodStatus.SENT, now, by)
    emails.good_sent(asked=asked, now=now)
    return asked


@transaction.atomic
def refuse_good(*, asked: GoodRequest, by: User, reason: str, now: dt.datetime) -> GoodRequest:
    """Refuse a request with a reason; the goods go back to the stock. Raises ReasonRequired, ActNotAllowed."""
    if len(reason.strip()) < REASON_MIN_LENGTH:
        raise ReasonRequired
    asked = _taken(asked)
    asked.reason = reason.strip()
    _close(asked, GoodStatus.REFUSED, now, by)
    emails.good_refused(asked=asked, by=by, now=now)
    return asked


@transaction.atomic
def cancel_good(*, asked: GoodRequest, now: dt.datetime) -> GoodRequest:
    """Take a request back before it leaves; the goods go back to the stock. Raises ActNotAllowed."""
    asked = _taken(asked)
    _close(asked, GoodStatus.CANCELLED, now, None)
    return asked


def release_goods(*, person: Ambassador, now: dt.datetime) -> None:
    """Cancel what a person who goes had asked for and not received; must run inside a transaction."""
    for asked in person.good_requests.to_send().select_for_update():
        _close(asked, GoodStatus.CANCELLED, now, None)
