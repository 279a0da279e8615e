"""Declare the slice to Django and register its roles' first rights."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People who sign in: the user model, one sign-in door, roles."""

    name = "accounts"
    label = "accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Remember the browsers of those who sign in; let administrators manage the staff; say what is kept."""
        from allauth.account.signals import user_logged_in

        from accounts import devices, erasure, retention, roles
        from operations import personal_data, purge

        personal_data.register(erasure.ACCOUNT)
        purge.register(retention.deactivated())
        user_logged_in.connect(
            devices.remember_after_login, dispatch_uid="accounts.remember_device"
        )
        roles.grant(
            roles.Role.ADMINISTRATORS,
            "accounts.add_user",
            "accounts.change_user",
            "accounts.delete_user",
            "auth.add_group",
            "auth.change_group",
            "auth.delete_group",
            "mailing.view_outgoingmail",
            "mailing.change_outgoingmail",
        )
