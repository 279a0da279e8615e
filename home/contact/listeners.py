"""Who wants to know that a message was sent: campaigns count what their links brought."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

# Called inside the transaction of the message, with the code that the form carried.
Listener = Callable[[str, dt.datetime], None]

_listeners: dict[str, Listener] = {}


def register(name: str, listener: Listener) -> None:
    """Add a listener, or replace the one of that name; call it from an app's `ready()`."""
    _listeners[name] = listener


def tell(origin: str, now: dt.datetime) -> None:
    """Tell every listener that a message came with the code `origin`; nothing without a code."""
    if origin:
        for listener in _listeners.values():
            listener(origin, now)
