"""Who may manage: administrators of the employer; the other members read."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpResponse
from django.shortcuts import render

from employer_space.access import MemberRequest
from jobs.employers.models import Establishment, Membership
from jobs.employers.states import MembershipStatus

P = ParamSpec("P")


def administrator_required(
    view: Callable[Concatenate[MemberRequest, P], HttpResponse],
) -> Callable[Concatenate[MemberRequest, P], HttpResponse]:
    """Tell other members whom to ask, with 403; goes below `member_required`."""

    @wraps(view)
    def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.membership.is_admin:
            return view(request, *args, **kwargs)
        administrators = (
            request.employer.memberships.active().filter(role="ADMIN").select_related("user")
        )
        context = {"administrators": [one.user.get_full_name() for one in administrators]}
        return render(
            request, "employer_space/organisation/not_administrator.html", context, status=403
        )

    return guarded


def own_establishment_or_404(request: MemberRequest, public_id: uuid.UUID) -> Establishment:
    """Return an establishment of the employer. Raises `Http404` for anybody else's."""
    found: Establishment | None = request.employer.establishments.filter(
        public_id=public_id
    ).first()
    if found is None:
        raise Http404
    found.employer = request.employer
    return found


def own_colleague_or_404(request: MemberRequest, public_id: uuid.UUID) -> Membership:
    """Return a membership of the employer, active or removed. Raises `Http404` for anybody else's."""
    kept = (MembershipStatus.ACTIVE, MembershipStatus.REMOVED)
    rows = Membership.objects.filter(employer=request.employer, status__in=kept)
    found: Membership | None = (
        rows.select_related("user", "employer").filter(public_id=public_id).first()
    )
    if found is None:
        raise Http404
    return found
