"""What is checked of an upload beyond its name: that an image can be read, that a file is what it says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any

import filetype
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm

from ui.bare_images import check_pixels, redrawn

if TYPE_CHECKING:
    from ui.models import SiteDocument

# What says that an archive is an office document, by extension.
_INSIDE = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "pptx": "ppt/presentation.xml",
    "odt": "content.xml",
    "ods": "content.xml",
}
_SIGNED = {"pdf": "pdf", "png": "png", "jpg": "jpg", "zip": "zip"}
_TEXT = frozenset({"csv", "txt"})
# A macro hides behind the extension of a document without one.
_MACROS = "vbaproject.bin"

DocumentRule = Callable[["SiteDocument"], str]
_rules: list[DocumentRule] = []


class SiteImageForm(BaseImageForm):
    """An image of the library, read to its end before it is kept."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            # The last of the field's own checks, in place of Wagtail's, which decodes before it counts.
            field.check_image_pixel_size = read_to_the_end

    def clean_file(self) -> Any:
        """Keep of a file that was just sent what is drawn in it: photos say where and with what they were taken."""
        sent = self.cleaned_data.get("file")
        bare = getattr(sent, "bare_content", None)
        return SimpleUploadedFile(sent.name, bare, sent.content_type) if bare else sent


def read_to_the_end(file: Any) -> None:
    """Refuse an image too large, or whose header alone is sound: no copy could be made of it. Raises ValidationError."""
    try:
        check_pixels(file.image.f)
        file.bare_content = redrawn(file.image.f)
    except ValidationError:
        raise
    except Exception as error:
        raise ValidationError(
            _("This image is damaged: it cannot be read to its end. Export it again."),
            code="damaged",
        ) from error
    file.seek(0)


def register_rule(rule: DocumentRule) -> None:
    """Add a rule about documents, which returns why one may not be saved; called from `ready`."""
    if rule not in _rules:
        _rules.append(rule)


def check_document(document: SiteDocument) -> None:
    """Apply the rules of the other slices, and look into a file that has just been sent. Raises ValidationError."""
    for rule in _rules:
        if reason := rule(document):
            raise ValidationError(reason, code="rule")
    if document.file and not document.file._committed:
        extension = document.file.name.rpartition(".")[2].lower()
        is_sound = is_what_it_says(document.file.file, extension)
        document.file.file.seek(0)
        if not is_sound:
            raise ValidationError(
                {
                    "file": _(
                        "This file is not what its name says (.%(extension)s). Export it again."
                    )
                    % {"extension": extension}
                },
                code="content",
            )


def is_what_it_says(file: IO[bytes], extension: str) -> bool:
    """Say whether the bytes of a file are those of its extension."""
    file.seek(0)
    start = file.read(8192)
    if extension in _TEXT:
        return b"\x00" not in start and filetype.guess(start) is None
    if extension in _INSIDE:
        return _holds(file, _INSIDE[extension])
    kind = filetype.guess(start)
    return kind is not None and kind.extension == _SIGNED.get(extension)


def _holds(file: IO[bytes], member: str) -> bool:
    """Say whether an archive holds the part that makes it a document, and no macro."""
    file.seek(0)
    try:
        with zipfile.ZipFile(io.BytesIO(file.read())) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    return member in names and not any(name.lower().endswith(_MACROS) for name in names)
