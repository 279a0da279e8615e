"""The place of offers in the Wagtail admin: addresses, menu."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail.admin.menu import MenuItem

from .emails import REVIEW_PERMISSION
from .models import JobOffer


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    """Mount the review screens."""
    return [path("verification/", include("jobs.offers.urls"))]


class OfferMenuItem(MenuItem):
    """The list of every offer."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to people who may review."""
        return bool(request.user.has_perm(REVIEW_PERMISSION))


@hooks.register("register_admin_menu_item")
def offer_menu_item() -> MenuItem:
    """Add the list of offers to the menu."""
    return OfferMenuItem(
        gettext_lazy("Job offers"),
        reverse("offers_admin:offers"),
        name="job-offers",
        icon_name="doc-full",
        order=60,
    )


class OfferURLFinder:
    """Tell Wagtail's own reports where an offer is looked at."""

    def __init__(self, user: Any = None) -> None:
        self.user = user

    def get_edit_url(self, instance: JobOffer) -> str | None:
        """Return the address of the review screen, for people who may see it."""
        if self.user is None or self.user.has_perm(REVIEW_PERMISSION):
            return reverse("offers_admin:review", args=[instance.pk])
        return None


register_admin_url_finder(JobOffer, OfferURLFinder)
