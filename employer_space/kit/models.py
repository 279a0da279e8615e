"""The pieces of the kit, their versions and who took them."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel
from wagtail.models import Orderable

from .querysets import KitItemQuerySet
from .setup import is_in_kit


class KitCategory(models.TextChoices):
    """The shelves of the kit."""

    POSTERS = "POSTERS", _("Posters and print")
    SOCIAL = "SOCIAL", _("Social networks")
    TEXTS = "TEXTS", _("Texts")
    LOGOS = "LOGOS", _("Logos and marks")
    GUIDES = "GUIDES", _("Guides")


class KitItem(ClusterableModel):
    """One piece of the kit; what is downloaded is its latest version."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=120)
    description = models.TextField(_("what it is for"), blank=True, max_length=600)
    category = models.CharField(_("shelf"), max_length=10, choices=KitCategory.choices)
    preview = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("preview"),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(
        _("offered"),
        default=True,
        help_text=_("Untick to withdraw it from the kit without losing its counts."),
    )

    panels = [
        HelpPanel(
            content=_(
                "The files of the kit are documents of the private collection “Kit de communication”. Upload the"
                " new file there, then add it here as a new version: the latest one is downloaded."
            )
        ),
        FieldPanel("title"),
        FieldPanel("description"),
        FieldPanel("category"),
        FieldPanel("preview"),
        FieldPanel("position"),
        FieldPanel("is_active"),
        InlinePanel("versions", label=_("Version"), min_num=1),
    ]

    objects = KitItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("piece of the kit")
        verbose_name_plural = _("pieces of the kit")

    def __str__(self) -> str:
        return self.title

    @property
    def current(self) -> KitVersion | None:
        """Return the latest version, from what is prefetched."""
        versions = sorted(
            self.versions.all(), key=lambda version: (version.published_on, version.pk or 0)
        )
        return versions[-1] if versions else None


class KitVersion(Orderable):
    """One file of a piece, from one day on."""

    item = ParentalKey(KitItem, on_delete=models.CASCADE, related_name="versions")
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("file"),
    )
    label = models.CharField(_("version"), max_length=40, help_text=_("For example: 2026, or 3."))
    published_on = models.DateField(_("date"))

    panels = [FieldPanel("document"), FieldPanel("label"), FieldPanel("published_on")]

    class Meta(Orderable.Meta):
        verbose_name = _("version of a piece")
        verbose_name_plural = _("versions of a piece")

    def __str__(self) -> str:
        return f"{self.item} – {self.label}"

    def clean(self) -> None:
        """Refuse a file that anybody could fetch: it must lie in the private collection."""
        super().clean()
        if self.document_id and not is_in_kit(self.document.collection):
            raise ValidationError(
                {"document": _("Choose a file of the private collection “Kit de communication”.")}
            )


class KitDownload(models.Model):
    """One download: which employer took which piece, when. The person is forgotten with the account.

    After a year the downloads of a month become one row: `is_month`, its `count`, dated from the first day
    of the month. A total is therefore the sum of `count`, never the number of rows.
    """

    employer = models.ForeignKey("employers.Employer", on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(KitItem, on_delete=models.CASCADE, related_name="downloads")
    version_label = models.CharField(_("version"), max_length=40)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    downloaded_at = models.DateTimeField(_("downloaded"))
    count = models.PositiveIntegerField(_("downloads"), default=1)
    is_month = models.BooleanField(_("a whole month"), default=False)

    class Meta:
        verbose_name = _("download of the kit")
        verbose_name_plural = _("downloads of the kit")
        indexes = [models.Index(fields=["employer", "item"], name="employer_space_kit_downloads")]
        constraints = [
            models.UniqueConstraint(
                fields=["employer", "item", "downloaded_at"],
                condition=models.Q(is_month=True),
                name="employer_space_one_row_a_month",
            )
        ]

    def __str__(self) -> str:
        return f"{self.employer_id} ← {self.item_id}"
