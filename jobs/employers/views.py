"""The screens on which the team verifies employers and answers requests to join, in the Wagtail admin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from search.analysis import fold

from . import services
from .errors import EmployerActNotAllowed, SiretHeld
from .forms import JoinRefusalForm, ReasonForm
from .models import Employer, EmployerEvent, Establishment, Membership
from .states import EMPLOYER_TRANSITIONS, EmployerAct, MembershipStatus

if TYPE_CHECKING:
    from accounts.models import User

VERIFY_PERMISSION = "employers.verify_employer"
PAGE_SIZE = 50


class StaffRequest(HttpRequest):
    """A request of a signed-in person, as the guard below leaves it."""

    user: User


View = Callable[..., HttpResponse]

# The word of the address -> the act, whether it needs a reason, and the service that does it.
ACTS: dict[str, tuple[EmployerAct, bool, Callable[..., Employer]]] = {
    "verifier": (EmployerAct.VERIFY, False, services.verify_employer),
    "demander": (EmployerAct.ASK, True, services.ask_information),
    "refuser": (EmployerAct.REFUSE, True, services.refuse_employer),
    "suspendre": (EmployerAct.SUSPEND, True, services.suspend_employer),
    "retablir": (EmployerAct.RESTORE, False, services.restore_employer),
}


def verifier_required(view: View) -> View:
    """Let only people who may verify employers through; others get 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(VERIFY_PERMISSION):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@verifier_required
@require_GET
def verification_queue(request: StaffRequest) -> HttpResponse:
    """Show the employers to verify and the requests to join, oldest first."""
    return _queue(request)


def _queue(
    request: StaffRequest, *, status: int = 200, bound: tuple[int, JoinRefusalForm] | None = None
) -> HttpResponse:
    now = timezone.now()
    employers = Employer.objects.to_verify().prefetch_related("establishments")
    context = {
        "page_obj": Paginator(employers, PAGE_SIZE).get_page(request.GET.get("p")),
        "joins": [
            (one, bound[1] if bound and bound[0] == one.pk else _refusal_form(one.pk))
            for one in Membership.objects.waiting().select_related("employer", "user")[:200]
        ],
        "to_check": _with_claims(Establishment.objects.to_check().select_related("employer")[:200]),
        "to_read_again": EmployerEvent.objects.changes_to_read(now)[:50],
        "now": now,
        "late_before": now - dt.timedelta(hours=settings.OFFER_LATE_REVIEW_HOURS),
        "form_with_errors": bound[1] if bound else None,
    }
    return TemplateResponse(request, "employers/verification_queue.html", context, status=status)


def _with_claims(
    places: Iterable[Establishment],
) -> list[tuple[Establishment, list[Establishment]]]:
    """Return each establishment with those of other employers that give the same SIRET number."""
    found = list(places)
    claims = services.claims_of(place.siret for place in found)
    return [
        (
            place,
            [one for one in claims.get(place.siret, []) if one.employer_id != place.employer_id],
        )
        for place in found
    ]


def _refusal_form(pk: int, data: Any = None) -> JoinRefusalForm:
    return JoinRefusalForm(data, auto_id=f"join_{pk}_%s")


@verifier_required
@require_GET
def employer_list(request: StaffRequest) -> HttpResponse:
    """Show every employer, whatever its status, with a search by name or SIRET."""
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:100]
    employers = Employer.objects.all()
    if digits := words.replace(" ", "") if words.replace(" ", "").isdigit() else "":
        employers = employers.filter(establishments__siret__startswith=digits).distinct()
    elif words:
        employers = employers.filter(name__icontains=words)
    # Sorted here: databases put « Épicerie » after « Zinguerie ».
    names = sorted(employers.values_list("name", "pk"), key=lambda row: (fold(row[0]), row[1]))
    page: Any = Paginator([pk for _name, pk in names], PAGE_SIZE).get_page(request.GET.get("p"))
    found = Employer.objects.in_bulk(list(page))
    page.object_list = [found[pk] for pk in page]
    return TemplateResponse(request, "employers/employer_list.html", {"page_obj": page, "q": words})


