"""Let higher slices follow what happens to employers, inside the same transaction."""

from __future__ import annotations

from typing import Protocol


class EmployerListener(Protocol):
    """Called after each change of status of an employer, inside the transaction of the act."""

    def __call__(self, *, employer_id: int, is_active: bool) -> None:
        """Follow the change."""


_listeners: list[EmployerListener] = []


def register(listener: EmployerListener) -> None:
    """Add a listener once; called from `AppConfig.ready`."""
    if listener not in _listeners:
        _listeners.append(listener)


def notify(*, employer_id: int, is_active: bool) -> None:
    """Tell every listener that an employer has become, or is no longer, one whose offers may be shown."""
    for listener in _listeners:
        listener(employer_id=employer_id, is_active=is_active)
