"""Where pages may be moved and copied: in the tree of their own language, which the others follow."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail.models import Page

from ui.writable import read_number


def keep_language(request: HttpRequest, page: Any, destination: Any) -> HttpResponse | None:
    """Refuse to move a page below one of another language: its words would be read there as if they were translated."""
    if destination.is_root() or page.locale_id == destination.locale_id:
        return None
    messages.error(
        request,
        gettext("“%(title)s” stays among the pages of its own language.") % {"title": page.title},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def keep_language_in_bulk(
    request: HttpRequest, action_type: str, objects: Any, _action_class: Any
) -> HttpResponse | None:
    """Refuse it for several pages as for one."""
    if action_type != "move" or request.method != "POST":
        return None
    number = read_number(request.POST.get("chooser"))
    destination = Page.objects.filter(pk=number).first() if number else None
    refusals = (keep_language(request, page, destination) for page in objects if destination)
    return next((refusal for refusal in refusals if refusal is not None), None)


def know_the_parent(request: HttpRequest, _page: Any) -> None:
    """Check that a copy is asked for below a page: Wagtail's view reads it before its form. Raises Http404."""
    if request.method == "POST":
        number = read_number(request.POST.get("new_parent_page"))
        if not (number and Page.objects.filter(pk=number).exists()):
            raise Http404