@verifier_required
@require_GET
def employer_detail(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what the team needs to decide about an employer."""
    return _screen(request, get_object_or_404(Employer, pk=pk))


def _screen(
    request: StaffRequest,
    employer: Employer,
    *,
    status: int = 200,
    bound: tuple[str, ReasonForm] | None = None,
) -> HttpResponse:
    possible = [
        (
            word,
            act.label,
            bound[1]
            if bound and bound[0] == word
            else ReasonForm(auto_id=f"{word}_%s")
            if asks
            else None,
        )
        for word, (act, asks, _service) in ACTS.items()
        if employer.status in EMPLOYER_TRANSITIONS[act][0]
    ]
    context = {
        "employer": employer,
        "establishments": _with_claims(
            employer.establishments.select_related("municipality").order_by("pk")
        ),
        "members": employer.memberships.select_related("user").order_by("pk"),
        "events": employer.events.order_by("-created_at", "-pk")[:50],
        "acts": possible,
        "form_with_errors": bound[1] if bound else None,
        "next_employer": Employer.objects.to_verify().exclude(pk=employer.pk).first(),
    }
    return TemplateResponse(request, "employers/employer_detail.html", context, status=status)


@verifier_required
@require_POST
def act_on_employer(request: StaffRequest, pk: int, word: str) -> HttpResponse:
    """Verify, ask, refuse, suspend or restore; then show the next employer that waits."""
    employer = get_object_or_404(Employer, pk=pk)
    act, asks, service = ACTS[word]
    form = ReasonForm(request.POST, auto_id=f"{word}_%s")
    if asks and not form.is_valid():
        return _screen(request, employer, status=422, bound=(word, form))
    reason = {"reason": form.cleaned_data["reason"]} if asks else {}
    try:
        service(employer=employer, by=request.user, now=timezone.now(), **reason)
    except EmployerActNotAllowed:
        return _already(request, employer)
    done = f"{employer.name}\u00a0: {act.label}."
    following = Employer.objects.to_verify().first()
    if following is None:
        messages.success(request, " ".join([done, _("Nothing left to review.")]))
        return redirect("employers_admin:queue")
    coming = _("Next employer: %(name)s.") % {"name": following.name}
    messages.success(request, f"{done} {coming}")
    return redirect("employers_admin:detail", following.pk)


def _already(request: StaffRequest, employer: Employer) -> HttpResponse:
    employer.refresh_from_db()
    last = (
        employer.events.filter(act__in=EMPLOYER_TRANSITIONS).order_by("-created_at", "-pk").first()
    )
    if last is not None:
        messages.error(
            request,
            _("%(who)s handled this account on %(day)s: %(act)s. Your decision was not recorded.")
            % {
                "who": last.actor_name,
                "day": timezone.localtime(last.created_at).strftime("%d/%m/%Y %H:%M"),
                "act": last.get_act_display(),
            },
        )
    return _screen(request, employer, status=409)


@verifier_required
@require_POST
def confirm_siret(request: StaffRequest, pk: int) -> HttpResponse:
    """Note that the team has checked whose a SIRET number is."""
    place = get_object_or_404(Establishment, pk=pk, siret_is_checked=False)
    try:
        services.confirm_siret(establishment=place, by=request.user, now=timezone.now())
    except SiretHeld:
        messages.error(request, _("This SIRET number is already checked for another employer."))
        return _queue(request, status=409)
    messages.success(request, _("%(name)s: SIRET number confirmed.") % {"name": place.name})
    return redirect("employers_admin:queue")


def _answered(request: StaffRequest) -> HttpResponse:
    messages.error(request, _("This request has been answered already."))
    return _queue(request, status=409)


@verifier_required
@require_POST
def answer_join_request(request: StaffRequest, pk: int, answer: str) -> HttpResponse:
    """Accept or refuse a request to join an employer."""
    membership = get_object_or_404(Membership.objects.select_related("employer", "user"), pk=pk)
    if membership.status != MembershipStatus.PENDING:
        return _answered(request)
    who: dict[str, Any] = {"membership": membership, "by": request.user, "now": timezone.now()}
    form = _refusal_form(pk, request.POST)
    if answer != "accepter" and not form.is_valid():
        return _queue(request, status=422, bound=(pk, form))
    try:
        if answer == "accepter":
            services.accept_join_request(**who)
        else:
            services.refuse_join_request(**who, reason=form.cleaned_data["reason"])
    except EmployerActNotAllowed:
        return _answered(request)
    messages.success(
        request, _("%(name)s: request answered.") % {"name": membership.user.get_full_name()}
    )
    return redirect("employers_admin:queue")
