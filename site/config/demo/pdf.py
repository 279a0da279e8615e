"""Write a one-page PDF: real text in a standard font, one picture, language, title and structure tags."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

from PIL import Image, ImageFont

A4 = (595, 842)
MARGIN = 56
PICTURE_HEIGHT = 300
# Size, leading, space above and bold, for each kind of block.
STYLES = {
    "h1": (30, 36, 34, True),
    "h2": (15, 19, 24, True),
    "p": (12, 18, 8, False),
    "li": (12, 18, 6, False),
}
TAGS = {"h1": "H1", "h2": "H2", "p": "P", "li": "P"}
CATALOG = (
    "<</Type/Catalog/Pages 2 0 R/Lang(fr-FR)/MarkInfo<</Marked true>>/StructTreeRoot 8 0 R"
    "/ViewerPreferences<</DisplayDocTitle true>>>>"
)
SHEET = (
    f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {A4[0]} {A4[1]}]/Contents 4 0 R/StructParents 0/Tabs/S"
    "/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</Im1 7 0 R>>>>>>"
)
IMAGE = "/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
# The number of the first tag: ten objects come before it.
FIRST_TAG = 11
INK = "0.078 0.129 0.118 rg"


@dataclass(slots=True)
class _Page:
    """What is drawn, and the tag of each marked piece of it."""

    operators: list[bytes] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    def mark(self, tag: str, content: bytes) -> None:
        """Add a piece of content under a structure tag."""
        number = len(self.tags)
        self.operators.append(f"/{tag} <</MCID {number}>> BDC\n".encode() + content + b"\nEMC\n")
        self.tags.append(tag)


def write_pdf(
    *, title: str, blocks: list[tuple[str, str]], picture: Image.Image, alt: str
) -> bytes:
    """Return the bytes of a page with `picture` on top and `blocks` of (kind, text) below."""
    page = _Page()
    top = A4[1] - PICTURE_HEIGHT
    page.mark("Figure", f"q {A4[0]} 0 0 {PICTURE_HEIGHT} 0 {top} cm /Im1 Do Q".encode())
    height = float(top)
    for kind, text in blocks:
        size, leading, above, bold = STYLES[kind]
        height -= above
        lines = _wrapped(f"\u2022 {text}" if kind == "li" else text, size, bold=bold)
        drawn = [
            f"BT /F{1 + bold} {size} Tf {leading} TL {INK} {MARGIN} {height - size:.1f} Td".encode()
        ]
        drawn += [b"(" + _encoded(line) + b") Tj T*" for line in lines]
        page.mark(TAGS[kind], b"\n".join([*drawn, b"ET"]))
        height -= leading * len(lines)
    return _file(page, title=title, picture=picture, alt=alt)


def _encoded(text: str) -> bytes:
    raw = text.replace("\u00a0", " ").encode("cp1252", "replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _wrapped(text: str, size: int, *, bold: bool) -> list[str]:
    """Cut a text to the width of the page, never at a no-break space."""
    ruler = ImageFont.load_default(size)
    room = (A4[0] - 2 * MARGIN) * (0.94 if bold else 1)
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and ruler.getlength(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _file(page: _Page, *, title: str, picture: Image.Image, alt: str) -> bytes:
    """Put the objects in the order of the numbers by which they call one another; the tags come last."""
    numbers = range(FIRST_TAG, FIRST_TAG + len(page.tags))
    kids = " ".join(f"{number} 0 R" for number in numbers)
    pixels = zlib.compress(picture.convert("RGB").tobytes(), 9)
    bodies: list[bytes | str] = [
        CATALOG,
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        SHEET,
        _stream("/Filter/FlateDecode", zlib.compress(b"".join(page.operators), 9)),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
        _stream(f"{IMAGE}/Width {picture.width}/Height {picture.height}", pixels),
        "<</Type/StructTreeRoot/K 9 0 R/ParentTree<</Nums[0 10 0 R]>>/ParentTreeNextKey 1>>",
        f"<</Type/StructElem/S/Document/P 8 0 R/K[{kids}]>>",
        f"[{kids}]",
        *(_element(tag, number, alt) for number, tag in enumerate(page.tags)),
        f"<</Title {_string(title)}/Producer(Oh My Lot)>>",
    ]
    return _assembled(bodies)


def _element(tag: str, number: int, alt: str) -> str:
    described = f"/Alt {_string(alt)}" if tag == "Figure" else ""
    return f"<</Type/StructElem/S/{tag}/P 9 0 R/Pg 3 0 R/K {number}{described}>>"


def _string(text: str) -> str:
    """Return a PDF text string in hexadecimal UTF-16, which takes any accent."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _stream(entries: str, data: bytes) -> bytes:
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def _assembled(bodies: list[bytes | str]) -> bytes:
    """Number the objects and write the table of their places; the last one is the information."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        raw = body.encode("ascii") if isinstance(body, str) else body
        out += f"{number} 0 obj\n".encode() + raw + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<</Size {len(bodies) + 1}/Root 1 0 R/Info {len(bodies)} 0 R>>\n".encode()
    out += f"startxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
