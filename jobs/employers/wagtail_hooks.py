"""The place of employers in the Wagtail admin: addresses and menu."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .views import VERIFY_PERMISSION


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    """Mount the verification screens."""
    return [path("employeurs/", include("jobs.employers.urls"))]


class EmployerMenuItem(MenuItem):
    """Shown to people who may verify employers."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return bool(request.user.has_perm(VERIFY_PERMISSION))


@hooks.register("register_admin_menu_item")
def employer_menu_item() -> MenuItem:
    """Add the list of employers to the menu."""
    return EmployerMenuItem(
        _("Employers"),
        reverse("employers_admin:list"),
        name="employers",
        icon_name="group",
        order=70,
    )
