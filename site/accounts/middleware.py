"""Keep the door of the admin: people with access only, with their second factor."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.second_factor import needs_second_factor

ADMIN = "/admin/"
ACCESS = "wagtailadmin.access_admin"
# Leaving must always be possible.
OPEN = ("/admin/login/", "/admin/logout/")


class StaffSecondFactorMiddleware:
    """Send staff without a second factor to its set-up, when REQUIRE_STAFF_MFA is on.

    A person who has one was asked for it at sign-in: no session begins without it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through, or ask for the set-up first."""
        concerned = request.path.startswith(ADMIN) and not request.path.startswith(OPEN)
        if concerned and needs_second_factor(request.user):
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Refuse the admin at once to people who are signed in without access to it.

        Wagtail's own answer is a redirection with a message, which hides the refusal. Raises PermissionDenied.
        """
        concerned = request.path.startswith(ADMIN) and not request.path.startswith(OPEN)
        if concerned and request.user.is_authenticated and not request.user.has_perm(ACCESS):
            raise PermissionDenied
