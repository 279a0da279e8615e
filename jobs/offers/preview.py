"""Let the board, which knows how an offer looks, draw it for the review screen and the employer."""

from __future__ import annotations

from typing import Protocol

from django.http import HttpRequest, HttpResponse

from .models import JobOffer


class PreviewRenderer(Protocol):
    """Draw the public page of an offer that may not be public."""

    def __call__(
        self, request: HttpRequest, offer: JobOffer, *, is_online: bool = False
    ) -> HttpResponse:
        """Return the page; `is_online` when the public reads this very text."""
        ...


_renderers: list[PreviewRenderer] = []


def register(renderer: PreviewRenderer) -> None:
    """Set the renderer; called once from `AppConfig.ready`."""
    _renderers[:] = [renderer]


def render_preview(
    request: HttpRequest, offer: JobOffer, *, is_online: bool = False
) -> HttpResponse:
    """Draw the page as the public will see it. Raises LookupError when nothing was registered."""
    if not _renderers:
        raise LookupError("No preview renderer is registered.")
    return _renderers[0](request, offer, is_online=is_online)
