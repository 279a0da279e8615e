"""Where a settlement request can stand, what may happen to it, and what its answers may be."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Who reads requests and follows them up.
PERMISSION = "welcome.view_household"


class RequestStatus(models.TextChoices):
    """Where the project of a household stands."""

    NEW = "NEW", pgettext_lazy("settlement request", "New")
    IN_CONTACT = "IN_CONTACT", pgettext_lazy("settlement request", "In contact")
    SETTLED = "SETTLED", pgettext_lazy("settlement request", "Settled")
    CLOSED = "CLOSED", pgettext_lazy("settlement request", "Closed")


class RequestAct(models.TextChoices):
    """What can happen to a request."""

    RECEIVE = "RECEIVE", pgettext_lazy("settlement request", "Request received")
    CONTACT = "CONTACT", pgettext_lazy("settlement request", "Contact made")
    SETTLE = "SETTLE", pgettext_lazy("settlement request", "Household settled")
    CLOSE = "CLOSE", pgettext_lazy("settlement request", "Follow-up closed")
    REOPEN = "REOPEN", pgettext_lazy("settlement request", "Follow-up opened again")
    PLAN = "PLAN", pgettext_lazy("settlement request", "Next contact planned")
    HAND_OVER = "HAND_OVER", pgettext_lazy("settlement request", "Handed over")
    NOTE = "NOTE", pgettext_lazy("settlement request", "Note added")
    FORGET = "FORGET", pgettext_lazy("settlement request", "Personal data erased")


# act -> (statuses it may start from, status it leads to); referents are the only actors
TRANSITIONS: dict[RequestAct, tuple[frozenset[RequestStatus], RequestStatus]] = {
    RequestAct.CONTACT: (
        frozenset({RequestStatus.NEW, RequestStatus.IN_CONTACT}),
        RequestStatus.IN_CONTACT,
    ),
    RequestAct.SETTLE: (
        frozenset({RequestStatus.NEW, RequestStatus.IN_CONTACT}),
        RequestStatus.SETTLED,
    ),
    RequestAct.CLOSE: (
        frozenset({RequestStatus.NEW, RequestStatus.IN_CONTACT}),
        RequestStatus.CLOSED,
    ),
    RequestAct.REOPEN: (
        frozenset({RequestStatus.SETTLED, RequestStatus.CLOSED}),
        RequestStatus.IN_CONTACT,
    ),
}
OPEN = frozenset({RequestStatus.NEW, RequestStatus.IN_CONTACT})


def acts_from(status: str) -> list[RequestAct]:
    """Return what may change the status of a request that stands there, in the order of the buttons."""
    return [act for act, (sources, _target) in TRANSITIONS.items() if status in sources]


class Timing(models.TextChoices):
    """When the household would like to move."""

    SOON = "SOON", _("Within three months")
    THIS_YEAR = "THIS_YEAR", _("Within a year")
    LATER = "LATER", _("Later")
    ASKING = "ASKING", _("I am only asking for now")


class JobSituation(models.TextChoices):
    """Whether a job is found."""

    FOUND = "FOUND", _("I have found a job in the Lot")
    LOOKING = "LOOKING", _("I am looking for a job")
    KEEPING = "KEEPING", _("I keep my job: remote work, own business")
    NONE = "NONE", _("I am not looking for a job")


class Need(models.TextChoices):
    """What the household would like help with."""

    RENTING = "RENTING", _("Renting a home")
    BUYING = "BUYING", _("Buying a home")
    SCHOOL = "SCHOOL", _("School")
    CHILDCARE = "CHILDCARE", _("Childcare")
    PARTNER_JOB = "PARTNER_JOB", _("A job for my partner")
    BUSINESS = "BUSINESS", _("Setting up a business")
    CLUBS = "CLUBS", _("Clubs, sport and culture")
