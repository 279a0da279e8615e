"""Images given while developing: the folder of images, and nothing beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404
from django.urls import Resolver404, resolve


def given(rf, address, folder):
    """Return the answer to an address, the images being in `folder`."""
    match = resolve(address, urlconf="config.media_urls")
    assert Path(match.kwargs["document_root"]).name == "images"
    return match.func(rf.get(address), **match.kwargs | {"document_root": folder})


@pytest.mark.parametrize(
    "address",
    [
        "/media/images/../documents/secret.pdf",
        "/media/images/x/../../documents/secret.pdf",
        "/media/documents/secret.pdf",
        "/media/images//etc/passwd",
    ],
)
def test_documents_are_out_of_reach(rf, tmp_path, address):
    (tmp_path / "images").mkdir()
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/secret.pdf").write_text("secret")
    with pytest.raises((SuspiciousFileOperation, Http404, Resolver404)):
        given(rf, address, tmp_path / "images")


def test_images_are_given(rf, tmp_path):
    (tmp_path / "a.png").write_bytes(b"x")
    response = given(rf, "/media/images/a.png", tmp_path)
    assert b"".join(response.streaming_content) == b"x"
