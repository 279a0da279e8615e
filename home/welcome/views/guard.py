"""Who may read settlement requests, and the only way to reach one from the screens of the admin."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from home.welcome.models import SettlementRequest
from home.welcome.states import PERMISSION

if TYPE_CHECKING:
    from accounts.models import User


class StaffRequest(HttpRequest):
    """A request of a signed-in person, as the guard below leaves it."""

    user: User


View = Callable[..., HttpResponse]


def referent_required(view: View) -> View:
    """Let only people who may read households through; others get 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def request_or_404(pk: int) -> SettlementRequest:
    """Return a request with what its screen shows. Raises `Http404`; a forgotten one is not found."""
    found: SettlementRequest = get_object_or_404(
        SettlementRequest.objects.known().select_related(
            "referent", "territory", "municipality", "household"
        ),
        pk=pk,
    )
    return found
