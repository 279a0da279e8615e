"""What one finds in a territory: schools, housing, health… as dated cards."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from territory.querysets import ResourceCardQuerySet
from territory.words import in_reader_language, language_of

from .places import Territory


class ResourceTheme(models.TextChoices):
    """What a card is about, in the order in which themes are shown."""

    SCHOOLS = "SCHOOLS", _("Schools")
    HOUSING = "HOUSING", _("Housing")
    EARLY_CHILDHOOD = "EARLY_CHILDHOOD", _("Early childhood")
    HEALTH = "HEALTH", _("Health")
    TRANSPORT = "TRANSPORT", _("Trains and transport")
    CLUBS = "CLUBS", _("Clubs and culture")


ICONS = {
    ResourceTheme.SCHOOLS: "school",
    ResourceTheme.HOUSING: "home",
    ResourceTheme.EARLY_CHILDHOOD: "heart-handshake",
    ResourceTheme.HEALTH: "stethoscope",
    ResourceTheme.TRANSPORT: "route",
    ResourceTheme.CLUBS: "users-group",
}


class ResourceCard(models.Model):
    """One thing to know of a territory, with the day when somebody last checked it."""

    territory = models.ForeignKey(
        Territory,
        on_delete=models.CASCADE,
        related_name="resource_cards",
        verbose_name=_("territory"),
    )
    theme = models.CharField(_("theme"), max_length=16, choices=ResourceTheme.choices)
    title = models.CharField(_("title"), max_length=100)
    title_en = models.CharField(_("title, in English"), max_length=100, blank=True)
    text = models.TextField(
        _("text"), max_length=400, help_text=_("Two or three sentences, without invented figures.")
    )
    text_en = models.TextField(_("text, in English"), max_length=400, blank=True)
    url = models.URLField(_("link"), blank=True, help_text=_("The page that says more."))
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    checked_on = models.DateField(
        _("checked on"),
        help_text=_("The day when somebody last made sure that the card is right; readers see it."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("The smallest comes first inside its theme.")
    )
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    objects = ResourceCardQuerySet.as_manager()

    class Meta:
        verbose_name = _("resource card")
        verbose_name_plural = _("resource cards")
        constraints = [
            models.CheckConstraint(
                condition=Q(theme__in=ResourceTheme.values),
                name="resource_card_theme_is_known",
                violation_error_message=_("Choose a theme of the list."),
            ),
        ]
        indexes = [models.Index(fields=["territory", "theme"], name="resource_card_of_territory")]

    def __str__(self) -> str:
        return self.title

    def is_stale_on(self, day: dt.date) -> bool:
        """Say whether the card was checked too long ago to be trusted unread."""
        return self.checked_on < stale_before(day)

    @property
    def icon(self) -> str:
        """Return the icon of its theme."""
        return ICONS[ResourceTheme(self.theme)]

    @property
    def anchor(self) -> str:
        """Return where the card stands on the page of its territory."""
        return f"fiche-{self.pk}"

    @property
    def title_language(self) -> str:
        """Return the language of the title when it is not the reader's, else ""."""
        return language_of(self, "title")

    @property
    def title_shown(self) -> str:
        """Return the title in the reader's language."""
        return in_reader_language(self, "title")

    @property
    def text_shown(self) -> str:
        """Return the text in the reader's language."""
        return in_reader_language(self, "text")

    @property
    def host(self) -> str:
        """Return the name of the site that the link leads to."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")

    @property
    def language(self) -> str:
        """Return the language of the words when it is not the reader's, else ""."""
        return language_of(self, "text")


def stale_before(day: dt.date) -> dt.date:
    """Return the day before which a check is too old on `day`."""
    return day - dt.timedelta(days=settings.RESOURCE_CARD_STALE_DAYS)
