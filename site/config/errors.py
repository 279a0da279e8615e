"""Error pages in good French (or English), with the right status; they never fail themselves."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from accounts.landing import page_above

SHOWN = frozenset({400, 403, 404, 405, 410, 422, 429, 500, 503})
# When even the templates cannot be drawn.
LAST_RESORT = (
    '<!doctype html><html lang="fr"><title>Le service est interrompu – Oh My Lot !</title>'
    "<h1>Le service est interrompu</h1><p>Réessayez dans quelques minutes.</p></html>"
)


def _language(request: HttpRequest) -> str:
    """Return the language of the address: an error may come before the language was chosen."""
    return "en" if request.path_info.startswith("/en/") else "fr"


def _page(request: HttpRequest, status: HTTPStatus, template: str | None = None) -> HttpResponse:
    """Draw an error page with the site around it; without the site when that fails too."""
    with translation.override(_language(request)):
        try:
            return render(request, template or f"{status.value}.html", status=status)
        except Exception:  # noqa: BLE001 - whatever broke, an error page must be shown
            return _static_page("500.html", status)


def _static_page(template: str, status: HTTPStatus) -> HttpResponse:
    """Draw a page that needs neither database nor context."""
    try:
        return HttpResponse(render_to_string(template), status=status)
    except Exception:  # noqa: BLE001 - whatever broke, an error page must be shown
        return HttpResponse(LAST_RESORT, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer what cannot be understood at all."""
    return _page(request, HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer someone who may not see this; the admin's doors are tried by machines, and answer at little cost."""
    if request.path_info.startswith("/admin/"):
        with translation.override(_language(request)):
            return _static_page("403_admin.html", HTTPStatus.FORBIDDEN)
    return _page(request, HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer an address that leads nowhere, with ways out."""
    return _page(request, HTTPStatus.NOT_FOUND)


def only_a_form(request: HttpRequest) -> HttpResponse:
    """Answer whoever reads an address that only receives a form, with the way to the page it belongs to."""
    context = {
        "back_url": page_above(request.path_info),
        "is_admin": request.path_info.startswith("/admin/"),
    }
    status = HTTPStatus.METHOD_NOT_ALLOWED
    with translation.override(_language(request)):
        return HttpResponse(render_to_string("405.html", context), status=status)


def server_error(request: HttpRequest) -> HttpResponse:
    """Own up to our own fault, without touching what may be broken."""
    with translation.override(_language(request)):
        return _static_page("500.html", HTTPStatus.INTERNAL_SERVER_ERROR)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Explain a form that cannot be trusted any more: usually a page left open for too long."""
    return _page(request, HTTPStatus.FORBIDDEN, "403_csrf.html")


def error_page(request: HttpRequest, code: int) -> HttpResponse:
    """Show the page of an error: with DEBUG on, Django shows its own in their place. For development only."""
    return _page(request, HTTPStatus(code if code in SHOWN else HTTPStatus.NOT_FOUND))
