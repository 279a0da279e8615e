"""Images of the library as they may be published: bounded before they are decoded, without what the camera wrote."""

from __future__ import annotations

import io
import warnings
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageOps, JpegImagePlugin
from wagtail.images.image_operations import FilterOperation
from wagtail.images.models import Filter

# What Wagtail accepts as images, by the names of Pillow; telephones write JPEG of several pictures as MPO.
WRITTEN_AS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "GIF": "GIF", "WEBP": "WEBP", "AVIF": "AVIF"}  # fmt: skip
# What a copy needs of what a file says beside its pixels.
KEPT = frozenset({"icc_profile", "transparency"})
QUALITY = 92
MILLION = 1_000_000
UPRIGHT = 1


def check_pixels(file: IO[bytes]) -> None:
    """Refuse what would fill the memory once decoded; only the head of the file is read. Raises ValidationError."""
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    try:
        opened = _opened(file)
        number = opened.width * opened.height * getattr(opened, "n_frames", 1)
    except Image.DecompressionBombError:
        number = most + 1
    if number > most:
        raise ValidationError(
            _(
                "This image has too many pixels: %(number)d million at most, all its pictures together. Make it"
                " smaller."
            )
            % {"number": most // MILLION},
            code="file_too_many_pixels",
        )


def redrawn(file: IO[bytes]) -> bytes:
    """Return the same image upright, with its colour profile, and nothing else of what the file said.

    Neither place nor camera, no comment, no hidden thumbnail and nothing after its end. Raises what Pillow does.
    """
    opened = _opened(file)
    kind = WRITTEN_AS[str(opened.format)]
    options = _options(opened, kind)
    # A key that is absent would be taken from the image, comments included.
    options |= {"comment": b"", "icc_profile": opened.info.get("icc_profile")}
    image: Any = opened
    if opened.getexif().get(ExifTags.Base.Orientation, UPRIGHT) != UPRIGHT:
        image = ImageOps.exif_transpose(opened)
        options.pop("save_all", None)
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def _opened(file: IO[bytes]) -> Any:
    file.seek(0)
    with warnings.catch_warnings():
        # Its own warning about size: ours answers in words.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(file, formats=tuple(set(WRITTEN_AS.values())))


def _options(opened: Any, kind: str) -> dict[str, Any]:
    """Return how to write an image again with the least loss."""
    is_animated = bool(getattr(opened, "is_animated", False)) and kind != "JPEG"
    options: dict[str, Any] = {"save_all": True} if is_animated else {}
    if kind == "JPEG":
        # Its own tables: what was lost once is not lost again.
        return {
            "qtables": opened.quantization,
            "subsampling": JpegImagePlugin.get_sampling(opened),
            "optimize": True,
        }
    if kind == "WEBP":
        opened.fp.seek(0)
        return options | {"lossless": b"VP8L" in opened.fp.read(64), "quality": QUALITY}
    return options | {"quality": QUALITY} if kind == "AVIF" else options


class _KeepPixels(FilterOperation):
    """Forget what the original says beside its pixels."""

    def __init__(self) -> None:
        """Take no argument: no editor asks for it."""

    def run(self, willow: Any, _image: Any, _env: dict[str, Any]) -> None:
        """Leave the colour profile and what is transparent."""
        info = willow.image.info
        willow.image.info = {name: value for name, value in info.items() if name in KEPT}


class BareFilter(Filter):
    """Makes copies that carry no place, camera or comment, whatever the original holds."""

    @property
    def filter_operations(self) -> list[FilterOperation]:
        """Put ours first."""
        return [_KeepPixels(), *super().filter_operations]
