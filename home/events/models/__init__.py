"""The agenda, its events, and who comes to them."""

from home.events.models.pages import EventIndexPage, EventPage
from home.events.models.registrations import EventDesk, Registration, RegistrationLogEntry

__all__ = ["EventDesk", "EventIndexPage", "EventPage", "Registration", "RegistrationLogEntry"]
