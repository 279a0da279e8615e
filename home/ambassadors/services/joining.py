"""What a person does before they are a member: ask, answer, ask again for their link."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from home.ambassadors import consents, emails, journal
from home.ambassadors.errors import ActNotAllowed
from home.ambassadors.models import Ambassador, AmbassadorPhoto
from home.ambassadors.photos import Photo
from home.ambassadors.states import (
    OPEN,
    RESULTS,
    TRANSITIONS,
    Actor,
    AmbassadorAct,
    AmbassadorStatus,
    HelpKind,
    Purpose,
)


@dataclass(frozen=True, slots=True)
class Application:
    """What a person typed to become an ambassador."""

    first_name: str
    last_name: str
    email: str
    place: str
    activity: str
    reason: str
    helps: tuple[HelpKind, ...]
    social_url: str
    language: str
    wants_letters: bool
    agrees_to_publication: bool
    photo: Photo | None = None

    def helps_fields(self) -> dict[str, bool]:
        """Return the kinds of help as the model's fields."""
        return {f"helps_{kind.value}": kind in self.helps for kind in HelpKind}


def ask_to_join(*, application: Application, key: uuid.UUID, now: dt.datetime) -> Ambassador | None:
    """Keep a request and ask to confirm its address. Sent twice with one `key`, it is kept once.

    The key of another address's request says nothing: obeyed, it would tell whether that address was known.

    An address whose file is open already gets a mail instead of a second file, and None comes back: the page must
    say the same to everybody, since anyone may type anybody's address. For the same reason, nothing that was typed
    counts until `confirm_address`.
    """
    try:
        with transaction.atomic():
            return _keep(application, key, now)
    except IntegrityError:
        # The other of two clicks, or the same address or key at the same instant: what it wrote is there now.
        with transaction.atomic():
            return _keep(application, key, now)


def _keep(application: Application, key: uuid.UUID, now: dt.datetime) -> Ambassador | None:
    sent = Ambassador.objects.filter(key=key).first()
    if sent is not None:
        if sent.email.lower() == application.email.lower():
            return sent
        key = uuid.uuid4()
    if _tell_known(application, now):
        return None
    person = Ambassador.objects.create(
        key=key,
        first_name=application.first_name,
        last_name=application.last_name,
        email=application.email,
        place=application.place,
        activity=application.activity,
        reason=application.reason,
        social_url=application.social_url,
        language=application.language,
        created_at=now,
        waiting_since=now,
        heard_at=now,
        **application.helps_fields(),
    )
    _keep_consents(person, application, now)
    journal.record(person=person, act=AmbassadorAct.RECEIVED, now=now)
    emails.to_confirm(person=person, now=now)
    return person


def _keep_consents(person: Ambassador, application: Application, now: dt.datetime) -> None:
    given = {
        Purpose.CHARTER: True,
        Purpose.LETTERS: application.wants_letters,
        Purpose.PUBLICATION: application.agrees_to_publication,
        Purpose.PHOTO: application.photo is not None,
    }
    for purpose, is_given in given.items():
        if is_given:
            consents.give(person=person, purpose=purpose, now=now)
    photo = application.photo
    if photo is not None:
        AmbassadorPhoto.objects.create(
            ambassador=person,
            content=photo.content,
            width=photo.width,
            height=photo.height,
            created_at=now,
        )


def _tell_known(application: Application, now: dt.datetime) -> bool:
    """Write to the owner of an address whose file is open; False when there is none."""
    known = Ambassador.objects.with_address(application.email).filter(status__in=OPEN).first()
    if known is None:
        return False
    if known.is_confirmed:
        emails.already_known(person=known, now=now)
    else:
        emails.to_confirm(person=known, now=now)
    return True


@transaction.atomic
def answer_question(*, person: Ambassador, answer: str, now: dt.datetime) -> Ambassador:
    """Take the answer to the team's question: the request is to review again. Raises ActNotAllowed."""
    person = Ambassador.objects.select_for_update().get(pk=person.pk)
    act = AmbassadorAct.ANSWER
    if person.status not in TRANSITIONS[act, Actor.PERSON]:
        raise ActNotAllowed(act, person.status)
    before, person.status = person.status, AmbassadorStatus(RESULTS[act])
    person.version += 1
    person.heard_at = person.waiting_since = now
    person.save(update_fields=["status", "version", "heard_at", "waiting_since"])
    journal.record(person=person, act=act, now=now, from_status=before, words=answer)
    emails.answer_received(person=person, now=now)
    return person


@transaction.atomic
def send_space_link(*, email: str, now: dt.datetime) -> None:
    """Send the link of their own page to the owner of an address, if it has an open file.

    Whoever has not confirmed their address gets the link that does, again: their page opens with its button.
    """
    person = Ambassador.objects.with_address(email).filter(status__in=OPEN).first()
    if person is None:
        return
    if person.is_confirmed:
        emails.space_link(person=person, now=now)
    else:
        emails.to_confirm(person=person, now=now)
