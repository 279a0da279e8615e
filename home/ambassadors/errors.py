"""The named reasons for which an act is not possible."""

from __future__ import annotations

import datetime as dt


class AmbassadorError(Exception):
    """An act that the rules do not allow."""


class ActNotAllowed(AmbassadorError):
    """The person's file is not in a status from which this act may start."""

    def __init__(self, act: str, status: str) -> None:
        self.act, self.status = act, status
        super().__init__(f"{act} from {status}")


class AlreadyDecided(AmbassadorError):
    """Somebody decided first: `by`, `at` and `act` tell who, when and what."""

    def __init__(self, *, by: str, at: dt.datetime | None, act: str) -> None:
        self.by, self.at, self.act = by, at, act
        super().__init__(f"{act} by {by}")


class AddressNotConfirmed(AmbassadorError):
    """Nobody has proved yet that the address of the request is theirs."""


class ReasonRequired(AmbassadorError):
    """A refusal or a question says why, in ten characters at least."""


class AddressTaken(AmbassadorError):
    """Another open file has this e-mail address."""


class OutOfStock(AmbassadorError):
    """There are not that many left: `left` says how many."""

    def __init__(self, left: int) -> None:
        self.left = left
        super().__init__(str(left))


class TooManyAsked(AmbassadorError):
    """More than a person may wait for: `most` says how many, `already` how many of them wait for a parcel."""

    def __init__(self, most: int, already: int = 0) -> None:
        self.most, self.already = most, already
        super().__init__(f"{already} of {most}")


class RecipientsChanged(AmbassadorError):
    """The members who would receive the letter are no longer those that were counted."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(str(number))


class UnusablePhoto(AmbassadorError):
    """The file sent is no picture that can be kept; the message says what to do."""
