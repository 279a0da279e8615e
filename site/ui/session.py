"""How long a signed-in person's session still lasts, and the button that prolongs it."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST


def seconds_left(session: SessionBase, *, now: datetime) -> int:
    """Return the seconds before the session ends, as the database has it."""
    end = (
        Session.objects.filter(pk=session.session_key).values_list("expire_date", flat=True).first()
    )
    if end is None:
        return session.get_expiry_age()
    return max(0, int((end - now).total_seconds()))


@require_POST
def prolong(request: HttpRequest) -> HttpResponse:
    """Start the session's time again, then go back to the page: the script stays on it, a form returns."""
    request.session.modified = True
    if request.headers.get("X-Requested-With") == "fetch":
        seconds = str(request.session.get_expiry_age())
        return HttpResponse(status=204, headers={"X-Session-Seconds": seconds})
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    return redirect(target)
