"""Keep the door of the admin: people with access only, with their second factor."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.landing import page_to_read
from accounts.second_factor import missing_step

ADMIN = "/admin/"
# Documents that the public does not see are given to staff: the same door, the same key.
GUARDED = (ADMIN, "/documents/")
ACCESS = "wagtailadmin.access_admin"
# Leaving must always be possible.
OPEN = ("/admin/login/", "/admin/logout/")


class StaffSecondFactorMiddleware:
    """Ask staff for their second factor in this very session, or for its set-up, when REQUIRE_STAFF_MFA is on.

    `path_info` is what the views are found by; `path` also holds a prefix that a header may forge.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through, or ask for what is missing first."""
        path = request.path_info
        if path.startswith(GUARDED) and not path.startswith(OPEN):
            step = missing_step(request)
            if step == "mfa_activate_totp":
                return redirect(step)
            if step:
                query = urlencode({REDIRECT_FIELD_NAME: page_to_read(request)})
                return redirect(f"{reverse(step)}?{query}")
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Refuse the admin at once to people who are signed in without access to it.

        Wagtail's own answer is a redirection with a message, which hides the refusal. Raises PermissionDenied.
        """
        path = request.path_info
        concerned = path.startswith(ADMIN) and not path.startswith(OPEN)
        if concerned and request.user.is_authenticated and not request.user.has_perm(ACCESS):
            raise PermissionDenied
