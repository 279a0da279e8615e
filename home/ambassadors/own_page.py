"""What a person's own page says: their agreements, the question they were asked, their goods."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from home.ambassadors.consents import WORDS
from home.ambassadors.models import Ambassador, Consent, Good, GoodRequest
from home.ambassadors.states import (
    WITHDRAWABLE,
    AmbassadorAct,
    AmbassadorStatus,
    GoodStatus,
    Purpose,
)
from home.events.models import EventPage

MEETINGS = 3

QUESTIONS: dict[Purpose, tuple[Promise | str, Promise | str]] = {
    Purpose.LETTERS: (
        _("Letters of the network"),
        _("When you stop them, we write to you only about what you ask us."),
    ),
    Purpose.PUBLICATION: (
        _("Publication of my portrait"),
        _(
            "When you withdraw your agreement, your portrait leaves the site at once, in every language."
        ),
    ),
    Purpose.PHOTO: (
        _("Use of my photo"),
        _("When you withdraw your agreement, the photo that you sent us is deleted at once."),
    ),
}


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One agreement, as the person reads it: its words, since when, and what they may change."""

    word: str
    title: Promise | str
    effect: Promise | str
    wording: Promise | str
    given_at: dt.datetime | None
    # A photo that was deleted cannot be agreed to again: it would have to be sent.
    can_agree: bool

    @property
    def is_in_force(self) -> bool:
        """Say whether the person agrees now."""
        return self.given_at is not None


def consent_lines(person: Ambassador) -> list[ConsentLine]:
    """Return the agreements that may be given or withdrawn with a button."""
    given = {
        consent.purpose: consent for consent in person.consents.in_force().order_by("given_at")
    }
    lines = []
    for word, purpose in WITHDRAWABLE.items():
        title, effect = QUESTIONS[purpose]
        found = given.get(purpose)
        if found is None and purpose == Purpose.PHOTO:
            continue
        lines.append(
            ConsentLine(
                word,
                title,
                effect,
                found.wording if found is not None else WORDS[purpose],
                found.given_at if found is not None else None,
                purpose != Purpose.PHOTO,
            )
        )
    return lines


def consent_choice(person: Ambassador, purpose: Purpose) -> ConsentLine:
    """Return one agreement, whether it is in force or not."""
    found = next(
        (line for line in consent_lines(person) if WITHDRAWABLE[line.word] == purpose), None
    )
    if found is not None:
        return found
    word = next(word for word, each in WITHDRAWABLE.items() if each == purpose)
    title, effect = QUESTIONS[purpose]
    return ConsentLine(word, title, effect, WORDS[purpose], None, can_agree=False)


def agreements_to_confirm(person: Ambassador) -> list[str]:
    """Return the words that were ticked with a request, in the order they were shown; the charter by its first line."""
    given = person.consents.in_force().order_by("pk")
    return [consent.wording.partition("\n")[0] for consent in given]


def accepted_charter(person: Ambassador) -> Consent | None:
    """Return the agreement to the charter, with the words that were accepted and the day; None when there is none."""
    found: Consent | None = person.consents.in_force().filter(purpose=Purpose.CHARTER).first()
    return found


def next_meetings(person: Ambassador, language: str, now: dt.datetime) -> list[EventPage]:
    """Return the next dates of the agenda in a language, without those that are cancelled; none before one is a member."""
    if not person.is_member:
        return []
    coming = EventPage.objects.online().filter(locale__language_code=language, is_cancelled=False)
    return list(coming.upcoming(now).for_lists()[:MEETINGS])


def last_question(person: Ambassador) -> str:
    """Return what the team asked and waits for; "" when nothing is asked."""
    if person.status != AmbassadorStatus.MORE_ASKED:
        return ""
    entry = person.log.filter(act=AmbassadorAct.ASK).order_by("-created_at", "-pk").first()
    return entry.words if entry is not None else ""


@dataclass(frozen=True, slots=True)
class OwnGoods:
    """What a member may ask for, and what they asked for."""

    proposed: list[Good]
    asked: list[GoodRequest]

    def cancelled(self, key: str) -> GoodRequest | None:
        """Return the request of that key when it is one of theirs and cancelled; None otherwise."""
        return next(
            (
                asked
                for asked in self.asked
                if str(asked.key) == key and asked.status == GoodStatus.CANCELLED
            ),
            None,
        )


def own_goods(person: Ambassador) -> OwnGoods | None:
    """Return the goods of a member; None for somebody who is not one yet."""
    if not person.is_member:
        return None
    asked = person.good_requests.select_related("good").order_by("-created_at", "-pk")
    return OwnGoods(list(Good.objects.proposed().select_related("picture")), list(asked[:20]))
