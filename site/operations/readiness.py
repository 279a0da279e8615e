"""What must hold before the site takes visitors: slices register their own checks."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)

Check = Callable[[], str]
"""Return "" when all is well, else one or two fixed words: never data, never a message of an exception."""


@dataclass(frozen=True, slots=True)
class Registered:
    """A check and what its failure means: no visitor at all, or a warning for those who watch."""

    function: Check
    blocking: bool


@dataclass(slots=True)
class Report:
    """The outcome of all checks."""

    checks: dict[str, str] = field(default_factory=dict)
    is_ready: bool = True


# Asked first: when it does not answer, the others would each wait for the same silence.
DATABASE = "database"

_checks: dict[str, Registered] = {}


def register(name: str, function: Check, *, blocking: bool = True) -> None:
    """Add a check. A non-blocking one is shown but leaves the site ready."""
    _checks[name] = Registered(function=function, blocking=blocking)


def report() -> Report:
    """Run the checks; one that raises counts as failed. Without the database the others are not asked."""
    outcome = Report()
    for name, check in sorted(_checks.items(), key=lambda item: (item[0] != DATABASE, item[0])):
        problem = (
            "unknown" if outcome.checks.get(DATABASE, "ok") != "ok" else problem_of(name, check)
        )
        if problem and check.blocking:
            outcome.is_ready = False
        outcome.checks[name] = problem or "ok"
    return outcome


def problem_of(name: str, check: Registered) -> str:
    """Ask one check; what it raises goes to the log by its type alone."""
    try:
        return check.function()
    except Exception as error:  # noqa: BLE001 - a check that raises is a check that fails
        logger.warning(
            "readiness check failed", extra={"check": name, "error": type(error).__name__}
        )
        return "failed"
