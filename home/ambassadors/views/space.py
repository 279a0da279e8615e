"""A person's own pages, opened by the signed link of their mails: links show, buttons act."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from home.ambassadors import services
from home.ambassadors.errors import ActNotAllowed
from home.ambassadors.forms import AnswerForm, LinkForm
from home.ambassadors.links import Door, LinkExpired, person_of
from home.ambassadors.models import Ambassador
from home.ambassadors.own_page import (
    accepted_charter,
    consent_choice,
    consent_lines,
    last_question,
    next_meetings,
    own_goods,
)
from home.ambassadors.presentation import current_language, promise, screen
from home.ambassadors.states import WITHDRAWABLE, AmbassadorStatus
from operations.email_addresses import limit_key
from operations.ratelimit import allow, client_ip
from ui.addresses import contract_path
from ui.http import render_form, wait_with_form

LINKS_PER_HOUR = 5
LINKS_PER_ADDRESS = 3
HOUR, DAY = 3600, 24 * 3600
# In the address after a button: visitors have no session that would carry a message to the next page.
JUST_DONE = "fait"
PersonView = Callable[..., HttpResponse]


def of_person(*doors: Door) -> Callable[[PersonView], PersonView]:
    """Find whose link it is, good for one of `doors`: nobody's answers 404, an old one 410 with the way to a new one."""

    def guard(view: PersonView) -> PersonView:
        @never_cache
        @wraps(view)
        def guarded(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
            try:
                person = person_of(token, *doors)
            except LinkExpired:
                context = screen(_("This link has expired"))
                response = render(request, "ambassadors/link_expired.html", context, status=410)
            else:
                if person is None:
                    raise Http404
                response = view(request, person, token, **kwargs)
            # The address is a key: no other site is told it. None at all would hide the Origin that forms check.
            response.headers["Referrer-Policy"] = "same-origin"
            return response

        return guarded

    return guard


def page_url(token: str) -> str:
    """Return the way to a person's own page: with the link that opens it, else by asking for one."""
    try:
        is_key = person_of(token) is not None
    except LinkExpired:
        is_key = False
    if not is_key:
        return reverse("ambassadors:ask_link")
    return reverse("ambassadors:space", kwargs={"token": token})


def conflict(request: HttpRequest, token: str) -> HttpResponse:
    """Say that the file is no longer in the state that the page was made for: 409."""
    context = screen(_("Your request has moved on"), page_url=page_url(token))
    return render(request, "ambassadors/conflict.html", context, status=409)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_link(request: HttpRequest) -> HttpResponse:
    """Send their link again to somebody who has a file; the answer is the same for everybody."""
    title = _("My ambassador’s page")
    form = LinkForm(request.POST if request.method == "POST" else None)

    def draw() -> HttpResponse:
        return render_form(request, "ambassadors/ask_link.html", screen(title), form)

    if request.method != "POST" or not form.is_valid():
        return draw()
    email, now = form.cleaned_data["email"], timezone.now()
    decision = allow(
        scope="ambassadors.link.network",
        key=client_ip(request),
        limit=LINKS_PER_HOUR,
        per_seconds=HOUR,
        now=now,
    )
    if not decision:
        return wait_with_form(form, decision.retry_after, draw)
    # Nothing is said past this limit: whoever writes a stranger's address learns nothing, and does not flood them.
    if allow(
        scope="ambassadors.link.address",
        key=limit_key(email),
        limit=LINKS_PER_ADDRESS,
        per_seconds=DAY,
        now=now,
    ):
        services.send_space_link(email=email, now=now)
    return redirect("ambassadors:link_sent")


@require_safe
def link_sent(request: HttpRequest) -> HttpResponse:
    """Ask to look into one’s mailbox, whether the address is known or not."""
    return render(request, "ambassadors/link_sent.html", screen(_("Look into your mailbox")))


@require_safe
@of_person()
def space(request: HttpRequest, person: Ambassador, token: str) -> HttpResponse:
    """Show what is known of a person, what they agreed to, and what they may do."""
    goods = own_goods(person)
    cancelled = goods.cancelled(request.GET.get(JUST_DONE, "")) if goods else None
    if cancelled is not None:
        said = _("Your request is cancelled: %(good)s × %(quantity)d.")
        words = {"good": cancelled.good.display_name, "quantity": cancelled.quantity}
        messages.success(request, said % words)
    context = screen(
        _("My ambassador’s page"),
        person=person,
        token=token,
        question=last_question(person),
        consents=consent_lines(person),
        goods=goods,
        meetings=next_meetings(person, current_language(), timezone.now()),
        charter=accepted_charter(person),
        promise=promise(),
        agenda_url=contract_path("agenda", person.language),
        contact_url=contract_path("contact", person.language),
    )
    return render(request, "ambassadors/space.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_person(Door.SPACE, Door.ANSWER)
def answer(request: HttpRequest, person: Ambassador, token: str) -> HttpResponse:
    """Take the answer to the question of the team."""
    if person.status != AmbassadorStatus.MORE_ASKED:
        return redirect(page_url(token))
    context = screen(
        _("Answer the question"), question=last_question(person), page_url=page_url(token)
    )
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render_form(request, "ambassadors/answer.html", context, form)
    try:
        services.answer_question(
            person=person, answer=form.cleaned_data["answer"], now=timezone.now()
        )
    except ActNotAllowed:
        return conflict(request, token)
    context = screen(_("Your answer has arrived"), text=promise(), page_url=page_url(token))
    return render(request, "ambassadors/answered.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_person()
def consent(request: HttpRequest, person: Ambassador, token: str, word: str) -> HttpResponse:
    """Give or withdraw one agreement: the page asks, the button does."""
    purpose = WITHDRAWABLE.get(word)
    if purpose is None:
        raise Http404
    if request.method == "POST":
        agrees = request.POST.get("agrees") == "1"
        choice = consent_choice(person, purpose)
        if agrees and not choice.can_agree:
            return conflict(request, token)
        try:
            services.change_consent(
                person=person, purpose=purpose, agrees=agrees, now=timezone.now()
            )
        except ActNotAllowed:
            return conflict(request, token)
        page = reverse("ambassadors:consent", kwargs={"token": token, "word": word})
        return redirect(f"{page}?{JUST_DONE}=1")
    choice = consent_choice(person, purpose)
    if JUST_DONE in request.GET:
        given, withdrawn = _("Your agreement is recorded."), _("Your agreement is withdrawn.")
        messages.success(request, given if choice.is_in_force else withdrawn)
    context = screen(str(choice.title), choice=choice, token=token, person=person)
    return render(request, "ambassadors/consent.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_person(Door.SPACE, Door.STAY)
def stay(request: HttpRequest, person: Ambassador, token: str) -> HttpResponse:
    """Let a member say that they wish to stay."""
    if not person.is_member:
        return redirect(page_url(token))
    is_done = request.method == "POST"
    if is_done:
        try:
            services.stay(person=person, now=timezone.now())
        except ActNotAllowed:
            return conflict(request, token)
    context = screen(
        _("Remain an ambassador"), person=person, page_url=page_url(token), is_done=is_done
    )
    return render(request, "ambassadors/stay.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_person()
def leave(request: HttpRequest, person: Ambassador, token: str) -> HttpResponse:
    """Let a person go: their link opens nothing afterwards."""
    if request.method != "POST":
        context = screen(_("Leave the network"), person=person, token=token)
        return render(request, "ambassadors/leave.html", context)
    try:
        services.leave(person=person, now=timezone.now())
    except ActNotAllowed:
        return conflict(request, token)
    return redirect("ambassadors:gone")


@require_safe
def gone(request: HttpRequest) -> HttpResponse:
    """Say goodbye; the page is the same for everybody."""
    return render(request, "ambassadors/gone.html", screen(_("Goodbye, and thank you")))
