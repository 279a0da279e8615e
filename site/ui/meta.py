"""What a page tells search engines and social networks about itself."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Meta:
    """Title, description, picture, own address and translations of a page."""

    title: str
    description: str = ""
    canonical: str = ""
    image_url: str = ""
    image_alt: str = ""
    og_type: str = "website"
    robots: str = ""
    alternates: tuple[tuple[str, str], ...] = field(default_factory=tuple)
    published: str = ""
    modified: str = ""
    section: str = ""
