"""The place of the ambassadors in the Wagtail admin: addresses and menu."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from .models import PortraitPage
from .models.people import MODERATE


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    """Mount the screens of the ambassadors."""
    return [path("ambassadeurs/", include("home.ambassadors.admin.urls"))]


class AmbassadorsMenuItem(MenuItem):
    """Shown to people who manage the ambassadors."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return bool(request.user.has_perm(MODERATE))


@hooks.register("register_admin_menu_item")
def ambassadors_menu_item() -> MenuItem:
    """Add the ambassadors to the menu."""
    return AmbassadorsMenuItem(
        _("Ambassadors"),
        reverse("ambassadors_admin:queue"),
        name="ambassadors",
        icon_name="group",
        order=75,
    )


@hooks.register("before_copy_page")
def refuse_to_copy_a_person(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse a copy of a portrait tied to somebody: no consent would reach it, nor its withdrawal, nor their erasure."""
    people = PortraitPage.objects.of_people()
    is_whole_branch = bool(request.POST.get("copy_subpages"))
    copied = (
        people.descendant_of(page, inclusive=True) if is_whole_branch else people.filter(pk=page.pk)
    )
    if not copied.exists():
        return None
    messages.error(
        request,
        gettext(
            "The portrait of an ambassador is not copied: the copy would stay when they withdraw their agreement."
        ),
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def refuse_among_others(
    request: HttpRequest, action_type: str, objects: Any, _action: Any
) -> HttpResponse | None:
    """Refuse to publish among others a portrait whose person does not agree, with the reason; pages below count too."""
    if action_type != "publish" or request.method != "POST":
        return None
    for page in _portraits(objects, with_those_below=bool(request.POST.get("include_descendants"))):
        refusal = page.get_latest_revision_as_object().consent_refusal
        if refusal is not None:
            messages.error(request, f"{page.get_admin_display_title()} – {refusal.message}")
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


def _portraits(objects: Any, *, with_those_below: bool) -> list[PortraitPage]:
    pages = [page for page in objects if isinstance(page, Page)]
    chosen = Q(pk__in=[page.pk for page in pages])
    for page in pages if with_those_below else ():
        chosen |= Q(path__startswith=page.path, depth__gt=page.depth, live=False)
    return list(PortraitPage.objects.filter(chosen).order_by("pk"))
