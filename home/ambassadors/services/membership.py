"""The life of a member: details, consents, portrait, staying, leaving, being forgotten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import translation

from home.ambassadors import consents, emails, journal
from home.ambassadors.errors import ActNotAllowed, AddressTaken
from home.ambassadors.models import (
    Ambassador,
    AmbassadorPhoto,
    PortraitPage,
)
from home.ambassadors.services.goods import release_goods
from home.ambassadors.services.portraits import erase_portrait
from home.ambassadors.services.publication import withdraw_publication
from home.ambassadors.states import (
    RESULTS,
    TRANSITIONS,
    Actor,
    AmbassadorAct,
    AmbassadorStatus,
    Purpose,
)

if TYPE_CHECKING:
    from accounts.models import User

# What is known of a person, and goes when they are forgotten.
PERSONAL = ("first_name", "last_name", "email", "place", "activity", "reason", "social_url")


def locked(person: Ambassador, act: AmbassadorAct, actor: Actor) -> Ambassador:
    """Return the file, held until the end of the transaction. Raises ActNotAllowed from a wrong status."""
    person = Ambassador.objects.select_for_update().get(pk=person.pk)
    if person.status not in TRANSITIONS[act, actor]:
        raise ActNotAllowed(act, person.status)
    return person


def correct_details(
    *, person: Ambassador, changes: Mapping[str, Any], by: User, now: dt.datetime
) -> Ambassador:
    """Write what the team corrected; the journal keeps which fields, never their values.

    Raises AddressTaken when another open file has the new address, ActNotAllowed once the person is gone.
    """
    try:
        with transaction.atomic():
            person = locked(person, AmbassadorAct.EDIT, Actor.MODERATOR)
            changed = [name for name, value in changes.items() if getattr(person, name) != value]
            if not changed:
                return person
            for name in changed:
                setattr(person, name, changes[name])
            person.version += 1
            person.save(update_fields=[*changed, "version"])
            fields: list[Any] = [Ambassador._meta.get_field(name) for name in changed]
            labels = [str(field.verbose_name) for field in fields]
            journal.record(
                person=person,
                act=AmbassadorAct.EDIT,
                actor=Actor.MODERATOR,
                by=by,
                now=now,
                words=", ".join(labels),
            )
            return person
    except IntegrityError as error:
        raise AddressTaken from error


@transaction.atomic
def change_consent(
    *,
    person: Ambassador,
    purpose: Purpose,
    agrees: bool,
    now: dt.datetime,
    by: User | None = None,
) -> bool:
    """Give or withdraw one consent; False when nothing changed. Withdrawing acts at once on what it allowed."""
    person = Ambassador.objects.select_for_update().get(pk=person.pk)
    actor = Actor.MODERATOR if by is not None else Actor.PERSON
    if not person.is_open:
        raise ActNotAllowed(AmbassadorAct.CONSENT_GIVEN, person.status)
    was_in_force = purpose in consents.purposes_in_force(person)
    if was_in_force == agrees:
        return False
    if agrees:
        consents.give(person=person, purpose=purpose, now=now)
    else:
        consents.withdraw(person=person, purpose=purpose, now=now)
        _undo(person, purpose, actor, now)
    act = AmbassadorAct.CONSENT_GIVEN if agrees else AmbassadorAct.CONSENT_WITHDRAWN
    if actor == Actor.PERSON:
        _heard(person, now)
    # The team reads the journal, in French whatever the person speaks.
    with translation.override(settings.LANGUAGE_CODE):
        words = str(Purpose(purpose).label)
    journal.record(person=person, act=act, actor=actor, by=by, now=now, words=words)
    return True


def _undo(person: Ambassador, purpose: Purpose, actor: Actor, now: dt.datetime) -> None:
    if purpose == Purpose.PUBLICATION:
        withdraw_publication(person=person, actor=actor, now=now)
    if purpose == Purpose.PHOTO:
        AmbassadorPhoto.objects.filter(ambassador=person).delete()


def _heard(person: Ambassador, now: dt.datetime) -> None:
    Ambassador.objects.filter(pk=person.pk).update(heard_at=now, notice_at=None)


@transaction.atomic
def link_portrait(
    *, person: Ambassador, portrait: PortraitPage | None, by: User, now: dt.datetime
) -> Ambassador:
    """Say which portrait is that of a member; without their consent it leaves the public view at once.

    So does the one that was theirs before, unless it is of nobody: no consent stands for it any more.
    """
    person = locked(person, AmbassadorAct.EDIT, Actor.MODERATOR)
    if person.portrait_id == (portrait.pk if portrait is not None else None):
        return person
    before, person.portrait = person.portrait, portrait
    person.version += 1
    person.save(update_fields=["portrait", "version"])
    journal.record(
        person=person,
        act=AmbassadorAct.PORTRAIT_LINKED,
        actor=Actor.MODERATOR,
        by=by,
        now=now,
        words=portrait.title if portrait is not None else "–",
    )
    is_agreed = person.is_confirmed and person.is_member
    if not is_agreed or Purpose.PUBLICATION not in consents.purposes_in_force(person):
        withdraw_publication(person=person, actor=Actor.MODERATOR, now=now)
    if before is not None and not before.is_fictional:
        withdraw_publication(person=person, portrait=before, actor=Actor.MODERATOR, now=now)
    return person


@transaction.atomic
def stay(*, person: Ambassador, now: dt.datetime) -> Ambassador:
    """Note that a member wants to stay. Raises ActNotAllowed when they are no member."""
    person = locked(person, AmbassadorAct.STAYED, Actor.PERSON)
    if person.notice_at is not None:
        journal.record(person=person, act=AmbassadorAct.STAYED, now=now)
    _heard(person, now)
    return person


@transaction.atomic
def leave(
    *,
    person: Ambassador,
    now: dt.datetime,
    actor: Actor = Actor.PERSON,
    by: User | None = None,
) -> Ambassador:
    """End a membership, or withdraw a request: consents, portrait and goods go with it. Raises ActNotAllowed."""
    act = AmbassadorAct.LEAVE
    person = locked(person, act, actor)
    before, person.status = person.status, AmbassadorStatus(RESULTS[act])
    person.version += 1
    person.ended_at = now
    person.save(update_fields=["status", "version", "ended_at"])
    consents.withdraw_all(person=person, now=now)
    withdraw_publication(person=person, actor=actor, now=now)
    release_goods(person=person, now=now)
    AmbassadorPhoto.objects.filter(ambassador=person).delete()
    journal.record(person=person, act=act, actor=actor, by=by, now=now, from_status=before)
    emails.goodbye(person=person, was_member=before == AmbassadorStatus.MEMBER, now=now)
    return person


@transaction.atomic
def erase_person(
    *, person: Ambassador, now: dt.datetime, actor: Actor = Actor.CLOCK, by: User | None = None
) -> bool:
    """Forget a person: the number, the dates and the acts stay, without a name; False when that is already done.

    What they had agreed to stays in the ledger, which then leads to nobody. Their portrait goes in every language.
    """
    person = Ambassador.objects.select_for_update().get(pk=person.pk)
    if person.status == AmbassadorStatus.ERASED:
        return False
    erase_portrait(person)
    consents.withdraw_all(person=person, now=now)
    release_goods(person=person, now=now)
    AmbassadorPhoto.objects.filter(ambassador=person).delete()
    for name in PERSONAL:
        setattr(person, name, "")
    person.status, person.portrait, person.notice_at = AmbassadorStatus.ERASED, None, None
    person.ended_at = person.ended_at or now
    person.version += 1
    person.save()
    # The one thing that the journal lets through: words typed by people are blanked.
    person.log.exclude(words="").update(words="")
    journal.record(person=person, act=AmbassadorAct.ERASE, actor=actor, by=by, now=now)
    return True
