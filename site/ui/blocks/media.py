"""Pictures, videos and files."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    IntegerBlock,
    ListBlock,
    StructBlock,
    StructBlockValidationError,
)
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from ui.web_links import ascii_host, is_safe_link, unsafe_link

from .base import FACTS, MEDIA, BodyBlock
from .lazy import LazyChooserMixin, fetched, known_pk
from .links import SameEverywhereBlock
from .text import SHORT_FEATURES, CheckedRichTextBlock

VIDEO_LANGUAGES = [
    ("fr", _("French")),
    ("en", _("English")),
    ("oc", _("Occitan")),
    ("", _("no words")),
]


class PictureChooserBlock(LazyChooserMixin, ImageChooserBlock):
    """An image, read with all the others of the screen."""


def check_described(value: Any) -> None:
    """Raise unless the image of a block has an alternative text, its own or that of this page."""
    image = fetched(value.get("image"))
    described = value.get("is_decorative") or value.get("alt") or getattr(image, "description", "")
    if image is not None and not described:
        message = (
            _("Describe the image, or tick “Decorative image”.")
            if "is_decorative" in value
            else _("Describe the image: here or where it is filed.")
        )
        raise StructBlockValidationError({"alt": ValidationError(message)})


class PictureBlock(BodyBlock):
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
        group = MEDIA
        label = _("Image")
        template = "components/blocks/picture.html"
        description = _("A photo or drawing with its credit.")
        preview_value = {
            "image": None,
            "is_decorative": False,
            "alt": "",
            "caption": "Le pont, vu de la rive gauche.",
        }

    def clean(self, value: Any) -> Any:
        """Ask for an alternative text unless the image is decorative."""
        cleaned = super().clean(value)
        check_described(cleaned)
        return cleaned


class GalleryItemBlock(StructBlock):
    """A picture of a gallery."""

    image = PictureChooserBlock(label=_("Image"))
    alt = CharBlock(
        label=_("Alternative text for this page"),
        required=False,
        max_length=255,
        help_text=_("Leave empty to use the one written with the image."),
    )
    caption = CharBlock(label=_("Caption"), required=False, max_length=160)

    def clean(self, value: Any) -> Any:
        """Ask for an alternative text."""
        cleaned = super().clean(value)
        check_described(cleaned)
        return cleaned


class GalleryBlock(BodyBlock):
    """Pictures side by side, each opening in large."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=120, required=False)
    pictures = ListBlock(GalleryItemBlock(), label=_("Pictures"), min_num=2, max_num=24)

    class Meta:
        icon = "image"
        group = MEDIA
        label = _("Gallery")
        template = "components/blocks/gallery.html"
        description = _(
            "Two pictures or more, with their captions and credits; each opens in large."
        )
        preview_value = {
            "title": "En images",
            "pictures": [
                {"image": None, "alt": "", "caption": "Le pont"},
                {"image": None, "alt": "", "caption": "Les quais"},
                {"image": None, "alt": "", "caption": "Le marché"},
            ],
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Keep the pictures that have their copies; a sample keeps them all."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        shell = context.get("shell")
        context["pictures"] = [
            item
            for item in value["pictures"]
            if context.get("is_preview") or (shell and shell.picture(known_pk(item["image"])))
        ]
        return context


class VideoBlock(BodyBlock):
    """A video seen elsewhere: its poster and a link, nothing of the other site is loaded here."""

    title = CharBlock(label=_("Title of the video"), max_length=160)
    address = SameEverywhereBlock(
        label=_("Address"),
        max_length=500,
        help_text=_("Where the video is seen, for example on the programme’s channel: https://…"),
    )
    poster = PictureChooserBlock(
        label=_("Poster"), help_text=_("A picture of the video, filed like any other image.")
    )
    minutes = IntegerBlock(label=_("Length: minutes"), min_value=0, max_value=300)
    seconds = IntegerBlock(label=_("Length: seconds"), min_value=0, max_value=59, default=0)
    language = ChoiceBlock(
        label=_("Language spoken"), choices=VIDEO_LANGUAGES, default="fr", required=False
    )
    has_captions = BooleanBlock(label=_("With captions"), required=False)
    transcript = CheckedRichTextBlock(
        label=_("Transcript"),
        features=SHORT_FEATURES,
        help_text=_(
            "Everything that is said, and what is only seen: for those who cannot hear it."
        ),
    )

    class Meta:
        icon = "media"
        group = MEDIA
        label = _("Video")
        template = "components/blocks/video.html"
        description = _("A poster and a link: the video is seen on the site that hosts it.")
        preview_value = {
            "title": "Une journée avec une référente accueil",
            "address": "https://video.example.org/journee",
            "poster": None,
            "minutes": 3,
            "seconds": 20,
            "language": "fr",
            "has_captions": True,
            "transcript": "<p>« Bonjour, je vous montre le marché. »</p>",
        }

    def clean(self, value: Any) -> Any:
        """Ask for the address of a website, and for a length."""
        cleaned = super().clean(value)
        errors = {}
        if cleaned.get("address") and not is_safe_link(cleaned["address"]):
            errors["address"] = ValidationError(unsafe_link())
        if not self.is_deferred_validation and not (cleaned["minutes"] or cleaned["seconds"]):
            errors["minutes"] = ValidationError(_("Say how long the video is."))
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Say on which site the video is seen and what is spoken there."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        address = str(value.get("address") or "")
        host = ascii_host(address) if is_safe_link(address) else ""
        context["host"] = host.removeprefix("www.")
        context["spoken"] = dict(VIDEO_LANGUAGES).get(value.get("language") or "", "")
        return context


class DocumentsBlock(BodyBlock):
    """Files to download."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=120, required=False)
    documents = ListBlock(
        DocumentChooserBlock(label=_("Document")), label=_("Documents"), min_num=1
    )

    class Meta:
        icon = "doc-full-inverse"
        group = FACTS
        label = _("Documents")
        template = "components/blocks/documents.html"
        description = _("Files with their format, weight and date.")
        preview_value = {"title": "À télécharger", "documents": []}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find the files; a sample shows one that does not exist."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        found = [document for document in value["documents"] if document]
        context["documents"] = found or ([SAMPLE_DOCUMENT] if context.get("is_preview") else [])
        return context


SAMPLE_DOCUMENT = SimpleNamespace(
    url="#",
    title="Guide d’accueil",
    file_extension="pdf",
    file_size=1_240_000,
    version="2026",
    is_accessible=True,
)
