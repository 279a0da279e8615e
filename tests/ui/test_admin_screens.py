"""The frame of the admin: what every screen is given, titles that say what is shown, colours of both themes."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.paginator import Paginator
from django.forms import CharField, Form
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext

from tests.cast import Cast

CSS = Path(settings.BASE_DIR) / "site/static/css/admin"
# Behind the text of the admin: white; the lightest and the darkest grey of Wagtail's dark theme.
LIGHT, DARK = ("#ffffff",), ("#333333", "#1d1d1d")
PAIR = re.compile(r"(--desk-\w+): light-dark\((#\w{6}), (#\w{6})\);")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def rules() -> Iterator[tuple[str, str]]:
    for sheet in sorted(CSS.glob("*.css")):
        for selector, body in RULE.findall(sheet.read_text()):
            yield f"{sheet.name}: {selector.strip()}", body


def title_of(response) -> str:
    text = html.unescape(response.content.decode())
    return " ".join(text.split("<title>")[1].split("</title>")[0].split())


# --- Colours


def test_the_words_in_colour_are_legible_in_both_themes() -> None:
    pairs = {
        name: (light, dark) for name, light, dark in PAIR.findall((CSS / "desk.css").read_text())
    }
    assert {"--desk-alert", "--desk-good", "--desk-advice"} <= set(pairs)
    for name, (light, dark) in pairs.items():
        least = 3 if name == "--desk-line" else 4.5
        assert min(contrast(light, ground) for ground in LIGHT) >= least, name
        assert min(contrast(dark, ground) for ground in DARK) >= least, name


def test_a_colour_of_one_s_own_comes_with_its_ground() -> None:
    alone = [
        name
        for name, body in rules()
        if re.search(r"(?<![-\w])color: #", body) and "background" not in body
    ]
    assert alone == []
    for name, body in rules():
        found = dict(re.findall(r"(?<![-\w])(color|background): (#\w{6})", body))
        if len(found) == 2:
            assert contrast(found["color"], found["background"]) >= 4.5, name


# --- Every screen


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/", "/admin/agenda/"])
def test_every_screen_announces_the_end_of_the_session(cast: Cast, path: str) -> None:
    client = cast.client(cast.administrator)
    Session.objects.update(expire_date=timezone.now() + dt.timedelta(minutes=7))
    page = client.get(path).content.decode()
    [seconds] = re.findall(r'data-session-seconds="(\d+)"', page)
    assert 400 < int(seconds) <= 420
    assert page.count("data-session-warning") == page.count("js/session-warning.js") == 1
    assert 'action="/session/prolonger/"' in page


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/", "/admin/agenda/"])
def test_every_screen_leads_to_its_message(cast: Cast, path: str) -> None:
    page = html.unescape(cast.client(cast.administrator).get(path).content.decode())
    assert page.count("js/messages.js") == 1
    assert f'data-error-word="{gettext("Error:")}"' in page


# --- Our own screens


def test_an_answer_that_may_lack_says_so() -> None:
    class Answers(Form):
        needed = CharField()
        spare = CharField(required=False)

    form = Answers()
    needed, spare = (
        render_to_string("admin_screens/_field.html", {"field": form[name]}) for name in form.fields
    )
    assert f"({gettext('optional')})" in spare.split("</label>")[0]
    assert gettext("optional") not in needed


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/admin/agenda/?periode=passes", "Past events"),
        ("/admin/messages/?etat=traites", "Those handled"),
        ("/admin/rappels-sante/?etat=toutes", ""),
        ("/admin/installation/?etat=finies", "Those that are over"),
        ("/admin/installation/?de=tous", "Followed by anybody"),
        ("/admin/ambassadeurs/?etat=terminees", "Those refused, withdrawn or gone"),
        ("/admin/ambassadeurs/membres/?annee=2020", ""),
        ("/admin/verification/offres/?q=infirmiere", ""),
        ("/admin/employeurs/?q=hopital", ""),
    ],
)
def test_the_title_of_a_list_says_what_is_shown(cast: Cast, path: str, shown: str) -> None:
    client = cast.client(cast.administrator)
    whole, narrowed = (client.get(address) for address in (path.split("?")[0], path))
    assert whole.status_code == narrowed.status_code == 200
    assert title_of(whole) != title_of(narrowed)
    if shown:
        assert title_of(narrowed).startswith(f"{html.unescape(gettext(shown))} – ")


@pytest.mark.django_db
def test_the_title_of_a_list_says_which_page(rf, cast: Cast) -> None:
    request = rf.get("/admin/")
    request.user = cast.administrator
    request.session = cast.client(cast.administrator).session

    def title(number: int) -> str:
        context = {"page_obj": Paginator(range(30), 10).get_page(number)}
        page = render_to_string("admin_screens/base.html", context, request)
        return html.unescape(page.split("<title>")[1].split("</title>")[0])

    told = gettext("page %(number)s of %(total)s") % {"number": 2, "total": 3}
    assert told in title(2)
    assert "3" not in title(1)


def test_each_row_of_a_table_of_ours_has_its_heading() -> None:
    root = Path(settings.BASE_DIR)
    bodies = [
        (source.name, body)
        for folder in ("home", "jobs")
        for source in (root / folder).glob("**/templates/**/*.html")
        for body in re.findall(
            r"<table class=\"review-table.*?<tbody>(.*?)</tbody>", source.read_text(), re.DOTALL
        )
    ]
    assert len(bodies) > 10
    assert [
        name for name, body in bodies if not re.search(r"<tr[^>]*>\s*<th scope=\"row\"", body)
    ] == []
