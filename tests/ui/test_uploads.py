"""Uploads are what they say: an image can be read, a document holds what its extension announces."""

from __future__ import annotations

import html
import io
import struct
import zipfile
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext
from PIL import Image, ImageCms
from PIL.ImageFile import ImageFile as ImageFilePlugin
from wagtail.models import Collection

from ui.bare_images import check_pixels, redrawn
from ui.models import SiteDocument, SiteImage
from ui.models.media import RENDITIONS
from ui.uploads import is_what_it_says


def picture(kind="PNG"):
    drawing = io.BytesIO()
    Image.effect_noise((300, 300), 80).convert("RGB").save(drawing, kind)
    return drawing.getvalue()


def archive(*names):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return content.getvalue()


SOUND = {
    "pdf": b"%PDF-1.7\n",
    "png": picture(),
    "jpg": picture("JPEG"),
    "zip": archive("a.txt"),
    "docx": archive("[Content_Types].xml", "word/document.xml"),
    "xlsx": archive("xl/workbook.xml"),
    "pptx": archive("ppt/presentation.xml"),
    "odt": archive("mimetype", "content.xml"),
    "ods": archive("mimetype", "content.xml"),
    "txt": "Bonjour à tous".encode(),
    "csv": b"a;b\n1;2\n",
}


def test_each_kind_of_document_is_recognised_by_its_bytes():
    for extension, content in SOUND.items():
        assert is_what_it_says(io.BytesIO(content), extension), extension


@pytest.mark.parametrize(
    ("extension", "content"),
    [
        ("pdf", b"MZ\x90\x00"), ("pdf", b"<html><script>"), ("pdf", b""), ("png", SOUND["pdf"]), ("jpg", SOUND["png"]),
        ("docx", SOUND["zip"]), ("docx", SOUND["xlsx"]), ("docx", b"PK\x03\x04x"), ("txt", SOUND["png"]), ("csv", b"a\x00b"),
        ("docx", archive("word/document.xml", "word/vbaProject.bin")), ("svg", b"<svg/>"),
    ],
)  # fmt: skip
def test_a_document_under_another_name_is_not(extension, content):
    assert not is_what_it_says(io.BytesIO(content), extension)


@pytest.mark.django_db
def test_a_false_document_is_refused_by_both_forms(cast):
    client = cast.client(cast.editor)
    root = Collection.get_first_root_node().pk
    false = lambda: SimpleUploadedFile("kit.pdf", b"MZ\x90\x00 programme")  # noqa: E731
    page = client.post(
        "/admin/documents/add/", {"title": "Kit", "collection": root, "file": false()}
    )
    assert "n’est pas ce que dit son nom (.pdf)" in page.content.decode()
    answer = client.post("/admin/documents/multiple/add/", {"files[]": false(), "collection": root})
    assert answer.json()["success"] is False
    assert SiteDocument.objects.count() == 0
    sound = SimpleUploadedFile("kit.pdf", SOUND["pdf"])
    client.post("/admin/documents/add/", {"title": "Kit", "collection": root, "file": sound})
    assert SiteDocument.objects.get().open_file


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_an_image_that_cannot_be_read_to_its_end_is_refused_everywhere(cast, kind):
    client = cast.client(cast.editor)
    name = f"pont.{kind.lower()}"
    damaged = lambda: SimpleUploadedFile(name, picture(kind)[:200])  # noqa: E731
    fields = {
        "title": "Pont", "description": "Un pont", "credit": "Essai", "collection": Collection.get_first_root_node().pk,
    }  # fmt: skip
    page = client.post("/admin/images/add/", fields | {"file": damaged()})
    assert page.status_code == 200
    chosen = client.post(
        "/admin/images/chooser/create/",
        {
            f"image-chooser-upload-{key}": value
            for key, value in (fields | {"file": damaged()}).items()
        },
    )
    assert chosen.status_code == 200
    answer = client.post("/admin/images/multiple/add/", {"files[]": damaged()})
    assert answer.json()["success"] is False
    assert SiteImage.objects.count() == 0
    sound = SimpleUploadedFile(name, picture(kind))
    assert client.post("/admin/images/add/", fields | {"file": sound}).status_code == 302
    assert SiteImage.objects.get().renditions.count() > 0 or SiteImage.objects.get().width == 300


