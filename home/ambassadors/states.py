"""The words of the slice: statuses, acts with who may do them and from where, consents, kinds of help, themes."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _


class PortraitTheme(models.TextChoices):
    """What a portrait is about; the value is also the word of the address."""

    WORK = "travail", _("Working here")
    BUSINESS = "entreprise", _("Running a business")
    CARE = "soin", _("Caring for others")
    LAND = "terre", _("Land and cooking")
    CULTURE = "culture", _("Culture and heritage")
    FAMILY = "famille", _("Family life")
    AFAR = "ailleurs", _("The Lot from afar")


class HelpKind(models.TextChoices):
    """What an ambassador offers to do; the value ends the name of the model's field."""

    WELCOME = "welcome", _("Welcome newcomers")
    TESTIFY = "testify", _("Tell my story")
    RELAY = "relay", _("Pass news on around me")
    FAIRS = "fairs", _("Take part in fairs")


class AmbassadorStatus(models.TextChoices):
    """Where a person stands, from the request to the end."""

    PENDING = "PENDING", _("To review")
    MORE_ASKED = "MORE_ASKED", _("Waiting for an answer")
    MEMBER = "MEMBER", _("Member")
    REFUSED = "REFUSED", _("Refused")
    LEFT = "LEFT", _("Gone")
    ERASED = "ERASED", _("Erased")


class AmbassadorAct(models.TextChoices):
    """What happens to a person's file."""

    RECEIVED = "RECEIVED", _("Request received")
    CONFIRMED = "CONFIRMED", _("Address confirmed")
    ACCEPT = "ACCEPT", _("Accepted")
    ASK = "ASK", _("More asked")
    ANSWER = "ANSWER", _("Answer received")
    REFUSE = "REFUSE", _("Refused")
    LEAVE = "LEAVE", _("Left")
    EDIT = "EDIT", _("Details corrected")
    CONSENT_GIVEN = "CONSENT_GIVEN", _("Consent given")
    CONSENT_WITHDRAWN = "CONSENT_WITHDRAWN", _("Consent withdrawn")
    PORTRAIT_LINKED = "PORTRAIT_LINKED", _("Portrait linked")
    PORTRAIT_WITHDRAWN = "PORTRAIT_WITHDRAWN", _("Portrait taken offline")
    NOTICE = "NOTICE", _("Asked whether to stay")
    STAYED = "STAYED", _("Chose to stay")
    ERASE = "ERASE", _("Erased")
    # Of nobody's file: a copy of the list was taken.
    EXPORT = "EXPORT", _("List of members exported")


class Actor(models.TextChoices):
    """Who acts."""

    PERSON = "PERSON", _("The person")
    MODERATOR = "MODERATOR", _("The team")
    CLOCK = "CLOCK", _("The night’s retention")


WAITING = frozenset({AmbassadorStatus.PENDING, AmbassadorStatus.MORE_ASKED})
# One file at a time for an address, as long as the person is in one of these.
OPEN = WAITING | {AmbassadorStatus.MEMBER}

# (act, who) -> the statuses it may start from; permissions, buttons and refusals all come from here.
TRANSITIONS: Mapping[tuple[AmbassadorAct, Actor], frozenset[AmbassadorStatus]] = {
    (AmbassadorAct.CONFIRMED, Actor.PERSON): OPEN,
    (AmbassadorAct.ACCEPT, Actor.MODERATOR): WAITING,
    (AmbassadorAct.ASK, Actor.MODERATOR): frozenset({AmbassadorStatus.PENDING}),
    (AmbassadorAct.REFUSE, Actor.MODERATOR): WAITING,
    (AmbassadorAct.ANSWER, Actor.PERSON): frozenset({AmbassadorStatus.MORE_ASKED}),
    (AmbassadorAct.LEAVE, Actor.PERSON): OPEN,
    (AmbassadorAct.LEAVE, Actor.MODERATOR): frozenset({AmbassadorStatus.MEMBER}),
    # A member who does not say that they stay, a person who never answers our question.
    (AmbassadorAct.LEAVE, Actor.CLOCK): frozenset(
        {AmbassadorStatus.MEMBER, AmbassadorStatus.MORE_ASKED}
    ),
    (AmbassadorAct.EDIT, Actor.MODERATOR): OPEN,
    (AmbassadorAct.STAYED, Actor.PERSON): frozenset({AmbassadorStatus.MEMBER}),
}
RESULTS: Mapping[AmbassadorAct, AmbassadorStatus] = {
    AmbassadorAct.ACCEPT: AmbassadorStatus.MEMBER,
    AmbassadorAct.ASK: AmbassadorStatus.MORE_ASKED,
    AmbassadorAct.REFUSE: AmbassadorStatus.REFUSED,
    AmbassadorAct.ANSWER: AmbassadorStatus.PENDING,
    AmbassadorAct.LEAVE: AmbassadorStatus.LEFT,
}
DECISIONS = (AmbassadorAct.ACCEPT, AmbassadorAct.ASK, AmbassadorAct.REFUSE)
# Not before the person proved that the address is theirs: anyone may type anybody's.
NEED_CONFIRMED = frozenset({AmbassadorAct.ACCEPT, AmbassadorAct.ASK})
# What the decisions are called in addresses.
DECISION_WORDS: Mapping[str, AmbassadorAct] = {
    "accepter": AmbassadorAct.ACCEPT,
    "completer": AmbassadorAct.ASK,
    "refuser": AmbassadorAct.REFUSE,
}


def possible(status: str, actor: Actor) -> frozenset[AmbassadorAct]:
    """Return the acts that somebody may do from a status."""
    return frozenset(
        act for (act, who), starts in TRANSITIONS.items() if who == actor and status in starts
    )


class Purpose(models.TextChoices):
    """What a person agrees to, one consent each."""

    CHARTER = "CHARTER", _("Charter of the ambassadors")
    LETTERS = "LETTERS", _("Letters of the network")
    PUBLICATION = "PUBLICATION", _("Publication of the portrait")
    PHOTO = "PHOTO", _("Agreement of the person photographed")


# What may be withdrawn with a button while staying a member: leaving is what withdraws the charter.
WITHDRAWABLE: Mapping[str, Purpose] = {
    "lettres": Purpose.LETTERS,
    "portrait": Purpose.PUBLICATION,
    "photo": Purpose.PHOTO,
}


class GoodStatus(models.TextChoices):
    """Where a request for goods stands."""

    REQUESTED = "REQUESTED", _("To send")
    SENT = "SENT", _("Sent")
    REFUSED = "REFUSED", _("Refused")
    CANCELLED = "CANCELLED", _("Cancelled")
