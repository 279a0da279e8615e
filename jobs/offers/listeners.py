"""Let higher slices (the board, the search index) follow what the public may see, inside the transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class OfferListener(Protocol):
    """Called inside the transaction of each change that may alter what is public about some offers."""

    def __call__(self, *, offer_ids: Sequence[int]) -> None:
        """Follow the change."""


_listeners: list[OfferListener] = []


def register(listener: OfferListener) -> None:
    """Add a listener once; called from `AppConfig.ready`."""
    if listener not in _listeners:
        _listeners.append(listener)


def notify(*, offer_ids: Sequence[int]) -> None:
    """Tell every listener that these offers have changed."""
    if not offer_ids:
        return
    for listener in _listeners:
        listener(offer_ids=offer_ids)
