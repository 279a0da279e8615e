"""The project's illustrations: flat colours described in a file, drawn by Pillow, always to the same bytes."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw

from .paths import outlines
from .reading import CONTENT, build, load, rows

CREDIT = "Illustration Oh My Lot\u00a0!"
RIGHTS = "Dessinée pour le projet, réutilisable avec lui."
FRAME = (480, 300)
SIZE = (1600, 1000)
OVERSAMPLING = 2


@dataclass(frozen=True, slots=True)
class Layer:
    """One colour: the inside of a path, some discs, or a line."""

    d: str = ""
    fill: str = ""
    stroke: str = ""
    width: float = 0.0
    circles: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """An illustration with its alternative text in both languages."""

    key: str
    title: str
    alt: str
    alt_en: str
    layers: tuple[Layer, ...]
    credit: str = CREDIT
    rights: str = RIGHTS


@cache
def scenes() -> dict[str, Scene]:
    """Return the scenes by key."""
    found = [build(Scene, row) for row in rows(load(CONTENT / "scenes.toml")["scene"])]
    return {scene.key: scene for scene in found}


def picture(key: str, size: tuple[int, int] = SIZE) -> Image.Image:
    """Draw a scene over the whole of `size`, cut like a cover when the proportions differ."""
    width, height = (side * OVERSAMPLING for side in size)
    scale = max(width / FRAME[0], height / FRAME[1])
    offset = ((width - FRAME[0] * scale) / 2, (height - FRAME[1] * scale) / 2)
    image = Image.new("RGB", (width, height))
    pen = ImageDraw.Draw(image)
    for layer in scenes()[key].layers:
        _draw(pen, layer, scale, offset)
    return image.resize(size, Image.Resampling.LANCZOS)


def png(image: Image.Image) -> bytes:
    """Return the PNG file of an image."""
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def draw(key: str) -> bytes:
    """Return the PNG file of a scene, 1600 × 1000."""
    return png(picture(key))


def _draw(
    pen: ImageDraw.ImageDraw, layer: Layer, scale: float, offset: tuple[float, float]
) -> None:
    dx, dy = offset
    for x, y, radius in layer.circles:
        centre, reach = (x * scale + dx, y * scale + dy), radius * scale
        pen.ellipse(_box(centre, reach), fill=layer.fill)
    for outline in outlines(layer.d):
        points = [(x * scale + dx, y * scale + dy) for x, y in outline]
        if layer.fill:
            pen.polygon(points, fill=layer.fill)
        else:
            _line(pen, points, layer.stroke, layer.width * scale)


def _line(
    pen: ImageDraw.ImageDraw, points: list[tuple[float, float]], colour: str, width: float
) -> None:
    pen.line(points, fill=colour, width=math.ceil(width), joint="curve")
    for end in (points[0], points[-1]):
        pen.ellipse(_box(end, width / 2), fill=colour)


def _box(centre: tuple[float, float], reach: float) -> tuple[float, float, float, float]:
    return (centre[0] - reach, centre[1] - reach, centre[0] + reach, centre[1] + reach)
