"""Exports of the admin: nothing in them is run by a spreadsheet."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from tests.factories import make_article
from ui.exports import as_text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_text_that_begins_like_a_formula_is_made_text(start):
    assert as_text(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("value", ["Cahors", "", -5, None, True, 1.5])
def test_other_values_are_as_they_were(value):
    assert as_text(value) is value


@pytest.mark.django_db
def test_the_exports_of_wagtail_hold_no_formula(cast):
    trap = '=HYPERLINK("https://arnaque.example")'
    make_article(trap)
    client = cast.client(cast.administrator)
    for report in ("site-history", "aging-pages"):
        address = f"/admin/reports/{report}/"
        text = b"".join(client.get(address, {"export": "csv"})).decode()
        assert "'=HYPERLINK" in text
        assert ',"=HYPERLINK' not in text
        content = b"".join(client.get(address, {"export": "xlsx"}).streaming_content)
        sheet = load_workbook(io.BytesIO(content)).active
        cells = [cell.value for row in sheet.iter_rows() for cell in row]
        assert f"'{trap}" in cells
        assert trap not in cells
