"""The place of addresses in the Wagtail admin: addresses and reports."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .services import MANAGE_PERMISSION


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    """Mount the screens of addresses."""
    return [path("adresses/", include("home.redirection.admin_urls"))]


class AddressesMenuItem(MenuItem):
    """Shown to people who follow addresses."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return bool(request.user.has_perm(MANAGE_PERMISSION))


@hooks.register("register_reports_menu_item")
def addresses_menu_item() -> MenuItem:
    """Add the addresses to the reports."""
    return AddressesMenuItem(
        _("Addresses and links"),
        reverse("redirection_admin:missed"),
        name="addresses",
        icon_name="link",
        order=610,
    )
