"""Turn a database that does not answer into a page that says so, never into an error 500."""

from __future__ import annotations

import errno
import logging
import sys
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from operations.outage_page import outage_page

logger = logging.getLogger(__name__)

RETRY_AFTER_SECONDS = 30
# SQLite reports these mistakes of the code with the class it uses for outages: they stay errors.
MISTAKES = ("no such ", "syntax error", "has no column", "already exists", "ambiguous")
DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


class UnavailableMiddleware:
    """Answer 503 with Retry-After when the database cannot be reached, is full or is too slow.

    It stands first in the list. A view's exception reaches `process_exception`; that of another
    middleware has already become a 500 when it comes here, so Django's signal remembers its cause.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request, or say that the site will be back."""
        try:
            response = self.get_response(request)
        except Exception as error:
            if not is_outage(error):
                raise
            return unavailable(error, request)
        outage: BaseException | None = getattr(request, "outage", None)
        if response.status_code == 500 and outage is not None:
            return unavailable(outage, request)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a view whose database failed."""
        return unavailable(exception, request) if is_outage(exception) else None


def is_outage(error: BaseException | None) -> bool:
    """Say whether an error means that the database or the disk is out of service for a while."""
    if isinstance(error, OperationalError | InterfaceError):
        return not any(words in str(error) for words in MISTAKES)
    return isinstance(error, OSError) and error.errno in DISK_ERRORS


def remember_outage(*, request: HttpRequest | None = None, **_kwargs: Any) -> None:
    """Keep the outage behind an uncaught exception, for the middleware to answer."""
    error = sys.exc_info()[1]
    if request is not None and is_outage(error):
        request.outage = error  # type: ignore[attr-defined]


def unavailable(error: BaseException, request: HttpRequest) -> HttpResponse:
    """Make the 503 answer, in the language of the address: a page that needs nothing, and when to come back."""
    logger.error("service unavailable", extra={"error": type(error).__name__})
    # The language may not have been chosen yet: the address says it.
    language = "en" if request.path_info.startswith("/en/") else settings.LANGUAGE_CODE
    response = HttpResponse(outage_page(language), status=503)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    response["Cache-Control"] = "no-store"
    response.headers.setdefault(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'",
    )
    return response
