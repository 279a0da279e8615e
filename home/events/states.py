"""The words of the agenda: kinds of events, how people take part, what became of a registration."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    """What an event is; the value is also the word of the address."""

    FAIR = "salon", _("Fair")
    WELCOME_EVENING = "soiree-accueil", _("Welcome evening")
    INTERN_EVENING = "soiree-internes", _("Interns’ evening")
    AMBASSADOR_MEETUP = "rencontre-ambassadeurs", _("Ambassadors’ meeting")
    WORKSHOP = "atelier", _("Workshop")
    OTHER = "autre", _("Other event")


class EventFormat(models.TextChoices):
    """Where people meet."""

    ON_SITE = "ON_SITE", _("On site")
    ONLINE = "ONLINE", _("Online")
    HYBRID = "HYBRID", _("On site and online")


class RegistrationMode(models.TextChoices):
    """How one registers."""

    NONE = "NONE", _("Without registration")
    HERE = "HERE", _("On this site")
    ELSEWHERE = "ELSEWHERE", _("On another site")


class RegistrationStatus(models.TextChoices):
    """What became of a registration."""

    # Asked for from an address that nobody has proved yet.
    PENDING = "PENDING", _("To be confirmed")
    CONFIRMED = "CONFIRMED", _("Registered")
    WAITING = "WAITING", _("On the waiting list")
    CANCELLED = "CANCELLED", _("Registration cancelled")


class RegistrationAct(models.TextChoices):
    """What is done on the list of an event."""

    CONFIRMED = "CONFIRMED", _("Registered")
    WAITING = "WAITING", _("On the waiting list")
    ADDED = "ADDED", _("Written down by the team")
    PROMOTED = "PROMOTED", _("Place given to the next on the waiting list")
    SEATED = "SEATED", _("Place given out of turn")
    CANCELLED = "CANCELLED", _("Registration cancelled")
    PRESENT = "PRESENT", _("Marked as present")
    ABSENT = "ABSENT", _("Mark of presence removed")
    REMINDED = "REMINDED", _("Reminders sent")
    EXPORTED = "EXPORTED", _("List exported")
    ERASED = "ERASED", _("Registration erased")


class Availability(models.TextChoices):
    """What a reader may do about an event at a given instant."""

    CANCELLED = "CANCELLED", _("Cancelled")
    OVER = "OVER", _("Over")
    STARTED = "STARTED", _("Started")
    FREE = "FREE", _("Without registration")
    ELSEWHERE = "ELSEWHERE", _("Registration on another site")
    NOT_YET = "NOT_YET", _("Registration not open yet")
    CLOSED = "CLOSED", _("Registration closed")
    FULL = "FULL", _("Full")
    OPEN = "OPEN", _("Registration open")


# Who comes, or waits for a place; the others are nobody's guests.
ON_THE_LIST = (RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING)
# One may leave one's name: a place is free, or one waits for it.
TAKES_NAMES = frozenset({Availability.OPEN, Availability.FULL})
