"""What can be refused on a request to be called back."""

from __future__ import annotations


class StaleRequest(Exception):
    """Somebody else acted on the request since the screen was shown."""


class RequestForgotten(Exception):
    """The person was erased: nothing more can be done."""
