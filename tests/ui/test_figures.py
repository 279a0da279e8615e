"""Key figures: none without its year and source, each in the reader's language while it is fresh."""

import datetime as dt
import re

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.models import Locale

from tests.cast import Cast
from ui.figures import figures_to_show
from ui.models import KeyFigure

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 11, 20)


def make_figure(**fields: object) -> KeyFigure:
    """Make a French figure."""
    values = {
        "value": "108",
        "label": "familles",
        "definition": "Foyers.",
        "year": 2025,
        "source": "COPIL",
    }
    values.setdefault("locale", Locale.objects.get(language_code="fr"))
    return KeyFigure.objects.create(**values | fields)


@pytest.mark.parametrize("missing", ["year", "source", "definition", "value", "label"])
def test_a_figure_without_its_proof_is_refused(missing: str) -> None:
    values = {
        "value": "108",
        "label": "familles",
        "definition": "Foyers.",
        "year": 2025,
        "source": "COPIL",
    }
    values[missing] = None if missing == "year" else ""

    with pytest.raises(ValidationError) as refusal:
        KeyFigure(locale=Locale.objects.get(language_code="fr"), **values).full_clean()

    assert list(refusal.value.message_dict) == [missing]


@pytest.mark.parametrize(
    ("value", "is_figure"),
    [
        ("108", True),
        ("1 500", True),
        ("1\u00a0500", True),
        ("12500", True),
        ("1,200", True),
        ("−3,5", True),
        ("+12", True),
        ("24 %", True),
        ("cent douze", False),
        ("112 familles", False),
        ("environ 400", False),
        ("1 500 – 2 000", False),
        ("12-", False),
    ],
)
def test_the_value_of_a_figure_is_written_in_figures(value: str, is_figure: bool) -> None:
    figure = make_figure(value=value)

    if is_figure:
        figure.full_clean()
    else:
        with pytest.raises(ValidationError) as refusal:
            figure.full_clean()
        assert list(refusal.value.message_dict) == ["value"]


def test_figures_keep_their_order_and_leave_when_too_old() -> None:
    first, old, second = (
        make_figure(value="1"),
        make_figure(value="2", year=2023),
        make_figure(value="3"),
    )

    assert figures_to_show([second.pk, old.pk, first.pk], "fr", today=DAY) == [second, first]


def test_a_figure_is_shown_in_the_readers_language_where_it_is_translated() -> None:
    english = Locale.objects.get(language_code="en")
    figure, untranslated = make_figure(label="familles"), make_figure(label="ambassadeurs")
    translated = figure.copy_for_translation(english)
    translated.label = "families"
    translated.save()

    found = figures_to_show([figure.pk, untranslated.pk], "en", today=DAY)

    assert [item.label for item in found] == ["families", "ambassadeurs"]


def test_figures_cost_one_query(django_assert_num_queries: object) -> None:
    pks = [make_figure(value=str(number)).pk for number in range(4)]

    with django_assert_num_queries(1):
        assert len(figures_to_show(pks, "fr", today=DAY)) == 4


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"year": 2024}, "Chiffre 2024 — Source : Insee, 28 janvier 2025"),
        (
            {"year": 2024, "period": "année 2024"},
            "Année 2024 — Source : Insee, 28 janvier 2025",
        ),
    ],
)
def test_the_line_under_a_figure_reads_as_a_sentence(
    fields: dict[str, object], sentence: str
) -> None:
    figure = make_figure(source="Insee, 28 janvier 2025", **fields)
    html = render_to_string("components/key_figures.html", {"figures": [figure]})
    said = re.search(r'key-figures__source">(.*?)</dd>', html)
    assert said is not None
    assert said[1].replace("\u00a0", " ") == sentence


def test_the_list_of_figures_tells_value_year_source_and_last_check(cast: Cast) -> None:
    make_figure(value="1 500", prefix="plus de", unit="%", checked_on=dt.date(2026, 11, 3))
    make_figure(value="46", label="communes", period="au 1er janvier 2026")
    page = cast.client(cast.editor).get(reverse(KeyFigure.snippet_viewset.get_url_name("list")))
    text = " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).replace("\u00a0", " ").split())
    for heading in ("Valeur et unité", "Année ou période", "Source", "Dernière vérification"):
        assert heading in text
    for answer in ("plus de 1 500 %", "2025", "COPIL", "3 novembre 2026", "Jamais vérifié"):
        assert answer in text
    assert "au 1er janvier 2026" in text
