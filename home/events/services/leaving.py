"""Give up a place: it goes at once to whoever waits for it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from home.events import emails, journal
from home.events.errors import EventHasStarted
from home.events.models import Registration
from home.events.services.desk import give_freed_seats, open_desk
from home.events.states import RegistrationAct, RegistrationStatus

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def cancel_registration(
    *, registration: Registration, now: datetime, by: User | None = None
) -> Registration:
    """Cancel a registration and give its place to the next; one cancelled already stays as it is, without a mail.

    A request that nobody confirmed is erased instead: no mail goes to an address that nobody proved. `by` is
    somebody of the team; None is the person. Raises EventHasStarted when a person gives up a place after the start,
    which the team may; Registration.DoesNotExist when the row was erased meanwhile.
    """
    desk = open_desk(registration.event, now=now)
    row: Registration = Registration.objects.get(pk=registration.pk)
    if row.is_pending:
        Registration.objects.filter(pk=row.pk).delete()
        give_freed_seats(desk, now=now)
        return row
    if not row.is_active:
        return row
    if now >= desk.event.starts_at and by is None:
        raise EventHasStarted
    row.status = RegistrationStatus.CANCELLED
    row.cancelled_at, row.present_at = now, None
    row.save()
    journal.record(
        event=desk.event,
        registration=row,
        act=RegistrationAct.CANCELLED,
        now=now,
        by=by,
        is_by_person=by is None,
    )
    if now < desk.event.starts_at:
        emails.cancelled(registration=row, pages=desk.pages, now=now)
    give_freed_seats(desk, now=now)
    return row


@transaction.atomic
def forget_registration(*, registration: Registration, now: datetime) -> None:
    """Erase a registration, without a mail to the person; a place that it held goes to the next."""
    desk = open_desk(registration.event, now=now)
    Registration.objects.filter(pk=registration.pk).delete()
    journal.record(event=desk.event, registration=registration, act=RegistrationAct.ERASED, now=now)
    give_freed_seats(desk, now=now)
