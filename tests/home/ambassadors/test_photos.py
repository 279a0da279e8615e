"""The photo of a request: looked at first, counted, decoded last, and never larger than the memory bears."""

from __future__ import annotations

import io
import struct
from typing import Any

import pytest
from django.test import Client
from PIL import Image, ImageFile

from home.ambassadors import photos
from home.ambassadors.errors import UnusablePhoto
from home.ambassadors.models import Ambassador, AmbassadorPhoto
from home.ambassadors.views.joining import PHOTOS_PER_HOUR
from tests.home.ambassadors.people import jpeg, send, upload

pytestmark = pytest.mark.django_db


def picture(kind: str, size: tuple[int, int], *, mode: str = "RGB", **more: Any) -> bytes:
    """Return the bytes of a plain picture."""
    drawn = io.BytesIO()
    Image.new(mode, size).save(drawn, kind, **more)
    return drawn.getvalue()


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Note the size of each picture that is decoded."""
    seen: list[tuple[int, int]] = []
    load = ImageFile.ImageFile.load

    def noted(self: Any) -> Any:
        if self.tile:
            seen.append(self.size)
        return load(self)

    monkeypatch.setattr(ImageFile.ImageFile, "load", noted)
    return seen


@pytest.mark.parametrize(
    "sent",
    [
        {"first_name": ""},
        {"website_url": "spam"},
        {"charter": None},
        {"photo_agreed": None},
        {"email": "camille"},
    ],
)
def test_a_photo_is_decoded_only_for_a_form_that_is_right(
    client: Client, decoded: list[Any], sent: dict[str, Any]
) -> None:
    refused = send(client, **({"photo": upload(jpeg()), "photo_agreed": "on"} | sent))
    assert (refused.status_code, decoded) == (422, [])

    accepted = send(client, photo=upload(jpeg()), photo_agreed="on")
    assert (accepted.status_code, decoded) == (302, [(40, 30)])


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (picture("PNG", (4000, 3001), mode="P"), "grand.png"),
        (picture("JPEG", (4000, 3001), mode="L", progressive=True), "grand.jpg"),
        (picture("JPEG", (9000, 7000), mode="L"), "grand.jpg"),
    ],
)
def test_what_would_fill_the_memory_is_refused_from_its_head(
    client: Client, decoded: list[Any], content: bytes, name: str
) -> None:
    response = send(client, photo=upload(content, name), photo_agreed="on")

    page = response.content.decode()
    assert (response.status_code, decoded) == (422, [])
    assert "trop de pixels" in page
    assert "Libraire" in page
    assert not Ambassador.objects.exists()


def test_a_large_plain_jpeg_is_read_at_a_reduced_size(
    client: Client, decoded: list[tuple[int, int]]
) -> None:
    content = picture("JPEG", (7000, 6000), mode="L")

    response = send(client, photo=upload(content), photo_agreed="on")

    assert response.status_code == 302
    assert decoded == [(1750, 1500)]
    kept = AmbassadorPhoto.objects.get()
    assert (kept.width, kept.height) == (1600, 1371)


def test_a_long_thin_jpeg_is_reduced_too(decoded: list[tuple[int, int]]) -> None:
    drawn = photos.redraw(upload(picture("JPEG", (40_000, 400), mode="L")))

    assert decoded == [(5000, 50)]
    assert (drawn.width, drawn.height) == (1600, 16)


def head_of_jpeg(size: tuple[int, int], colours: int, first_pass: int) -> bytes:
    """Return the beginning of a plain JPEG whose first pass holds some of its colours."""
    frame = struct.pack(">BHHB", 8, size[1], size[0], colours)
    frame += b"".join(bytes([number, 0x11, 0]) for number in range(1, colours + 1))
    scan = bytes([first_pass]) + b"".join(bytes([n, 0]) for n in range(1, first_pass + 1))
    scan += b"\x00\x3f\x00"
    parts = ((0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"), (0xC0, frame), (0xDA, scan))
    written = b"".join(
        bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body for marker, body in parts
    )
    return b"\xff\xd8" + written + b"\x00" * 40


@pytest.mark.parametrize(("first_pass", "is_refused"), [(1, True), (2, True), (3, False)])
def test_one_colour_after_the_other_is_held_whole_too(first_pass: int, is_refused: bool) -> None:
    head = head_of_jpeg((8000, 7000), 3, first_pass)

    if is_refused:
        with pytest.raises(UnusablePhoto, match="pixels"):
            photos.look(upload(head))
    else:
        photos.look(upload(head))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_kind_of_png_is_drawn_on_white(mode: str) -> None:
    drawn = photos.redraw(upload(picture("PNG", (2000, 1000), mode=mode), "moi.png"))

    image = Image.open(io.BytesIO(drawn.content))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1600, 800))
    seen = image.getpixel((5, 5))
    assert seen == ((255, 255, 255) if mode in {"LA", "RGBA"} else (0, 0, 0))


def test_a_photo_taken_upright_stays_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    drawn = photos.redraw(upload(jpeg((3000, 2000), exif=exif.tobytes())))

    assert (drawn.width, drawn.height) == (1067, 1600)


def test_photos_are_counted_even_those_that_are_refused(client: Client, decoded: list[Any]) -> None:
    for _turn in range(PHOTOS_PER_HOUR):
        assert send(client, photo=upload(b"rien"), first_name="").status_code == 422

    refused = send(client, photo=upload(jpeg()), photo_agreed="on")

    page = refused.content.decode()
    assert (refused.status_code, decoded) == (429, [])
    assert int(refused["Retry-After"]) > 0
    assert "Trop de photos ont été envoyées d’ici" in page
    assert "Libraire" in page, "nothing typed is lost"
    assert send(client).status_code == 302, "a form without a photo is taken"
