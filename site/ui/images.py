"""Copies of images for public pages: all those of a screen in one query, none made while a page is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ui.models import SiteImage, SiteRendition
from ui.models.media import RENDITIONS, SOCIAL_RENDITION, WIDTH_RENDITIONS


@dataclass
class Picture:
    """An image with the copies that exist of it."""

    image: SiteImage
    copies: dict[str, SiteRendition] = field(default_factory=dict)

    @property
    def widths(self) -> list[SiteRendition]:
        """Return the copies to choose from by width, smallest first."""
        found = {
            self.copies[spec].width: self.copies[spec]
            for spec in WIDTH_RENDITIONS
            if spec in self.copies
        }
        return [found[width] for width in sorted(found)]

    @property
    def social(self) -> SiteRendition | None:
        """Return the copy that social networks show."""
        return self.copies.get(SOCIAL_RENDITION)


def read_pictures(pks: Iterable[int]) -> dict[int, Picture]:
    """Return the images with their copies: one query. An image without any copy yet is left out."""
    wanted = set(pks)
    found: dict[int, Picture] = {}
    if not wanted:
        return found
    copies = SiteRendition.objects.filter(image_id__in=wanted, filter_spec__in=RENDITIONS)
    for copy in copies.select_related("image").order_by("pk"):
        picture = found.setdefault(copy.image_id, Picture(copy.image))
        picture.copies[copy.filter_spec] = copy
    return found
