"""The acts about registrations: one lock, at the desk of the event, makes them follow each other."""

from home.events.services.confirming import confirm_registration, release_places
from home.events.services.desk import open_desk
from home.events.services.leaving import cancel_registration, forget_registration
from home.events.services.publication import follow_publication
from home.events.services.registering import Attendee, register
from home.events.services.reminders import send_reminders
from home.events.services.team import (
    add_by_hand,
    give_seat,
    has_day_come,
    mark_present,
    note_export,
)

__all__ = [
    "Attendee",
    "add_by_hand",
    "cancel_registration",
    "confirm_registration",
    "follow_publication",
    "forget_registration",
    "give_seat",
    "has_day_come",
    "mark_present",
    "note_export",
    "open_desk",
    "register",
    "release_places",
    "send_reminders",
]
