"""Who enters the screens, and what each of them shares."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from home.ambassadors.models import Ambassador
from home.ambassadors.models.people import MODERATE
from home.ambassadors.states import AmbassadorStatus

if TYPE_CHECKING:
    from accounts.models import User

PAGE_SIZE = 50


class StaffRequest(HttpRequest):
    """A request of a signed-in person, as the guard below leaves it."""

    user: User


View = Callable[..., HttpResponse]


def team_required(view: View) -> View:
    """Let only people who manage the ambassadors through; others get 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(MODERATE):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def person_or_404(pk: int) -> Ambassador:
    """Return a person's file; one that was erased is nobody's any more."""
    people = Ambassador.objects.exclude(status=AmbassadorStatus.ERASED).select_related("portrait")
    person: Ambassador = get_object_or_404(people, pk=pk)
    return person


def screens(current: str) -> list[tuple[str, str, bool]]:
    """Return the screens of the section, as links."""
    names = [
        ("queue", _("Requests")),
        ("members", _("Members")),
        ("goods", _("Goods")),
        ("letters", _("Letters")),
        ("charter", _("Charter")),
    ]
    return [(label, reverse(f"ambassadors_admin:{name}"), name == current) for name, label in names]
