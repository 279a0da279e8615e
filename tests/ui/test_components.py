"""Every component has its template, its contract, its style and its place in the gallery."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template
from django.template.loader import render_to_string

from ui.finders import BUNDLE, StyleBundleFinder
from ui.gallery import exhibits
from ui.map_bubbles import bubbles
from ui.sample_data import MAP, OFFERS
from ui.samples import SAMPLES, SHELL

SITE = Path(__file__).resolve().parents[2] / "site"
COMPONENTS = sorted((SITE / "templates/components").glob("*.html"))
STYLES = sorted((SITE / "static/css").rglob("*.css"))
# Drawn with the style of the component they belong to.
STYLE_OF_ANOTHER = {
    "anti_spam", "error_exits", "field_notes", "form_field", "form_intro", "site_search_form",
}  # fmt: skip


@pytest.fixture
def request_(rf):
    request = rf.get("/_components/")
    request.user = AnonymousUser()
    return request


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_says_what_it_needs(path):
    assert path.read_text().startswith("{% comment %}\n")


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_has_its_style(path):
    if path.stem not in STYLE_OF_ANOTHER:
        assert (SITE / f"static/css/components/{path.stem.replace('_', '-')}.css").exists()


def test_every_component_is_in_the_gallery():
    assert {path.stem for path in COMPONENTS} == set(SAMPLES) | SHELL


def test_the_gallery_draws_every_state(request_):
    shown = exhibits(request_)
    assert [exhibit.name for exhibit in shown] == list(SAMPLES)
    assert all(state.strip() for exhibit in shown for state in exhibit.states)


def test_nothing_is_styled_or_scripted_inline():
    sources = [*SITE.glob("templates/**/*.html")]
    faulty = [
        path.name
        for path in sources
        if "emails" not in path.parts
        and re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*src=)", path.read_text())
    ]
    assert faulty == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_a_style_sheet_lives_in_a_layer_with_values_from_the_tokens(path):
    text = path.read_text()
    assert text.lstrip().startswith(("@layer", "/*"))
    if path.name != "tokens.css":
        assert re.findall(r"#[0-9a-f]{3,8}\b(?![^{]*\{)", re.sub(r"#000\b", "", text)) == []
        assert "url(" not in text
    if path.name != "utilities.css":
        assert "!important" not in text


def test_breakpoints_are_the_four_of_the_specification():
    widths = {
        width
        for path in STYLES
        for width in re.findall(r"@media \(m[a-z]+-width: ([\d.]+rem)\)", path.read_text())
    }
    assert widths <= {"40rem", "48rem", "60rem", "68rem", "47.99rem"}


def test_the_bundle_holds_every_component_after_the_layers():
    finder = StyleBundleFinder()
    text = Path(finders.find(BUNDLE)).read_text()
    assert text.index(
        "@layer reset, tokens, base, layout, components, pages, utilities;"
    ) < text.index(".button")
    assert all(path.read_text() in text for path in finder.sources())
    assert [name for name, _ in finder.list(None)] == [BUNDLE]
    assert finder.find("css/other.css") == []
    assert finder.find(BUNDLE, find_all=True) == [finders.find(BUNDLE)]


def test_the_bundle_follows_its_sources(tmp_path, settings):
    settings.STATICFILES_DIRS, settings.VAR_DIR = [tmp_path], tmp_path / "var"
    (tmp_path / "css/components").mkdir(parents=True)
    source = tmp_path / "css/components/card.css"
    source.write_text(".card{}")
    finder = StyleBundleFinder()
    assert Path(finder.find(BUNDLE)).read_text() == ".card{}"
    source.write_text(".card{color:red}")
    assert Path(finder.find(BUNDLE)).read_text() == ".card{color:red}"


def test_every_icon_used_is_in_the_sprite():
    sprite = set(re.findall(r'symbol id="i-([\w-]+)"', (SITE / "static/img/icons.svg").read_text()))
    used = {
        name
        for path in SITE.rglob("templates/**/*.html")
        for name in re.findall(r'{% icon "([\w-]+)"', path.read_text())
    }
    assert used <= sprite


def test_the_name_of_a_place_stands_clear_of_its_bubble():
    by_name = {bubble.label: bubble for bubble in bubbles(MAP)}
    cahors, figeac, gourdon = by_name["Cahors"], by_name["Figeac"], by_name["Gourdon"]
    assert cahors.name_x > cahors.x + cahors.r
    assert (cahors.name_y, cahors.name_anchor) == (cahors.y, "start")
    assert figeac.name_x < figeac.x - figeac.r
    assert figeac.name_anchor == "end"
    assert gourdon.name_y > gourdon.y + gourdon.r


def test_the_map_writes_figures_as_a_drawing_reads_them():
    item = {
        "label": "Gramat",
        "count": 1,
        "url": "/offres/",
        "x": 12.5,
        "y": 3,
        "r": 16,
        "anchor": "odd",
    }
    html = render_to_string("components/territory_map.html", {"items": [item]})
    assert 'cx="12.5"' in html
    assert html.count("<a ") == 1


def test_pages_keep_the_filters_of_the_address():
    page = Paginator(range(200), 20).page(4)
    html = render_to_string(
        "components/pagination.html",
        {"page_obj": page, "params": QueryDict("q=a%26b&contrat=cdi&contrat=cdd&page=4")},
    )
    assert '?q=a%26b&amp;contrat=cdi&amp;contrat=cdd&amp;page=5"' in html
    assert html.count('aria-current="page"') == 1
    assert 'rel="prev"' in html


def test_one_page_needs_no_pagination():
    page = Paginator(range(3), 20).page(1)
    assert render_to_string("components/pagination.html", {"page_obj": page}).strip() == ""


def test_an_offer_stays_french_in_an_english_page():
    from django.utils import translation

    with translation.override("en"):
        assert 'lang="fr"' in render_to_string("components/job_row.html", {"offer": OFFERS[0]})
    with translation.override("fr"):
        assert 'lang="fr"' not in render_to_string("components/job_row.html", {"offer": OFFERS[0]})


def test_what_people_wrote_is_escaped():
    from types import SimpleNamespace

    offer = SimpleNamespace(
        **{**vars(OFFERS[0]), "title": "<script>alert(1)</script>", "employer_display": "<b>"}
    )
    html = render_to_string("components/job_row.html", {"offer": offer})
    assert "<script>" not in html
    assert "<b>," not in html


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ '05 65 53 40 00'|tel }}", "+33565534000"),
        ("{{ '+33 5 65 53 40 00'|tel }}", "+33565534000"),
        ("{{ '3939'|tel }}", "3939"),
        ("{{ 'Centre'|tone }}{{ 'Centre'|tone }}", "riverriver"),
        ("{% with_params None page=2 %}", "?page=2"),
        (
            "{% scene_url 'nuit' %} {% scene_url '../x' %}",
            "/static/img/scenes/nuit.svg /static/img/scenes/pont.svg",
        ),
    ],
)
def test_small_tags_give_what_they_promise(source, shown):
    assert Template(source).render(Context()) == shown


def test_an_icon_is_silent():
    html = Template('{% icon "search" %}').render(Context())
    assert html == (
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="/static/img/icons.svg#i-search"/></svg>'
    )
