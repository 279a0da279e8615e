"""What may prevent an act about registrations."""

from __future__ import annotations

from home.events.states import Availability


class RegistrationRefused(Exception):
    """Nobody can register now; `state` says why."""

    def __init__(self, state: Availability) -> None:
        super().__init__(state)
        self.state = state


class NoSeatLeft(Exception):
    """There are fewer places left than the registration has persons."""


class EventHasStarted(Exception):
    """Too late to give up a place: the event has begun."""


class PartyTooLarge(Exception):
    """More persons than one registration may bring; `limit` is how many may come."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class AlreadyRegistered(Exception):
    """The address has a registration to this event."""


class EventNotBegun(Exception):
    """Nobody can have come before the day of the event."""


class NotOnTheList(Exception):
    """Only somebody who has a place can be marked as present."""
