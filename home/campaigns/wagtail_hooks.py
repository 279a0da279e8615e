"""The place of campaigns in the Wagtail admin: addresses and menu."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .services import FOLLOW_PERMISSION


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    """Mount the screens of links."""
    return [path("campagnes/", include("home.campaigns.admin_urls"))]


class CampaignsMenuItem(MenuItem):
    """Shown to people who follow campaigns."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return bool(request.user.has_perm(FOLLOW_PERMISSION))


@hooks.register("register_admin_menu_item")
def campaigns_menu_item() -> MenuItem:
    """Add the links of campaigns to the menu."""
    return CampaignsMenuItem(
        _("Links of campaigns"),
        reverse("campaigns_admin:list"),
        name="campaign-links",
        icon_name="link",
        order=85,
    )
