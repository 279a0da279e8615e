"""The named reasons for which an act on an offer is not possible."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import PermissionDenied


class OfferError(Exception):
    """An act on an offer that the rules do not allow."""


class ActNotAllowed(OfferError):
    """The offer is not in a state from which this act may start."""

    def __init__(self, act: str, state: str) -> None:
        self.act, self.state = act, state
        super().__init__(f"{act} from {state}")


class OfferIncomplete(OfferError):
    """The offer cannot be sent yet: `errors` holds, per field, what is missing or wrong."""

    def __init__(self, errors: dict[str, list[str]]) -> None:
        self.errors = errors
        super().__init__(", ".join(errors))


class InvalidLastDay(OfferError):
    """The last day is in the past or too far: `latest` is the last one allowed."""

    def __init__(self, latest: dt.date) -> None:
        self.latest = latest
        super().__init__(str(latest))


class DraftConflict(OfferError):
    """A colleague saved the draft in between: `by` is their name, `at` when."""

    def __init__(self, *, by: str, at: dt.datetime | None) -> None:
        self.by, self.at = by, at
        super().__init__(by)


class AlreadyDecided(PermissionDenied, OfferError):
    """Another moderator decided first: `by`, `at` and `act` tell who, when and what."""

    def __init__(self, *, by: str, at: dt.datetime | None, act: str) -> None:
        self.by, self.at, self.act = by, at, act
        super().__init__(f"{act} by {by}")


class ReasonRequired(PermissionDenied, OfferError):
    """A refusal or a request for changes says why, in ten characters at least."""
