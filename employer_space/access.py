"""Who may enter: the guard of every view of the space, and the only way to reach an offer from it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jobs.employers.models import Employer, Membership
from jobs.employers.states import EmployerStatus, MembershipStatus
from jobs.offers.models import JobOffer

if TYPE_CHECKING:
    from accounts.models import User

SESSION_KEY = "employer"
P = ParamSpec("P")


class MemberRequest(HttpRequest):
    """A request of a person who acts for an employer, as `member_required` leaves it."""

    user: User
    membership: Membership
    employer: Employer
    memberships: list[Membership]


def active_memberships(user: Any) -> list[Membership]:
    """Return the employers for which `user` may act, in the order of their names."""
    return list(
        Membership.objects.filter(user=user, status=MembershipStatus.ACTIVE)
        .select_related("employer")
        .order_by("employer__name", "pk")
    )


def take_seat(
    request: HttpRequest, memberships: list[Membership], chosen: Membership
) -> MemberRequest:
    """Write on the request for whom the person acts, and return it under its new type."""
    for membership in memberships:
        membership.user = request.user  # type: ignore[assignment]  # signed in, hence a User
    seated: Any = request
    seated.memberships, seated.membership, seated.employer = memberships, chosen, chosen.employer
    return seated  # type: ignore[no-any-return]


def chosen_membership(request: HttpRequest, memberships: list[Membership]) -> Membership:
    """Return the employer chosen in this session, else the first."""
    wanted = request.session.get(SESSION_KEY)
    return next(
        (one for one in memberships if str(one.employer.public_id) == wanted), memberships[0]
    )


def member_required(
    view: Callable[Concatenate[MemberRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give the view `request.employer` and `request.membership`; explain the account to everybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        memberships = active_memberships(request.user)
        if not memberships:
            return without_employer(request, status=403)
        seated = take_seat(request, memberships, chosen_membership(request, memberships))
        return view(seated, *args, **kwargs)

    return guarded


def is_suspended(request: MemberRequest) -> bool:
    """Say whether the team has suspended the employer for which the person acts: nothing is sent nor changed."""
    return request.employer.status == EmployerStatus.SUSPENDED


def suspended_page(request: MemberRequest) -> HttpResponse:
    """Explain why nothing can be done for now, in the team's words, and whom to call. Answers 403."""
    return render(request, "employer_space/suspended.html", status=403)


def without_employer(request: HttpRequest, *, status: int) -> HttpResponse:
    """Explain where a person without an employer stands: request waiting, refused, or sign-up to finish."""
    memberships = (
        Membership.objects.filter(user=request.user)  # type: ignore[misc]  # signed in, hence a User
        .exclude(status=MembershipStatus.ACTIVE)
        .select_related("employer")
        .order_by("-created_at", "-pk")
    )
    context = {"memberships": list(memberships), "Status": MembershipStatus}
    return render(request, "employer_space/without_employer.html", context, status=status)


def own_offer_or_404(request: MemberRequest, public_id: uuid.UUID) -> JobOffer:
    """Return an offer of an employer for which the person acts. Raises `Http404` for anybody else's.

    A person of several employers follows a mail's link without switching first: the request sits where the
    offer is.
    """
    seats = {membership.employer_id: membership for membership in request.memberships}
    offer: JobOffer | None = (
        JobOffer.objects.select_related("lifecycle")
        .filter(public_id=public_id, employer_id__in=seats)
        .first()
    )
    if offer is None:
        raise Http404
    take_seat(request, request.memberships, seats[offer.employer_id])
    offer.employer = request.employer
    return offer
