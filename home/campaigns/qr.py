"""The QR code of a link, for posters (SVG) and for screens (PNG)."""

from __future__ import annotations

import io

import qrcode
from qrcode.image.pil import PilImage
from qrcode.image.svg import SvgPathImage

# A quarter of the drawing may be soiled or torn, and it is still read.
_CORRECTION = qrcode.constants.ERROR_CORRECT_Q
_PIXELS_A_SQUARE = 20


def png(address: str) -> bytes:
    """Return the code of an address as a PNG image."""
    drawn = _code(address).make_image(image_factory=PilImage)
    return _saved(drawn)


def svg(address: str) -> bytes:
    """Return the code of an address as an SVG drawing, for printers."""
    drawn = _code(address).make_image(image_factory=SvgPathImage)
    return _saved(drawn)


def _code(address: str) -> qrcode.QRCode:
    code = qrcode.QRCode(error_correction=_CORRECTION, box_size=_PIXELS_A_SQUARE)
    code.add_data(address)
    code.make(fit=True)
    return code


def _saved(drawn: PilImage | SvgPathImage) -> bytes:
    buffer = io.BytesIO()
    drawn.save(buffer)
    return buffer.getvalue()
