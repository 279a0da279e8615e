"""The place of offers in the Wagtail admin: addresses, menu with what waits, dashboard panel."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from . import queue
from .emails import REVIEW_PERMISSION
from .models import JobOffer


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    """Mount the review screens."""
    return [path("verification/", include("jobs.offers.urls"))]


def oldest_in_words(days: int) -> str:
    """Return since when the oldest has been waiting."""
    if days < 1:
        return _("the oldest has waited less than a day")
    return ngettext(
        "the oldest has waited %(days)d day", "the oldest has waited %(days)d days", days
    ) % {"days": days}


class ReviewMenuItem(MenuItem):
    """« À vérifier », with how many wait and since when."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to people who may review."""
        return bool(request.user.has_perm(REVIEW_PERMISSION))

    def render_component(self, request: HttpRequest) -> Any:
        """Put the number in the label, the age in what is heard."""
        component = super().render_component(request)
        lines = queue.waiting()
        count = sum(line.count for line in lines)
        if count:
            oldest = min(line.oldest for line in lines if line.oldest is not None)
            days = (timezone.now() - oldest).days
            # Short: the menu is narrow. What is heard, and shown under the pointer, is the whole sentence,
            # which begins with the words on screen: people who speak to their computer say those.
            component.label = _("To review (%(count)d)") % {"count": count}
            sentence = f"{component.label}, {oldest_in_words(days)}"
            component.attrs = {**component.attrs, "aria-label": sentence, "title": sentence}
        return component


@hooks.register("register_admin_menu_item")
def review_menu_item() -> MenuItem:
    """Add the queue to the menu."""
    return ReviewMenuItem(
        gettext_lazy("To review"),
        reverse("offers_admin:queue"),
        name="to-review",
        icon_name="tasks",
        order=50,
    )


class OfferMenuItem(ReviewMenuItem):
    """The list of every offer."""

    def render_component(self, request: HttpRequest) -> Any:
        """Keep the plain label."""
        return MenuItem.render_component(self, request)


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


class ReviewPanel(Component):
    """What waits, on the dashboard: counts, age, what is late."""

    name = "to_review"
    template_name = "offers/review_panel.html"
    order = 50

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Read the queue; nothing for people who may not review."""
        context = dict(super().get_context_data(parent_context))
        now = timezone.now()
        allowed = parent_context["request"].user.has_perm(REVIEW_PERMISSION)
        context["lines"] = (
            [(line, line.is_late(now)) for line in queue.waiting()] if allowed else []
        )
        context["allowed"] = allowed
        return context


@hooks.register("construct_homepage_panels")
def add_review_panel(_request: HttpRequest, panels: list[Component]) -> None:
    """Put the panel first."""
    panels.append(ReviewPanel())


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
