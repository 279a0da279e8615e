"""The queue of requests, and the file of one person with what may be decided."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from home.ambassadors import services
from home.ambassadors.admin.forms import DecisionForm, PortraitForm, ReasonForm
from home.ambassadors.admin.guard import (
    PAGE_SIZE,
    StaffRequest,
    person_or_404,
    screens,
    team_required,
)
from home.ambassadors.errors import ActNotAllowed, AddressNotConfirmed, AlreadyDecided
from home.ambassadors.models import Ambassador, AmbassadorPhoto
from home.ambassadors.states import DECISION_WORDS, AmbassadorAct

ENDED = "terminees"


@team_required
@require_GET
def queue(request: StaffRequest) -> HttpResponse:
    """List the requests: those that wait for the team first, or those that were refused or withdrawn."""
    shows_ended = request.GET.get("etat") == ENDED
    people = Ambassador.objects.ended() if shows_ended else Ambassador.objects.waiting()
    late = timezone.now() - dt.timedelta(days=settings.AMBASSADOR_ANSWER_DAYS)
    context = {
        "screens": screens("queue"),
        "page_obj": Paginator(people, PAGE_SIZE).get_page(request.GET.get("p")),
        "shows_ended": shows_ended,
        "late_before": late,
    }
    return TemplateResponse(request, "ambassadors/admin/queue.html", context)


@team_required
@require_GET
def detail(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a person's file whole, with what may be decided."""
    return show(request, person_or_404(pk))


def show(
    request: StaffRequest,
    person: Ambassador,
    *,
    status: int = 200,
    bound: tuple[str, Any] | None = None,
) -> HttpResponse:
    """Draw a person's file; `bound` is the form to correct, under the word of its decision."""
    portrait_form = bound[1] if bound and bound[0] == "portrait" else PortraitForm(person=person)
    photo = AmbassadorPhoto.objects.filter(ambassador=person).defer("content").first()
    context = {
        "screens": screens(""),
        "person": person,
        "photo": photo,
        "decisions": decisions(person, bound),
        "acts": person.team_acts,
        "consents": person.consents.order_by("-given_at", "pk"),
        "log": person.log.order_by("-created_at", "-pk")[:100],
        "goods": person.good_requests.select_related("good").order_by("-created_at", "-pk")[:20],
        "portrait_form": portrait_form,
        "form_with_errors": bound[1] if bound else None,
        "next_person": Ambassador.objects.waiting().to_review().exclude(pk=person.pk).first(),
    }
    return TemplateResponse(request, "ambassadors/admin/detail.html", context, status=status)


def decisions(person: Ambassador, bound: tuple[str, Any] | None) -> list[tuple[str, Any]]:
    """Return the decisions that may be taken now, with their forms."""
    found = []
    for word, act in DECISION_WORDS.items():
        if act not in person.team_acts:
            continue
        kind = DecisionForm if act == AmbassadorAct.ACCEPT else ReasonForm
        is_bound = bound is not None and bound[0] == word
        empty = kind(initial={"version": person.version}, auto_id=f"{word}_%s")
        found.append((word, bound[1] if bound is not None and is_bound else empty))
    return found


@team_required
@require_POST
def decide(request: StaffRequest, pk: int, word: str) -> HttpResponse:
    """Accept, ask more or refuse; then show the next request that waits."""
    person = person_or_404(pk)
    act = DECISION_WORDS.get(word)
    if act is None:
        raise Http404
    kind = DecisionForm if act == AmbassadorAct.ACCEPT else ReasonForm
    form = kind(request.POST, auto_id=f"{word}_%s")
    if not form.is_valid():
        return show(request, person, status=422, bound=(word, form))
    try:
        services.decide(
            person=person,
            act=act,
            version=form.cleaned_data["version"],
            by=request.user,
            now=timezone.now(),
            reason=form.cleaned_data.get("reason", ""),
        )
    except AlreadyDecided as error:
        messages.error(request, already_words(error))
        return show(request, person_or_404(pk), status=409)
    except AddressNotConfirmed:
        messages.error(
            request, _("This person has not confirmed their address: you can only refuse.")
        )
        return show(request, person_or_404(pk), status=409)
    except ActNotAllowed:
        messages.error(request, _("This request has been answered already."))
        return show(request, person_or_404(pk), status=409)
    return _next(request, f"{person.full_name}\u00a0: {act.label}.")


def already_words(error: AlreadyDecided) -> str:
    """Say who acted first, when and how."""
    day = timezone.localtime(error.at).strftime("%d/%m/%Y %H:%M") if error.at else "–"
    return _("%(who)s acted on this file on %(day)s: %(act)s. Your decision was not recorded.") % {
        "who": error.by,
        "day": day,
        "act": error.act,
    }


def _next(request: StaffRequest, done: str) -> HttpResponse:
    left = Ambassador.objects.to_review().count()
    if not left:
        messages.success(request, " ".join([done, _("Nothing left to review.")]))
        return redirect("ambassadors_admin:queue")
    messages.success(request, " ".join([done, _("%(number)d left.") % {"number": left}]))
    following = Ambassador.objects.waiting().to_review().first()
    return redirect("ambassadors_admin:detail", following.pk if following else 0)


@team_required
@require_GET
@never_cache
def photo(request: StaffRequest, pk: int) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Show the photo that came with a request: the team alone sees it."""
    found = AmbassadorPhoto.objects.filter(ambassador=person_or_404(pk)).first()
    if found is None:
        raise Http404
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'"}
    return HttpResponse(bytes(found.content), content_type="image/jpeg", headers=headers)
