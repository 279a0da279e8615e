"""Responses every view builds the same way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import ngettext


def render_form(
    request: HttpRequest, template: str, context: dict[str, Any], form: BaseForm
) -> HttpResponse:
    """Show a form: 200, or 422 with « Erreur : » in the title when what was sent needs correcting."""
    has_errors = form.is_bound and bool(form.errors)
    return render(
        request,
        template,
        {**context, "form": form, "form_has_errors": has_errors},
        status=422 if has_errors else 200,
    )


def too_many(request: HttpRequest, retry_after: int) -> HttpResponse:
    """Ask for patience: 429, with the wait in seconds for machines and in minutes for people."""
    minutes = max(1, -(-retry_after // 60))
    response = render(request, "429.html", {"minutes": minutes}, status=429)
    response.headers["Retry-After"] = str(max(1, retry_after))
    return response


def wait_with_form(
    form: BaseForm, retry_after: int, draw: Callable[[], HttpResponse]
) -> HttpResponse:
    """Ask for patience on the form itself, which `draw` shows again with what was typed: 429."""
    minutes = max(1, -(-retry_after // 60))
    message = ngettext(
        "Too many requests in a short time: send the form again in %(count)d minute.",
        "Too many requests in a short time: send the form again in %(count)d minutes.",
        minutes,
    )
    form.add_error(None, message % {"count": minutes})
    response = draw()
    response.status_code = 429
    response.headers["Retry-After"] = str(max(1, retry_after))
    return response


def query_string(params: QueryDict | None, **changes: object) -> str:
    """Return « ?… » made of `params` with some values changed; None or an empty one removes the parameter."""
    query = params.copy() if isinstance(params, QueryDict) else QueryDict(mutable=True)
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    return f"?{query.urlencode()}"
