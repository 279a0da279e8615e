"""Draw the visuals of the kit: a scene, a title on river green, contour lines and a saffron line."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from .scenes import picture

# The colours of the site's tokens.
GREEN, DEEP, PALE, PALEST = "#0A332D", "#0D433B", "#8CCBBE", "#D6EDE7"
SAFFRON, WHITE, INK = "#FFC247", "#FFFFFF", "#14211E"
SITE = "Oh My Lot\u00a0!"
FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
TITLE_FILE, TEXT_FILE = "bricolage.woff2", "public-sans.woff2"
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@cache
def font(size: int, *, title: bool = False) -> Font:
    """Return the site's own typeface at this size, or Pillow's when its files are absent."""
    file = FONTS / (TITLE_FILE if title else TEXT_FILE)
    if not file.exists():
        return ImageFont.load_default(size)
    face = ImageFont.truetype(str(file), size)
    face.set_variation_by_axes([750 if title else 500])
    return face


def wrapped(text: str, face: Font, room: float) -> list[str]:
    """Cut a text into lines that fit in `room` pixels, never at a no-break space."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and face.getlength(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def poster(*, scene: str, size: tuple[int, int], headline: str, line: str) -> Image.Image:
    """Draw a scene above (or beside, when wide) a green band that carries the words."""
    width, height = size
    image = Image.new("RGB", size, GREEN)
    if width > height:
        band = (0, 0, round(width * 0.46), height)
        image.paste(picture(scene, (width - band[2], height)), (band[2], 0))
    else:
        band = (0, round(height * 0.56), width, height)
        image.paste(picture(scene, (width, band[1])), (0, 0))
    pen = ImageDraw.Draw(image)
    _contours(image, band)
    margin = round(min(width, height) * 0.07)
    _words(pen, band, margin, headline, line)
    return image


def emblem(*, size: tuple[int, int], headline: str, line: str) -> Image.Image:
    """Draw the provisional mark, a square crossed by a meander, beside the words."""
    height = size[1]
    image = Image.new("RGB", size, WHITE)
    pen = ImageDraw.Draw(image)
    side = round(height * 0.56)
    left = top = (height - side) // 2
    pen.rounded_rectangle((left, top, left + side, top + side), radius=side // 5, fill=GREEN)
    points = [
        (
            left + side * (0.5 + 0.26 * math.sin(step / 40 * 2 * math.pi)),
            top + side * (0.12 + 0.76 * step / 40),
        )
        for step in range(41)
    ]
    pen.line(points, fill=PALE, width=side // 9, joint="curve")
    centre, reach = (left + side * 0.74, top + side * 0.28), side * 0.09
    box = (centre[0] - reach, centre[1] - reach, centre[0] + reach, centre[1] + reach)
    pen.ellipse(box, fill=SAFFRON)
    start = left * 2 + side
    pen.text(
        (start, top + side * 0.16), headline, font=font(round(height * 0.2), title=True), fill=INK
    )
    pen.text((start, top + side * 0.64), line, font=font(round(height * 0.076)), fill=DEEP)
    return image


def sheet(*, blocks: list[tuple[str, str]], scene: str = "", width: int = 800) -> Image.Image:
    """Draw the preview of a page of text, with its picture when it has one."""
    height = round(width * 1.414)
    image = Image.new("RGB", (width, height), WHITE)
    pen = ImageDraw.Draw(image)
    top = 0
    if scene:
        top = round(width * 0.5)
        image.paste(picture(scene, (width, top)), (0, 0))
    margin, place = width // 11, top + width / 16
    for kind, text in blocks:
        size = {"h1": width // 18, "h2": width // 34}.get(kind, width // 46)
        face = font(size, title=kind in ("h1", "h2"))
        shown = f"•\u00a0{text}" if kind == "li" else text
        for row in wrapped(shown, face, width - 2 * margin):
            if place > height - margin:
                return image
            pen.text((margin, place), row, font=face, fill=INK)
            place += size * 1.4
        place += size * 0.5
    return image


def _words(
    pen: ImageDraw.ImageDraw, band: tuple[int, int, int, int], margin: int, headline: str, line: str
) -> None:
    """Write the words as large as the band allows, the name of the site last."""
    left, top, right, bottom = band
    room, height = right - left - 2 * margin, bottom - top - 2 * margin
    large = round((right - left) / 7)
    while _height(large, headline, line, room) > height:
        large -= 2
    small, place = round(large * 0.44), float(top + margin)
    pen.rectangle(
        (left + margin, place, left + margin + large * 1.6, place + large * 0.12), fill=SAFFRON
    )
    place += large * 0.6
    title, text = font(large, title=True), font(small)
    for number, row in enumerate(wrapped(headline, title, room)):
        pen.text((left + margin, place + number * large * 1.12), row, font=title, fill=WHITE)
    place += large * (0.4 + 1.12 * len(wrapped(headline, title, room)))
    for number, row in enumerate(wrapped(line, text, room)):
        pen.text((left + margin, place + number * small * 1.4), row, font=text, fill=PALEST)
    if SITE not in line:
        pen.text(
            (left + margin, bottom - margin - small),
            SITE,
            font=font(small, title=True),
            fill=SAFFRON,
        )


def _height(large: int, headline: str, line: str, room: float) -> float:
    small = round(large * 0.44)
    titles = len(wrapped(headline, font(large, title=True), room))
    lines = len(wrapped(line, font(small), room)) + (0 if SITE in line else 2)
    return large * (1 + titles * 1.12) + lines * small * 1.4


def _contours(image: Image.Image, band: tuple[int, int, int, int]) -> None:
    """Draw pale contour lines on the band, like those of a map."""
    left, top, right, bottom = band
    width, height = right - left, bottom - top
    layer = Image.new("RGB", (width, height), GREEN)
    pen = ImageDraw.Draw(layer)
    for number in range(14):
        base = height * (0.08 + number * 0.075)
        points = [
            (
                x,
                base
                + height * 0.06 * math.sin(x / width * 5 + number * 0.35)
                + height * 0.02 * math.sin(x / width * 13),
            )
            for x in range(0, width + 8, 8)
        ]
        pen.line(points, fill=DEEP, width=max(2, width // 400), joint="curve")
    image.paste(layer, (left, top))
