"""The people who sign in. Who belongs to which employer is not known here."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Create users, whose login is their e-mail address."""

    use_in_migrations = True
    # Who holds a permission, by groups too: asked to know whom a mail is for.
    with_perm: Any = DjangoUserManager.with_perm

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Create a person who may sign in on the site. Raises ValueError without an address."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Create an administrator of the whole site."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> User:
        """Find a person by address, whatever the case typed."""
        return self.get(email__iexact=username or "")


class User(AbstractUser):  # type: ignore[django-manager-missing]  # Wagtail is untyped
    """A person who signs in by e-mail address: staff, editor, moderator or employer."""

    username = None  # type: ignore[assignment]  # the address is the login
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True, max_length=254)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    # Written by the night's retention: see `accounts.retention` and `employer_space.organisation.retention`.
    deactivated_at = models.DateTimeField(_("seen deactivated"), null=True, editable=False)
    inactivity_notice_at = models.DateTimeField(
        _("told that the account will be erased"), null=True, editable=False
    )
    anonymised_at = models.DateTimeField(_("anonymised"), null=True, editable=False)

    USERNAME_FIELD = "email"
    # What `createsuperuser` asks for: the team speaks to employers under its names.
    REQUIRED_FIELDS: ClassVar[list[str]] = ["first_name", "last_name"]

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_user_email_ci_unique",
                violation_error_message=_("An account already uses this e-mail address."),
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the person and make their address, in lower case, the only one that signs in."""
        self.email = self.email.lower()
        with transaction.atomic(using=kwargs.get("using")):
            super().save(*args, **kwargs)
            if writes_email(kwargs.get("update_fields")):
                follow_address(self)


def signature(user: User | None) -> str:
    """Return the name under which others read what a person did; it outlives the account, so it is in French.

    What nobody did, the programme itself signs.
    """
    if user is not None and (name := user.get_full_name()):
        return name
    with translation.override(settings.LANGUAGE_CODE):
        if user is None:
            return gettext("The programme")
        if user.has_perm("wagtailadmin.access_admin"):
            return team()
        return gettext("Member %(number)s") % {"number": user.pk}


def team() -> str:
    """Return the name of the team, for those of its people who gave none."""
    with translation.override(settings.LANGUAGE_CODE):
        return gettext("The Oh My Lot ! team")


def writes_email(fields: Any) -> bool:
    """Say whether a save of these fields (None: all of them) may have changed the address."""
    return fields is None or "email" in fields


def follow_address(user: User) -> None:
    """Keep allauth's own row equal to the person's address.

    Without it a former address, changed in the admin, would still sign in and receive codes. It is
    marked verified: whoever wrote it here checked it. An address waiting for its confirmation is left
    alone: it opens nothing yet.
    """
    from allauth.account.models import EmailAddress

    rows = EmailAddress.objects.filter(user_id=user.pk)
    if rows.filter(email=user.email, primary=True).exists():
        return
    rows.filter(primary=True).exclude(email=user.email).delete()
    EmailAddress.objects.update_or_create(
        user_id=user.pk, email=user.email, defaults={"primary": True, "verified": True}
    )
