"""Drawn portraits for the people of the demonstration: flat colours, without a face, so that nobody is mistaken for real."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw

from .scenes import OVERSAMPLING

ALT = "Portrait dessiné, sans visage, d’une personne inventée."
ALT_EN = "Drawn portrait, without a face, of an invented person."
FRAME = 240
SIZE = 480


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a portrait; `hair` is « short », « long », « bun » or « curly »."""

    backdrop: str
    clothes: str
    skin: str
    hair_colour: str
    hair: str


# Colours of the site's tokens, and four of skin and hair.
LOOKS = (
    Look("#D6EDE7", "#7A1C47", "#E8B58F", "#4A2A14", "long"),
    Look("#FFD680", "#0F5B50", "#C98A5E", "#14211E", "short"),
    Look("#EEF7F4", "#17766A", "#8A5636", "#14211E", "curly"),
    Look("#8CCBBE", "#FFFFFF", "#F2CBAA", "#8A8F8B", "bun"),
    Look("#ECEEE9", "#0D433B", "#E8B58F", "#6B3D00", "short"),
    Look("#FFC247", "#561232", "#C98A5E", "#4A2A14", "bun"),
    Look("#D6EDE7", "#6B3D00", "#8A5636", "#14211E", "long"),
    Look("#EEF7F4", "#7A1C47", "#F2CBAA", "#8A8F8B", "short"),
    Look("#B5DED5", "#0A332D", "#E8B58F", "#6B3D00", "curly"),
    Look("#FFD680", "#2B8B7E", "#F2CBAA", "#4A2A14", "long"),
    Look("#B5DED5", "#7A1C47", "#8A5636", "#14211E", "bun"),
    Look("#FFC247", "#0D433B", "#F2CBAA", "#6B3D00", "short"),
    Look("#ECEEE9", "#561232", "#E8B58F", "#14211E", "long"),
    Look("#8CCBBE", "#6B3D00", "#C98A5E", "#4A2A14", "curly"),
    Look("#D6EDE7", "#0A332D", "#F2CBAA", "#8A8F8B", "bun"),
    Look("#EEF7F4", "#0F5B50", "#C98A5E", "#14211E", "long"),
    Look("#FFD680", "#561232", "#8A5636", "#14211E", "short"),
    Look("#B5DED5", "#FFFFFF", "#C98A5E", "#6B3D00", "long"),
    Look("#FFC247", "#17766A", "#E8B58F", "#8A8F8B", "curly"),
    Look("#ECEEE9", "#2B8B7E", "#8A5636", "#4A2A14", "bun"),
    Look("#8CCBBE", "#0D433B", "#E8B58F", "#4A2A14", "short"),
    Look("#D6EDE7", "#561232", "#C98A5E", "#6B3D00", "curly"),
    Look("#EEF7F4", "#6B3D00", "#E8B58F", "#8A8F8B", "bun"),
    Look("#FFD680", "#0A332D", "#F2CBAA", "#6B3D00", "curly"),
    Look("#B5DED5", "#0F5B50", "#8A5636", "#14211E", "short"),
)


def portrait(number: int) -> Image.Image:
    """Draw a portrait, always the same for a number: a square."""
    look = LOOKS[number % len(LOOKS)]
    scale = SIZE * OVERSAMPLING / FRAME
    image = Image.new("RGB", (SIZE * OVERSAMPLING,) * 2, look.backdrop)
    pen = ImageDraw.Draw(image)

    def disc(x: float, y: float, across: float, down: float, colour: str) -> None:
        """Draw an ellipse around a point of the frame."""
        box = (x - across, y - down, x + across, y + down)
        pen.ellipse(tuple(round(side * scale) for side in box), fill=colour)

    if look.hair == "long":
        disc(120, 122, 58, 72, look.hair_colour)
    disc(120, 250, 88, 78, look.clothes)
    disc(120, 178, 22, 26, look.skin)
    if look.hair == "bun":
        disc(120, 46, 24, 22, look.hair_colour)
    curls = ((78, 96), (88, 70), (112, 58), (138, 60), (156, 78), (162, 102))
    for x, y in curls if look.hair == "curly" else ():
        disc(x, y, 24, 24, look.hair_colour)
    disc(120, 108, 50, 52, look.hair_colour)
    disc(120, 122, 42, 50, look.skin)
    return image.resize((SIZE, SIZE), Image.Resampling.LANCZOS)
