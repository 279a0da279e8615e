"""Images and documents, with what a reader must know about them."""

from __future__ import annotations

import logging
from typing import Any

from django.db import models, transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

logger = logging.getLogger(__name__)

# The only copies that public pages use. They are made when an image is saved, so that reading a page writes nothing.
SOCIAL_RENDITION = "fill-1200x630|format-jpeg|jpegquality-82"
WIDTH_RENDITIONS = (
    "width-400|format-webp",
    "width-800|format-webp",
    "width-1280|format-webp",
)
RENDITIONS = (*WIDTH_RENDITIONS, SOCIAL_RENDITION)


class SiteImage(AbstractImage):
    """An image with its alternative text, its credit and its rights."""

    description = models.CharField(
        _("alternative text"),
        max_length=255,
        help_text=_("What the image shows, for those who cannot see it. Not the name of the file."),
    )
    description_en = models.CharField(
        _("alternative text, in English"),
        max_length=255,
        blank=True,
        help_text=_("For the English pages. When empty, the French one is read there, in French."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=160,
        help_text=_(
            "As printed beside the image, for example: Photo A. Martin – Département du Lot."
        ),
    )
    rights = models.CharField(
        _("rights"),
        max_length=255,
        blank=True,
        help_text=_("What we may do with it, until when, and who agreed."),
    )

    admin_form_fields = (*Image.admin_form_fields, "description_en", "credit", "rights")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, then make the copies that pages use."""
        super().save(*args, **kwargs)
        transaction.on_commit(self.prepare_renditions)

    @property
    def default_alt_text(self) -> str:
        """Return the alternative text written by the editor; never the title, which is a file name."""
        return self.description_in(translation.get_language() or "")

    def description_in(self, language: str) -> str:
        """Return the alternative text in a language, or else the French one."""
        english = self.description_en if language.startswith("en") else ""
        return english or self.description

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> Any:  # noqa: A002 - Wagtail's name
        """Make a copy without what the original says of the place and the camera."""
        from ui.bare_images import BareFilter  # it draws on Wagtail's image models

        return super().generate_rendition_file(BareFilter(spec=filter.spec), source=source)

    def prepare_renditions(self) -> None:
        """Make every copy that a public page may show; one that cannot be made is logged and left out."""
        for spec in RENDITIONS:
            try:
                self.get_rendition(spec)
            except Exception:
                # A damaged file must not lose the editor's form: the image is then simply not shown.
                logger.exception("image %s: the copy %s could not be made", self.pk, spec)
                return


class SiteRendition(AbstractRendition):
    """A resized copy of an image."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="ui_rendition_unique"
            )
        ]


class SiteDocument(AbstractDocument):
    """A file to download, with what a reader should know before taking it."""

    version = models.CharField(_("version"), max_length=40, blank=True)
    licence = models.CharField(
        _("licence"),
        max_length=160,
        blank=True,
        help_text=_("Under which terms it may be re-used, for example: Licence Ouverte 2.0."),
    )
    is_accessible = models.BooleanField(
        _("accessible"),
        default=False,
        help_text=_(
            "Tick only if the file itself was checked (tagged PDF, titles, alternative texts)."
        ),
    )

    admin_form_fields = (*Document.admin_form_fields, "version", "licence", "is_accessible")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """Check the extension, then what the file holds and where it may lie. Raises ValidationError."""
        from ui.uploads import check_document  # it draws on Wagtail's forms, which need the models

        super().clean()
        check_document(self)
