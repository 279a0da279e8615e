"""The screens on which the team verifies employers and answers requests to join, in the Wagtail admin."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from . import services
from .errors import EmployerActNotAllowed
from .forms import ReasonForm
from .models import Employer, Membership
from .states import EMPLOYER_TRANSITIONS, EmployerAct

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


def _queue(request: StaffRequest, *, status: int = 200) -> HttpResponse:
    employers = Employer.objects.to_verify().prefetch_related("establishments")
    context = {
        "page_obj": Paginator(employers, PAGE_SIZE).get_page(request.GET.get("p")),
        "joins": Membership.objects.waiting().select_related("employer", "user")[:200],
        "now": timezone.now(),
    }
    return TemplateResponse(request, "employers/verification_queue.html", context, status=status)


@verifier_required
@require_GET
def employer_list(request: StaffRequest) -> HttpResponse:
    """Show every employer, whatever its status, with a search by name or SIRET."""
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:100]
    employers = Employer.objects.order_by("name", "pk")
    if digits := words.replace(" ", "") if words.replace(" ", "").isdigit() else "":
        employers = employers.filter(establishments__siret__startswith=digits).distinct()
    elif words:
        employers = employers.filter(name__icontains=words)
    page = Paginator(employers, PAGE_SIZE).get_page(request.GET.get("p"))
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
        "establishments": employer.establishments.select_related("municipality").order_by("pk"),
        "members": employer.memberships.select_related("user").order_by("pk"),
        "events": employer.events.order_by("-created_at", "-pk")[:50],
        "acts": possible,
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
    messages.success(request, f"{employer.name}\u00a0: {act.label}.")
    following = Employer.objects.to_verify().first()
    return (
        redirect("employers_admin:detail", following.pk)
        if following
        else redirect("employers_admin:queue")
    )


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
def answer_join_request(request: StaffRequest, pk: int, answer: str) -> HttpResponse:
    """Accept or refuse a request to join an employer."""
    membership = get_object_or_404(Membership.objects.select_related("employer", "user"), pk=pk)
    service = services.accept_join_request if answer == "accepter" else services.refuse_join_request
    try:
        service(membership=membership, by=request.user, now=timezone.now())
    except EmployerActNotAllowed:
        messages.error(request, _("This request has been answered already."))
        return _queue(request, status=409)
    messages.success(request, _("Request answered."))
    return redirect("employers_admin:queue")
