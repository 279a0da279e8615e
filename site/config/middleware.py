"""What surrounds every request: headers, HEAD, privacy of responses, deny by default."""

from __future__ import annotations

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.db import DataError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.cache import add_never_cache_headers
from django.utils.datastructures import MultiValueDictKeyError

from accounts.landing import READING, page_to_read
from config.access import is_public
from config.errors import bad_request, only_a_form

logger = logging.getLogger(__name__)

# Wagtail's admin draws a few inline scripts and styles of its own; it is for signed-in staff only.
ADMIN_POLICY: dict[str, list[str]] = {
    "default-src": ["'self'"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "frame-src": ["'self'"],
    "worker-src": ["'self'", "blob:"],
    "form-action": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'self'"],
}
# Views of the admin drawn as the public site is, from what an employer wrote: its strict policy.
PUBLIC_LOOKING = frozenset({"offers_admin:preview"})
PERMISSIONS_POLICY = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(),"
    " payment=(), usb=()"
)


def is_admin_screen(request: HttpRequest) -> bool:
    """Say whether the admin's own policy applies to what was asked for."""
    match = request.resolver_match
    is_public_looking = match is not None and match.view_name in PUBLIC_LOOKING
    return request.path_info.startswith("/admin/") and not is_public_looking


class SecurityHeadersMiddleware:
    """Add the headers that no setting of Django adds, and the admin's own written policy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers to what the site answers."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if is_admin_screen(request):
            # django-csp reads this attribute, as its own decorators set it.
            response._csp_config = ADMIN_POLICY  # type: ignore[attr-defined]
        return response


class HeadMiddleware:
    """Answer HEAD with the headers of GET and no body: a server that is handed one drops it, with a warning each time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Empty the body once its length is known."""
        response = self.get_response(request)
        if request.method == "HEAD" and not response.streaming:
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response


class FormAddressMiddleware:
    """Say what an address that only receives a form is, to whoever reads it: reloaded, kept, or after a sign-in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Put words in an empty 405."""
        response = self.get_response(request)
        is_void = response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content
        if not is_void or request.method not in READING:
            return response
        page = only_a_form(request)
        page.headers["Allow"] = response.headers["Allow"]
        return page


class UnreadableRequestMiddleware:
    """Answer 400 in the admin to what no screen of it ever sends, and that Wagtail's own views do not expect.

    A number that no column holds, a form without the fields that count its rows, marks nested without end.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Do nothing when all goes well."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Tell the request from a fault of ours, which is still shown as one."""
        unreadable = (OverflowError, DataError, MultiValueDictKeyError, RecursionError)
        if not request.path_info.startswith("/admin/") or not isinstance(exception, unreadable):
            return None
        logger.warning("unreadable request for the admin: %s", type(exception).__name__)
        return bad_request(request, exception)


class PrivateResponsesMiddleware:
    """Forbid any cache to keep what a signed-in person was shown, documents included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Mark the answer as private when somebody is signed in."""
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers.pop("Cache-Control", None)
            add_never_cache_headers(response)
        return response


class DenyByDefaultMiddleware(LoginRequiredMiddleware):
    """Ask for a sign-in on every view that `config.access` does not name as public."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Let public views through; send the anonymous to the sign-in page from all the others."""
        match = request.resolver_match
        if match is not None and is_public(match.view_name):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseRedirect:
        """Come back to a page that can be read, told that the session ended when a form was sent in vain."""
        sign_in = resolve_url(self.get_login_url(view_func))
        if request.method not in READING and settings.SESSION_COOKIE_NAME in request.COOKIES:
            sign_in = f"{sign_in}?session=terminee"
        field = self.get_redirect_field_name(view_func)
        return redirect_to_login(page_to_read(request), sign_in, field)