def camera_picture(orientation=6):
    """Return a JPEG of a telephone: its place, its camera, a comment and a second picture with its own place."""
    drawing = io.BytesIO()
    photo = Image.new("RGB", (1600, 1000), "green")
    notes = photo.getexif()
    notes[0x0110], notes[0x0112] = "CANARI-APPAREIL", orientation
    place = notes.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (44.0, 26.0, 51.0), "E", (1.0, 26.0, 20.0)
    photo.save(drawing, "JPEG", exif=notes, comment=b"CANARI-MOT", xmp=b"<x>CANARI-XMP</x>")
    return drawing.getvalue() + b"CANARI-FIN"


def says_more_than_pixels(content):
    opened = Image.open(io.BytesIO(content))
    return bool(opened.getexif()) or b"CANARI" in content or b"Exif" in content


@pytest.fixture
def image_fields():
    return {
        "title": "Pont", "description": "Un pont", "credit": "Essai", "collection": Collection.get_first_root_node().pk,
    }  # fmt: skip


@pytest.mark.django_db
def test_a_photo_is_kept_upright_without_its_place_and_its_camera(
    cast, image_fields, django_capture_on_commit_callbacks
):
    sent = camera_picture()
    assert says_more_than_pixels(sent)
    client = cast.client(cast.editor)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            "/admin/images/add/", image_fields | {"file": SimpleUploadedFile("pont.jpg", sent)}
        )
    image = SiteImage.objects.get()
    with image.open_file() as kept:
        content = kept.read()
    assert not says_more_than_pixels(content)
    assert Image.open(io.BytesIO(content)).size == (image.width, image.height) == (1000, 1600)
    assert image.file_size == len(content)
    assert {says_more_than_pixels(copy.file.read()) for copy in image.renditions.all()} == {False}
    assert image.renditions.count() == len(RENDITIONS)


@pytest.mark.django_db
def test_the_copies_of_an_image_kept_before_carry_nothing_of_the_camera():
    file = ImageFile(io.BytesIO(camera_picture()), name="ancienne.jpg")
    image = SiteImage.objects.create(title="Pont", description="x", credit="y", file=file)
    with image.open_file() as kept:
        assert says_more_than_pixels(kept.read())
    for spec in (*RENDITIONS, "original"):
        assert not says_more_than_pixels(image.get_rendition(spec).file.read()), spec


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_each_kind_of_image_is_redrawn_with_its_colours_alone(kind):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    drawing, notes = io.BytesIO(), Image.Exif()
    notes[0x0110] = "CANARI-APPAREIL"
    Image.new("RGB", (60, 40), "green").save(
        drawing, kind, exif=notes.tobytes(), icc_profile=profile, comment=b"CANARI-MOT"
    )
    bare = redrawn(drawing)
    opened = Image.open(io.BytesIO(bare))
    assert (opened.format, opened.size) == (kind, (60, 40))
    assert not says_more_than_pixels(bare)
    assert bool(opened.info.get("icc_profile")) is (kind != "GIF")


def huge_png(width, height):
    """Return a few kilobytes that unpack to `width` by `height` pixels."""
    chunk = lambda kind, data: (  # noqa: E731
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    )
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    pixels = zlib.compress(bytes((width // 8 + 1) * min(height, 50)), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.mark.django_db
@pytest.mark.parametrize("size", [(11_000, 11_000), (30_000, 30_000), (6_400, 6_400)])
def test_an_image_of_too_many_pixels_is_refused_before_it_is_decoded(
    cast, image_fields, monkeypatch, size
):
    decoded = []
    monkeypatch.setattr(ImageFilePlugin, "load", decoded.append)
    client = cast.client(cast.editor)
    sent = lambda: SimpleUploadedFile("pont.png", huge_png(*size))  # noqa: E731
    page = client.post("/admin/images/add/", image_fields | {"file": sent()})
    words = gettext(
        "This image has too many pixels: %(number)d million at most, all its pictures together. Make it smaller."
    ) % {"number": 40}
    assert words in html.unescape(page.content.decode())
    answer = client.post("/admin/images/multiple/add/", {"files[]": sent()})
    assert answer.json()["success"] is False
    assert (SiteImage.objects.count(), decoded) == (0, [])


def test_the_pictures_of_an_animation_count_together():
    frames = [Image.new("P", (2000, 2000), number) for number in range(11)]
    drawing = io.BytesIO()
    frames[0].save(drawing, "GIF", save_all=True, append_images=frames[1:])
    with pytest.raises(ValidationError):
        check_pixels(drawing)
