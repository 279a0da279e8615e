"""« Devenir ambassadeur » : the form, its thanks, the charter."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from home.ambassadors import services
from home.ambassadors.forms import JoinForm
from home.ambassadors.links import thanked_name, thanks_token
from home.ambassadors.models import Charter
from home.ambassadors.presentation import breadcrumb, current_language, promise, screen
from operations.email_addresses import limit_key
from operations.ratelimit import ALLOWED, Decision, allow, client_ip, peek
from ui.addresses import absolute, contract_path
from ui.http import render_form, wait_with_form
from ui.meta import Meta

REQUESTS_PER_HOUR = 5
# The address receives a mail for each request: one that is somebody else's is not flooded.
REQUESTS_PER_ADDRESS = 3
# Somebody who corrects their form sends their photo again each time.
PHOTOS_PER_HOUR = 10
HOUR, DAY = 3600, 24 * 3600
SENT = "ambassadors.sent"


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Take a request to become an ambassador; the answer is the same for an address known already."""
    if request.method != "POST":
        return render_form(request, "ambassadors/join.html", _context(), JoinForm())
    # Counted before the form is read: a photo costs, whatever stands in the other fields.
    photos = _may_send_a_photo(request)
    refusal = "" if photos else _too_many_photos(photos)
    form = JoinForm(request.POST, request.FILES, photo_refusal=refusal)
    if not form.is_valid():
        response = render_form(request, "ambassadors/join.html", _context(), form)
        if form.has_error("photo", code="limit"):
            response.status_code = 429
            response.headers["Retry-After"] = str(photos.retry_after)
        return response
    key, email, now = form.cleaned_data["key"], form.cleaned_data["email"], timezone.now()
    # A second click costs nothing, be the address known or not: whether a file is kept never decides what is answered.
    sent = f"{key} {email.lower()}"
    if peek(scope=SENT, key=sent, limit=1, now=now):
        decision = _may_ask(request, email)
        if not decision:
            return wait_with_form(
                form,
                decision.retry_after,
                lambda: render_form(request, "ambassadors/join.html", _context(), form),
            )
        services.ask_to_join(application=form.application(current_language()), key=key, now=now)
        allow(scope=SENT, key=sent, limit=1, per_seconds=DAY, now=now)
    return redirect("ambassadors:joined", token=thanks_token(form.cleaned_data["first_name"]))


@require_safe
def joined(request: HttpRequest, token: str) -> HttpResponse:
    """Thank the person by the first name they typed, and say what happens now."""
    name = thanked_name(token)
    if name is None:
        raise Http404
    steps = [
        _("We have sent you an e-mail: open it and confirm that this address is yours."),
        _("Your request counts from then on: a member of the team reads it and writes to you."),
        _("Nothing is published without your agreement."),
    ]
    title = _("Thank you %(name)s, your request is recorded.") % {"name": name}
    context = screen(title, text=promise(), next_steps=steps)
    return render(request, "ambassadors/joined.html", context)


@require_safe
def charter(request: HttpRequest) -> HttpResponse:
    """Show the charter in force."""
    current = Charter.objects.current()
    if current is None:
        raise Http404
    title = _("Charter of the ambassadors")
    language = current_language()
    context = {
        "title": title,
        "charter": current,
        "text": current.text_in(language),
        "text_language": "en" if language == "en" and current.text_en else "fr",
        "breadcrumb": breadcrumb(title),
        "join_url": reverse("ambassadors:join"),
        "meta": Meta(
            title=title,
            description=_("What an ambassador of the Lot accepts, and what nobody asks of them."),
            canonical=absolute(reverse("ambassadors:charter")),
        ),
    }
    return render(request, "ambassadors/charter.html", context)


def _context() -> dict[str, object]:
    title = _("Become an ambassador")
    return {
        "title": title,
        "breadcrumb": breadcrumb(title),
        "charter_url": reverse("ambassadors:charter"),
        "privacy_url": contract_path("donnees-personnelles", current_language()),
        "promise": promise(),
        "meta": Meta(
            title=title,
            description=_("Talk about the Lot around you and help to welcome newcomers."),
            canonical=absolute(reverse("ambassadors:join")),
        ),
    }


def _may_send_a_photo(request: HttpRequest) -> Decision:
    """Count a file for the visitor's network, kept or not; a form without a file costs nothing."""
    if not request.FILES:
        return ALLOWED
    return allow(
        scope="ambassadors.photos",
        key=client_ip(request),
        limit=PHOTOS_PER_HOUR,
        per_seconds=HOUR,
        now=timezone.now(),
    )


def _too_many_photos(decision: Decision) -> str:
    minutes = max(1, -(-decision.retry_after // 60))
    return ngettext(
        "Too many photos were sent from here. Send the form without a photo, or try again in %(minutes)d minute.",
        "Too many photos were sent from here. Send the form without a photo, or try again in %(minutes)d minutes.",
        minutes,
    ) % {"minutes": minutes}


def _may_ask(request: HttpRequest, email: str) -> Decision:
    """Count this request for the visitor's network and for the address that will be written to."""
    now = timezone.now()
    decision = allow(
        scope="ambassadors.network",
        key=client_ip(request),
        limit=REQUESTS_PER_HOUR,
        per_seconds=HOUR,
        now=now,
    )
    if not decision:
        return decision
    return allow(
        scope="ambassadors.address",
        key=limit_key(email),
        limit=REQUESTS_PER_ADDRESS,
        per_seconds=DAY,
        now=now,
    )
