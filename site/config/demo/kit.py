"""The communication kit of the demonstration: real files, always made to the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PIL import Image

from .docx import write_docx
from .pdf import write_pdf
from .posters import emblem, poster, sheet
from .reading import CONTENT, build, load, rows
from .scenes import CREDIT, picture, png

LICENCE = "Licence Ouverte 2.0"
VERSION = "1.0"
PREVIEW_WIDTH = 800
PDF_PICTURE = (1190, 600)
CONTENT_TYPES = {
    "PDF": "application/pdf",
    "PNG": "image/png",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "TXT": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of a document: `kind` is h1, h2, p or li."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class KitItem:
    """A piece of the kit; what it is made of depends on its format."""

    key: str
    title: str
    description: str
    category: str
    format: str
    filename: str
    scene: str
    preview_alt: str
    width: int = 0
    height: int = 0
    headline: str = ""
    line: str = ""
    blocks: tuple[Paragraph, ...] = ()
    licence: str = LICENCE
    version: str = VERSION
    credit: str = CREDIT
    # Nothing here was checked with an assistive technology: only a person may tick this.
    is_accessible: bool = False

    @property
    def content_type(self) -> str:
        """Return the media type of the file."""
        return CONTENT_TYPES[self.format]

    @property
    def document_title(self) -> str:
        """Return the first title of the document, or that of the item."""
        return next((block.text for block in self.blocks if block.kind == "h1"), self.title)

    def pairs(self) -> list[tuple[str, str]]:
        """Return the blocks as (kind, text)."""
        return [(block.kind, block.text) for block in self.blocks]


@cache
def items() -> tuple[KitItem, ...]:
    """Return the pieces of the kit."""
    return tuple(build(KitItem, row) for row in rows(load(CONTENT / "kit.toml")["item"]))


def file_of(item: KitItem) -> bytes:
    """Make the file of a piece."""
    if item.format == "PDF":
        return write_pdf(
            title=item.document_title,
            blocks=item.pairs(),
            picture=picture(item.scene, PDF_PICTURE),
            alt=item.preview_alt,
        )
    if item.format == "DOCX":
        return write_docx(title=item.document_title, blocks=item.pairs())
    if item.format == "TXT":
        return _plain_text(item).encode()
    return png(_visual(item))


def preview_of(item: KitItem) -> bytes:
    """Make the picture that shows a piece before it is downloaded (PNG)."""
    if item.format == "PNG":
        visual = _visual(item)
        height = round(visual.height * PREVIEW_WIDTH / visual.width)
        return png(visual.resize((PREVIEW_WIDTH, height), Image.Resampling.LANCZOS))
    scene = item.scene if item.format == "PDF" else ""
    return png(sheet(blocks=item.pairs(), scene=scene, width=PREVIEW_WIDTH))


def _visual(item: KitItem) -> Image.Image:
    size = (item.width, item.height)
    if item.category == "logos":
        return emblem(size=size, headline=item.headline, line=item.line)
    return poster(scene=item.scene, size=size, headline=item.headline, line=item.line)


def _plain_text(item: KitItem) -> str:
    lines = []
    for kind, text in item.pairs():
        lines += ["", text, "=" * len(text)] if kind == "h1" else ["", text]
    return "\n".join(lines).strip() + "\n"
