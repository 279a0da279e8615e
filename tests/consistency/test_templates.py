"""Templates: a contract on each component, no variable out of the blue, nothing unsafe, no address by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import engines
from django.template.loader import get_template

from ui.samples import SAMPLES, SHELL

ROOT = Path(__file__).resolve().parents[2]
# Drawn once around a page, with what it knows; or the whole of a page that asks for a confirmation.
WITH_THEIR_PAGE = SHELL | {"confirm_panel"}
TEMPLATES = sorted(
    path
    for top in ("home", "jobs", "employer_space", "search", "site")
    for path in (ROOT / top).rglob("templates/**/*.html")
)
COMPONENTS = sorted((ROOT / "site/templates/components").glob("*.html"))
BLOCKS = sorted((ROOT / "site/templates/components/blocks").glob("*.html"))


def name_of(path):
    return path.as_posix().split("/templates/", 1)[1]


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_is_well_formed(path):
    assert get_template(name_of(path)).template


@pytest.mark.parametrize("path", [*COMPONENTS, *BLOCKS], ids=name_of)
def test_a_component_begins_with_its_contract(path):
    assert path.read_text().startswith("{% comment %}")


@pytest.mark.parametrize("path", COMPONENTS, ids=name_of)
def test_a_component_is_in_the_gallery_and_has_a_style_or_borrows_one(path):
    assert path.stem in SAMPLES or path.stem in SHELL
    own = ROOT / f"site/static/css/components/{path.stem.replace('_', '-')}.css"
    contract = path.read_text().split("{% endcomment %}")[0]
    borrowed = any(word in contract.lower() for word in ("style", "css"))
    assert (
        own.exists()
        or borrowed
        or path.stem
        in {
            "anti_spam",
            "error_exits",
            "field_notes",
            "form_field",
            "form_intro",
            "site_search_form",
        }
    )


def test_no_template_marks_a_text_as_safe():
    """A sanitised text comes as safe from the code that cleaned it; a template never decides.

    Help texts are written by us, and the image of a QR code is drawn by allauth: they alone are shown as they are.
    """
    guilty = [
        name_of(path)
        for path in TEMPLATES
        if re.search(
            r"\|\s*safe\b|autoescape off",
            re.sub(r"(field\.help_text|totp_svg)\|safe", "", path.read_text()),
        )
        and "emails" not in path.parts
    ]
    assert guilty == []


def test_no_page_has_inline_code():
    pattern = re.compile(
        r"\sstyle=|<style\b|\son[a-z]+=\"|<script(?![^>]*(?:src=|type=\"application/ld\+json\"))"
    )
    guilty = [
        name_of(path)
        for path in TEMPLATES
        if "emails" not in path.parts and pattern.search(path.read_text())
    ]
    assert guilty == []


def test_forms_that_post_carry_the_token():
    guilty = [
        name_of(path)
        for path in TEMPLATES
        for form in re.findall(r"<form\b.*?</form>", path.read_text(), re.DOTALL)
        if 'method="post"' in form.lower() and "csrf" not in form
    ]
    assert guilty == []


def test_reusable_pieces_are_given_what_they_need_and_nothing_else():
    guilty = [
        f"{name_of(path)}: {tag}"
        for path in TEMPLATES
        for tag in re.findall(r"{% include \"components/[^%]*%}", path.read_text())
        if not tag.rstrip("%} ").endswith("only")
        and tag.split("/")[1].split(".")[0] not in WITH_THEIR_PAGE
    ]
    assert guilty == []


def test_the_typography_uses_the_space_the_fonts_have():
    narrow = "\u202f"
    guilty = [name_of(path) for path in TEMPLATES if narrow in path.read_text()]
    assert guilty == []
    assert engines["django"]
