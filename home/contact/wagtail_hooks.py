"""The place of messages in the Wagtail admin: addresses and menu."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .emails import ANSWER_PERMISSION


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    """Mount the screens of messages."""
    return [path("messages/", include("home.contact.admin_urls"))]


class MessagesMenuItem(MenuItem):
    """Shown to people who answer messages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return bool(request.user.has_perm(ANSWER_PERMISSION))


@hooks.register("register_admin_menu_item")
def messages_menu_item() -> MenuItem:
    """Add the messages to the menu."""
    return MessagesMenuItem(
        _("Messages received"),
        reverse("contact_admin:list"),
        name="contact-messages",
        icon_name="mail",
        order=80,
    )
