"""What is checked of an upload beyond its name: that an image can be read, that a file is what it says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import partial
from typing import IO, TYPE_CHECKING, Any

import filetype
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm

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
            # The last of the field's own checks: the type and the number of pixels are known to be sound by then.
            field.check_image_pixel_size = partial(read_to_the_end, field.check_image_pixel_size)


def read_to_the_end(check_size: Callable[[Any], None], file: Any) -> None:
    """Refuse a file whose header alone is sound: no copy could be made of it. Raises ValidationError."""
    try:
        check_size(file)
        file.image.auto_orient().resize((8, 8))
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
