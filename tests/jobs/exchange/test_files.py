"""Opening partners' files."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobs.exchange.files import Shape, UnreadableFileError, open_offers


def write(folder: Path, content: bytes) -> Path:
    path = folder / "file"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content", [b'{"resultats": [{"id": "1"}, 2]}', b' [{"id": "1"}, 2]', b"\xef\xbb\xbf[1, 2]"]
)
def test_both_json_shapes_are_read_item_by_item(tmp_path: Path, content: bytes) -> None:
    found = open_offers(write(tmp_path, content))
    assert found.shape == Shape.FRANCE_TRAVAIL
    assert [raw.position for raw in found.offers] == [1, 2]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_names_its_columns_whatever_its_separator(tmp_path: Path, separator: str) -> None:
    content = (
        separator.join(["Numero", "INTITULE"]) + "\n" + separator.join(["1", '"deux\nlignes"'])
    )
    found = open_offers(write(tmp_path, content.encode()))
    assert found.shape == Shape.CSV
    assert [(raw.position, raw.content) for raw in found.offers] == [
        (2, {"numero": "1", "intitule": "deux\nlignes"})
    ]


def test_a_csv_of_a_spreadsheet_in_the_windows_encoding_is_read(tmp_path: Path) -> None:
    found = open_offers(write(tmp_path, "numero;intitule\r\n1;Élagueur à l’essai".encode("cp1252")))
    assert found.offers[0].content["intitule"] == "Élagueur à l’essai"


def test_a_cell_of_a_megabyte_and_a_nul_are_read(tmp_path: Path) -> None:
    found = open_offers(write(tmp_path, b"numero;intitule\n1;" + b"x" * 10**6 + b"\x00"))
    assert len(found.offers[0].content["intitule"]) == 10**6


def test_a_number_of_ten_thousand_digits_does_not_stop_a_file(tmp_path: Path) -> None:
    found = open_offers(write(tmp_path, b'[{"id": "1", "nombrePostes": ' + b"9" * 10_000 + b"}]"))
    assert len(found.offers) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   ",
        b"{",
        b'{"resultats": 3}',
        b'{"autre": []}',
        b"un;deux\n1;2",
        b"[" * 200_000,
        b"\x89PNG\r\n\x1a\n",
    ],
    ids=["empty", "blank", "cut", "number", "other", "columns", "deep", "picture"],
)
def test_a_file_that_is_neither_shape_says_so(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        open_offers(write(tmp_path, content))


def test_an_absent_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        open_offers(tmp_path / "absent.json")
    with pytest.raises(UnreadableFileError):
        open_offers(tmp_path)
