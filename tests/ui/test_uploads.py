"""Uploads are what they say: an image can be read, a document holds what its extension announces."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import Collection

from ui.models import SiteDocument, SiteImage
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
