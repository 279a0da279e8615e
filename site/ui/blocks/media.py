"""Pictures and files."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ListBlock,
    StructBlock,
    StructBlockValidationError,
)
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from .lazy import LazyChooserMixin, fetched


class PictureChooserBlock(LazyChooserMixin, ImageChooserBlock):
    """An image, read with all the others of the screen."""


class PictureBlock(StructBlock):
    """An image with its caption and credit."""

    image = PictureChooserBlock(label=_("Image"))
    is_decorative = BooleanBlock(
        label=_("Decorative image"),
        required=False,
        help_text=_("Tick when a reader who does not see it misses nothing."),
    )
    alt = CharBlock(
        label=_("Alternative text for this page"),
        required=False,
        max_length=255,
        help_text=_("Leave empty to use the one written with the image."),
    )
    caption = CharBlock(label=_("Caption"), required=False, max_length=255)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "components/blocks/picture.html"
        description = _("A photo or drawing with its credit.")

    def clean(self, value: Any) -> Any:
        """Ask for an alternative text unless the image is decorative."""
        cleaned = super().clean(value)
        image = fetched(cleaned.get("image"))
        described = (
            cleaned.get("is_decorative") or cleaned.get("alt") or getattr(image, "description", "")
        )
        if image is not None and not described:
            raise StructBlockValidationError(
                {"alt": ValidationError(_("Describe the image, or tick “Decorative image”."))}
            )
        return cleaned


class DocumentsBlock(StructBlock):
    """Files to download."""

    title = CharBlock(label=_("Title"), max_length=120, required=False)
    documents = ListBlock(
        DocumentChooserBlock(label=_("Document")), label=_("Documents"), min_num=1
    )

    class Meta:
        icon = "doc-full-inverse"
        label = _("Documents")
        template = "components/blocks/documents.html"
        description = _("Files with their format, weight and date.")
