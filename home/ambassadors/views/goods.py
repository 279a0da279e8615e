"""What a member asks for, on their own pages."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from home.ambassadors import services
from home.ambassadors.errors import ActNotAllowed, OutOfStock, TooManyAsked
from home.ambassadors.forms import GoodForm
from home.ambassadors.models import Ambassador, Good
from home.ambassadors.presentation import screen
from home.ambassadors.states import GoodStatus
from home.ambassadors.views.space import JUST_DONE, conflict, of_person
from operations.ratelimit import allow

GOODS_PER_DAY = 10


@require_http_methods(["GET", "HEAD", "POST"])
@of_person()
def ask_good(request: HttpRequest, person: Ambassador, token: str, pk: int) -> HttpResponse:
    """Take a member's request for goods; what is no longer in stock answers 409, with all that was typed."""
    if not person.is_member:
        raise Http404
    good: Any = get_object_or_404(Good.objects.filter(is_active=True), pk=pk)
    form = GoodForm(request.POST if request.method == "POST" else None, good=good)
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.is_bound else 200
        return _draw(request, token, form, status=status)
    try:
        return _ask(request, person, token, form)
    except OutOfStock as error:
        form.add_error("quantity", _words_left(error.left))
    except TooManyAsked as error:
        form.add_error("quantity", _words_waiting(error))
        return _draw(request, token, form, status=422)
    except ActNotAllowed:
        return conflict(request, token)
    return _draw(request, token, form, status=409)


def _ask(request: HttpRequest, person: Ambassador, token: str, form: GoodForm) -> HttpResponse:
    now, key = timezone.now(), form.cleaned_data["key"]
    is_new = not person.good_requests.filter(key=key).exists()
    if is_new and not allow(
        scope="ambassadors.goods",
        key=str(person.pk),
        limit=GOODS_PER_DAY,
        per_seconds=86400,
        now=now,
    ):
        form.add_error(None, _("You have asked for a lot today. Ask again tomorrow."))
        return _draw(request, token, form, status=429)
    asked = services.ask_for_good(
        person=person,
        good=form.good,
        quantity=form.cleaned_data["quantity"],
        address=form.cleaned_data["address"],
        key=key,
        now=now,
    )
    return redirect("ambassadors:good_asked", token=token, key=asked.key)


def _words_left(left: int) -> str:
    if not left:
        return _("There is none left: somebody was faster.")
    return ngettext("Only %(left)d is left.", "Only %(left)d are left.", left) % {"left": left}


def _words_waiting(error: TooManyAsked) -> str:
    if not error.already:
        return _("%(number)d at most in one request.") % {"number": error.most}
    words = ngettext(
        "You are waiting for %(already)d already: %(most)d at most at the same time. Ask again once it has been sent.",
        "You are waiting for %(already)d already: %(most)d at most at the same time. Ask again once they have been sent.",
        error.already,
    )
    return words % {"already": error.already, "most": error.most}


def _draw(request: HttpRequest, token: str, form: GoodForm, *, status: int) -> HttpResponse:
    context = screen(
        form.good.display_name,
        form=form,
        form_has_errors=form.is_bound and bool(form.errors),
        good=form.good,
        token=token,
    )
    return render(request, "ambassadors/good.html", context, status=status)


@require_http_methods(["GET", "HEAD"])
@of_person()
def good_asked(request: HttpRequest, person: Ambassador, token: str, key: Any) -> HttpResponse:
    """Say that a request for goods is noted."""
    asked = get_object_or_404(person.good_requests.select_related("good"), key=key)
    context = screen(_("Your request is noted"), asked=asked, token=token)
    return render(request, "ambassadors/good_asked.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_person()
def cancel_good(request: HttpRequest, person: Ambassador, token: str, key: Any) -> HttpResponse:
    """Cancel a request that has not left yet: the person’s page then says so."""
    asked = get_object_or_404(person.good_requests.select_related("good"), key=key)
    if request.method != "POST":
        if asked.status != GoodStatus.REQUESTED:
            return redirect("ambassadors:space", token=token)
        context = screen(_("Cancel my request"), asked=asked, token=token)
        return render(request, "ambassadors/cancel_good.html", context)
    try:
        services.cancel_good(asked=asked, now=timezone.now())
    except ActNotAllowed:
        return conflict(request, token)
    page = reverse("ambassadors:space", kwargs={"token": token})
    return redirect(f"{page}?{JUST_DONE}={asked.key}")
