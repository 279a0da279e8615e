"""Who may review offers, and the only way to reach one from these screens."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from jobs.offers.emails import REVIEW_PERMISSION
from jobs.offers.models import JobOffer

if TYPE_CHECKING:
    from accounts.models import User

PAGE_SIZE = 50


class StaffRequest(HttpRequest):
    """A request of a signed-in person, as the guard below leaves it."""

    user: User


View = Callable[..., HttpResponse]


def reviewer_required(view: View) -> View:
    """Let only people who may review offers through; others get 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(REVIEW_PERMISSION):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def offer_or_404(pk: int) -> JobOffer:
    """Return an offer with what its screen shows. Raises `Http404`."""
    offer: JobOffer = get_object_or_404(JobOffer.objects.for_display(), pk=pk)
    return offer
