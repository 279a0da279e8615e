"""The steps after the address: establishment, person, charter, and the page that says it is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.devices import remember_device
from accounts.models import User
from employer_space.joining import charter as charters
from employer_space.joining import journey as journeys
from employer_space.joining.accounts import AddressTaken, let_in
from employer_space.joining.forms import AccountForm, CharterForm, EstablishmentForm, PersonForm
from employer_space.joining.journey import Journey, labels
from employer_space.joining.services import finish_sign_up
from employer_space.joining.siret import spaced
from ui.http import render_form

StepView = Callable[[HttpRequest, Journey], HttpResponse]
METHODS = ["GET", "HEAD", "POST"]


def under_way(view: StepView) -> Callable[[HttpRequest], HttpResponse]:
    """Give the step the sign-up under way; without one, say how to start again."""

    @require_http_methods(METHODS)
    def step(request: HttpRequest) -> HttpResponse:
        journey = journeys.of_request(request)
        if journey is None:
            return redirect(f"{reverse('employer_space:sign_up')}?reprise=1")
        return view(request, journey)

    step.__name__, step.__doc__ = view.__name__, view.__doc__
    return step


def show(request: HttpRequest, number: int, form: BaseForm, **context: Any) -> HttpResponse:
    """Show a step with its number; 422 when it needs correcting."""
    names = {2: "establishment", 3: "person", 4: "charter"}
    template = f"employer_space/joining/{names[number]}.html"
    return render_form(
        request,
        template,
        {"steps": labels(), "number": number, "step_label": labels()[number - 1], **context},
        form,
    )


def posted(request: HttpRequest) -> Any:
    """Return what was sent, nothing on GET."""
    return request.POST if request.method == "POST" else None


@under_way
def establishment(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Ask where the person recruits."""
    initial = dict(journey.establishment or {})
    initial["siret"] = spaced(initial.get("siret", ""))
    form = EstablishmentForm(posted(request), initial=initial)
    if not (form.is_bound and form.is_valid()):
        return show(request, 2, form, is_first=journey.establishment is None)
    journey.establishment = form.answers()
    request.session.pop(journeys.DONE_KEY, None)
    journey.save(request.session)
    return redirect("employer_space:sign_up_person")


@under_way
def person(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Ask who recruits, and how they will sign in."""
    if journey.establishment is None:
        return redirect("employer_space:sign_up_establishment")
    form = person_form(request, journey)
    if not (form.is_bound and form.is_valid()):
        return show(request, 3, form)
    journey.person = {name: form.cleaned_data[name] for name in PersonForm.base_fields}
    if isinstance(form, AccountForm):
        journey.password_hash = form.password_hash(journey.password_hash)
    journey.save(request.session)
    return redirect("employer_space:sign_up_charter")


def person_form(request: HttpRequest, journey: Journey) -> PersonForm:
    """Return the form of the third step: a person who is signed in already chooses no password."""
    user = request.user
    if isinstance(user, AnonymousUser):
        has_password = bool(journey.password_hash) and not journey.password_hash.startswith("!")
        return AccountForm(
            posted(request),
            initial=journey.person or {},
            email=journey.email,
            has_password=has_password,
        )
    known = {name: getattr(user, name) for name in ("first_name", "last_name", "phone")}
    return PersonForm(posted(request), initial=journey.person or known)


@under_way
def charter(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Ask for the person's commitment, then send everything at once."""
    if journey.establishment is None or journey.person is None:
        # The button pressed twice: the first press has sent everything.
        is_sent = request.method == "POST" and request.session.get(journeys.DONE_KEY)
        return redirect(
            "employer_space:sign_up_done" if is_sent else "employer_space:sign_up_person"
        )
    form = CharterForm(posted(request))
    if not (form.is_bound and form.is_valid()):
        return show(request, 4, form, charter_template=charters.template_of(charters.VERSION))
    try:
        return send(request, journey)
    except AddressTaken as taken:
        return already_there(request, journey, taken)


@transaction.atomic
def send(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Send the request and forget the answers, once: of two presses, the second finds nothing left to send."""
    by: User | None = None
    if request.user.is_authenticated:
        by = User.objects.select_for_update().get(pk=request.user.pk)
        kept = request.session.__class__(request.session.session_key).load()
        if kept.get(journeys.SESSION_KEY) is None:
            return redirect("employer_space:sign_up_done")
    membership = finish_sign_up(journey=journey, by=by, now=timezone.now())
    response = redirect("employer_space:sign_up_done")
    if by is None:
        let_in(request, membership.user)
        remember_device(request, response, membership.user.email)
    journeys.end(request.session)
    request.session.save()
    return response


def already_there(request: HttpRequest, journey: Journey, taken: AddressTaken) -> HttpResponse:
    """Let in the person whose first press made the account; send anybody else to the sign-in page.

    The hash of the password is salted: only this sign-up can have written it.
    """
    if taken.user is not None and taken.user.password == journey.password_hash:
        let_in(request, taken.user)
        journeys.end(request.session)
        return redirect("employer_space:sign_up_done")
    return render(request, "employer_space/joining/has_account.html", status=409)


@require_safe
def done(request: HttpRequest) -> HttpResponse:
    """Say that the request is sent and what happens now, in the same words for every establishment."""
    if not request.session.get(journeys.DONE_KEY):
        return redirect("employer_space:dashboard")
    context = {
        "next": [
            _(
                "The team reads your request, in two working days in general, and calls you if something is missing."
            ),
            _("You receive the answer by e-mail, at %(address)s.")
            % {"address": request.user.email},  # type: ignore[union-attr]
            _("A mail has just been sent to you: it says where your request stands."),
        ],
        "actions": [(_("Open my employer area"), reverse("employer_space:dashboard"), "primary")],
    }
    return render(request, "employer_space/joining/done.html", context)
