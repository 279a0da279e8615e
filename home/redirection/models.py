"""What is known of addresses that lead nowhere, and of pages that nobody reads again."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .querysets import MissedAddressQuerySet
from .states import LinkFault

PATH_MAX_LENGTH = 200


class MissedAddress(models.Model):
    """An address that visitors asked for and that does not exist: how often, never by whom."""

    path = models.CharField(_("address"), max_length=PATH_MAX_LENGTH, unique=True)
    count = models.PositiveIntegerField(_("times"), default=0)
    first_day = models.DateField(_("first time"))
    last_day = models.DateField(_("last time"), db_index=True)
    ignored_at = models.DateTimeField(_("ignored"), null=True, blank=True)

    objects: ClassVar[MissedAddressQuerySet] = MissedAddressQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("address not found")
        verbose_name_plural = _("addresses not found")
        default_permissions = ()
        permissions = [
            ("manage_addresses", "May follow old addresses, broken links and pages to review")
        ]

    def __str__(self) -> str:
        return self.path


class BrokenLink(models.Model):
    """A link of one of our pages that leads nowhere on the site, as the last check found it."""

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("None: the link is in a menu or in the footer."),
    )
    address = models.CharField(_("link"), max_length=500)
    fault = models.CharField(_("what is wrong"), max_length=20, choices=LinkFault)
    found_at = models.DateTimeField(_("found"))

    class Meta:
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")
        default_permissions = ()

    def __str__(self) -> str:
        return self.address


class PageReview(models.Model):
    """Somebody read a page again and found that it still holds."""

    page = models.OneToOneField(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )
    reviewed_at = models.DateTimeField(_("reviewed"))
    reviewed_by: Any = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("review of a page")
        verbose_name_plural = _("reviews of pages")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.page_id} – {self.reviewed_at:%Y-%m-%d}"
