"""The place of the lists in the Wagtail admin: addresses, menu, and what may not be thrown away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from .admin_views import MANAGE_PERMISSION
from .models import EventPage, Registration

# What takes pages away, in Wagtail's words.
TAKING_AWAY = frozenset({"delete", "unpublish"})


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    """Mount the screens of the lists."""
    return [path("agenda/", include("home.events.admin_urls"))]


class AgendaMenuItem(MenuItem):
    """Shown to people who keep the lists."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return bool(request.user.has_perm(MANAGE_PERMISSION))


@hooks.register("register_admin_menu_item")
def agenda_menu_item() -> MenuItem:
    """Add the lists to the menu."""
    return AgendaMenuItem(
        pgettext_lazy("menu", "Registrations"),
        reverse("events_admin:list"),
        name="events-registrations",
        icon_name="calendar-alt",
        order=85,
    )


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_what_people_come_to(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Refuse to take away an event that people are registered to: cancelling it writes to them."""
    return _refuse(request, [page])


@hooks.register("before_bulk_action")
def keep_it_in_bulk(
    request: HttpRequest, action_type: str, objects: Any, _action: Any
) -> HttpResponse | None:
    """Refuse the same among others, or with the pages above."""
    if action_type not in TAKING_AWAY:
        return None
    return _refuse(request, [one for one in objects if isinstance(one, Page)])


def _refuse(request: HttpRequest, pages: list[Any]) -> HttpResponse | None:
    """Refuse when people come to an event that is one of these pages, or below one of them."""
    below = Q(pk__in=[])
    for page in pages:
        below |= Q(event__path__startswith=page.path)
    rows = Registration.objects.filter(below).to_come(timezone.now())
    if request.method != "POST" or not rows.exists():
        return None
    messages.error(
        request,
        _(
            "People are registered to this event: tick “cancelled” and publish the page, so that they"
            " are told."
        )
        if len(pages) == 1 and isinstance(pages[0].specific, EventPage)
        else _(
            "People are registered to an event among these pages: nothing was taken away. On its page tick"
            " “cancelled” and publish, so that they are told."
        ),
    )
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)
