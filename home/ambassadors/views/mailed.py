"""What the links of mails open besides a person's own page: confirming the address, stopping the letters."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from home.ambassadors import services
from home.ambassadors.consents import purposes_in_force
from home.ambassadors.links import Door, token_of
from home.ambassadors.models import Ambassador
from home.ambassadors.own_page import agreements_to_confirm
from home.ambassadors.presentation import promise, screen
from home.ambassadors.states import Actor, Purpose
from home.ambassadors.views.space import of_person


@require_http_methods(["GET", "HEAD", "POST"])
@of_person(Door.CONFIRM)
def confirm(request: HttpRequest, person: Ambassador, token: str) -> HttpResponse:  # noqa: ARG001 - the guard read it
    """Show what was sent from an address, and let its owner confirm it, or have it erased: anyone may have typed it."""
    if person.is_confirmed:
        # Used once: the mail that holds this link is no key to the person's page.
        context = screen(_("Your address is confirmed"), page_url=reverse("ambassadors:ask_link"))
        return render(request, "ambassadors/confirmed.html", context)
    if request.method != "POST":
        agreements = agreements_to_confirm(person)
        context = screen(_("Confirm your request"), person=person, agreements=agreements)
        return render(request, "ambassadors/confirm.html", context)
    if "erase" in request.POST:
        services.erase_person(person=person, actor=Actor.PERSON, now=timezone.now())
        context = screen(_("The request is erased"))
        return render(request, "ambassadors/request_erased.html", context)
    services.confirm_address(person=person, now=timezone.now())
    context = screen(
        _("Your address is confirmed"),
        text=promise(),
        page_url=reverse("ambassadors:space", kwargs={"token": token_of(person)}),
    )
    return render(request, "ambassadors/confirmed.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_person(Door.LETTERS)
def stop_letters(request: HttpRequest, person: Ambassador, token: str) -> HttpResponse:
    """Stop the letters with a button; the link of a letter does nothing else."""
    if request.method == "POST":
        services.change_consent(
            person=person, purpose=Purpose.LETTERS, agrees=False, now=timezone.now()
        )
        return redirect("ambassadors:stop_letters", token=token)
    context = screen(
        _("Letters of the network"), is_stopped=Purpose.LETTERS not in purposes_in_force(person)
    )
    return render(request, "ambassadors/stop_letters.html", context)
