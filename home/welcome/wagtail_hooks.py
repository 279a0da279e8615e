"""The place of settlement requests in the Wagtail admin: addresses and menu."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .states import PERMISSION


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    """Mount the screens of the referents."""
    return [path("installation/", include("home.welcome.admin_urls"))]


class RequestsMenuItem(MenuItem):
    """Shown to people who may read households."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return bool(request.user.has_perm(PERMISSION))


@hooks.register("register_admin_menu_item")
def requests_menu_item() -> MenuItem:
    """Add the requests to the menu."""
    return RequestsMenuItem(
        pgettext_lazy("menu", "Settlement requests"),
        reverse("welcome_admin:list"),
        name="settlement-requests",
        icon_name="home",
        order=75,
    )
