"""Keep of a photo what is drawn in it, and nothing of what the camera wrote beside.

`look` reads the beginning of a file and costs nothing; `redraw` decodes it: call it last, for a form that is right.
"""

from __future__ import annotations

import io
import math
import warnings
from dataclasses import dataclass
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile

from home.ambassadors.errors import UnusablePhoto
from ui.uploads import is_what_it_says

LARGEST_FILE = 8 * 1024 * 1024
# A telephone takes fifty megapixels at most; an image that unpacks to more is a trap.
MOST_PIXELS = 60_000_000
# What is held in memory whole: PNG and JPEG of several passes are, however small the copy to draw.
MOST_PIXELS_HELD = 12_000_000
MILLION = 1_000_000
LONGEST_SIDE = 1600
QUALITY = 82
EXTENSIONS = ("jpg", "jpeg", "png")
# Modes of which a reduced copy would be made of single pixels, or lose what is transparent.
PALETTES = frozenset({"1", "P", "PA"})
# The markers of a JPEG: each begins with FF; frames say the size and the colours, a scan is one pass.
MARKER, SCAN = 0xFF, 0xDA
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
PLAIN_FRAMES = frozenset({0xC0, 0xC1})
COLOURS_AT = 5


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture ready to be kept."""

    content: bytes
    width: int
    height: int


def look(upload: UploadedFile) -> None:
    """Read what a file says of itself, without decoding it. Raises UnusablePhoto."""
    file: IO[bytes] | None = upload.file
    if file is None or not upload.size:
        raise UnusablePhoto(_("This file is empty. Choose another photo."))
    if upload.size > LARGEST_FILE:
        raise UnusablePhoto(_("This photo is larger than 8 MB. Choose a smaller one."))
    extension = str(upload.name or "").rpartition(".")[2].lower()
    if extension not in EXTENSIONS or not is_what_it_says(file, extension.replace("jpeg", "jpg")):
        raise UnusablePhoto(_("Choose a photo in JPEG or PNG."))
    _read(file, lambda opened: opened.size)


def redraw(upload: UploadedFile) -> Photo:
    """Return the picture drawn anew, upright, 1600 pixels at most, as JPEG without metadata. Raises UnusablePhoto."""
    look(upload)
    drawn: Photo = _read(upload.file, _drawn)
    return drawn


def _read(file: Any, use: Any) -> Any:
    """Open a picture of a size that can be borne, and hand it over. Raises UnusablePhoto."""
    file.seek(0)
    try:
        with warnings.catch_warnings():
            # Its own warning about size: ours is below, and answers in words.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            opened = Image.open(file, formats=("JPEG", "PNG"))
        _refuse_too_many_pixels(opened, file)
        return use(opened)
    except UnusablePhoto:
        raise
    except Image.DecompressionBombError as error:
        raise _too_many() from error
    except Exception as error:
        # Pillow raises what it wants on what it cannot read: the person only has to choose another file.
        raise UnusablePhoto(
            _("This photo is damaged: it cannot be read to its end. Choose another one.")
        ) from error


def _refuse_too_many_pixels(opened: Any, file: IO[bytes]) -> None:
    """Raise UnusablePhoto for what would fill the memory; a plain JPEG is read line by line, at a reduced size."""
    is_held = not isinstance(opened, JpegImageFile) or _has_several_passes(file)
    if opened.width * opened.height > MOST_PIXELS:
        raise _too_many()
    if is_held and opened.width * opened.height > MOST_PIXELS_HELD:
        raise UnusablePhoto(
            _(
                "This photo has too many pixels for this kind of file: %(number)d million at most. Make it smaller, or"
                " save it as a standard JPEG."
            )
            % {"number": MOST_PIXELS_HELD // MILLION}
        )
    opened.draft("RGB", _reduced(opened.size))
    if opened.width * opened.height > MOST_PIXELS_HELD:
        raise _too_many()


def _too_many() -> UnusablePhoto:
    return UnusablePhoto(_("This photo has too many pixels. Choose a smaller one."))


def _has_several_passes(file: IO[bytes]) -> bool:
    """Say whether a JPEG is drawn in several passes: progressive, or one colour after the other.

    Its markers are read up to the head of the first pass, which names the colours it holds (ITU-T T.81, B.2). What
    cannot be followed counts as such.
    """
    file.seek(2)
    colours = 0
    while (start := file.read(2)) and start[0] == MARKER and len(start) == 2:
        length = int.from_bytes(file.read(2), "big")
        body = file.read(max(0, length - 2))
        if start[1] == SCAN:
            return not body or body[0] < colours
        if start[1] in FRAMES:
            if start[1] not in PLAIN_FRAMES or len(body) <= COLOURS_AT:
                return True
            colours = body[COLOURS_AT]
    return True


def _reduced(size: tuple[int, int]) -> tuple[int, int]:
    """Return the size of the copy: the longest side decides, as in `thumbnail`."""
    ratio = min(1.0, LONGEST_SIDE / max(size))
    return math.ceil(size[0] * ratio), math.ceil(size[1] * ratio)


def _drawn(opened: Any) -> Photo:
    image: Any = opened
    if image.mode in PALETTES or "transparency" in image.info:
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    # Made small before anything is copied.
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    flat = _on_white(ImageOps.exif_transpose(image))
    # Only the pixels go to the new image: no place, no camera, no date, no profile.
    clean = Image.new("RGB", flat.size)
    clean.paste(flat)
    written = io.BytesIO()
    clean.save(written, "JPEG", quality=QUALITY, optimize=True)
    return Photo(written.getvalue(), clean.width, clean.height)


def _on_white(image: Image.Image) -> Image.Image:
    """Return the image without transparency."""
    if image.mode in ("RGBA", "LA", "PA"):
        see_through = image.convert("RGBA")
        white = Image.new("RGBA", see_through.size, "white")
        return Image.alpha_composite(white, see_through).convert("RGB")
    return image.convert("RGB")
