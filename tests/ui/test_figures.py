"""Key figures: none without its year and source, each in the reader's language while it is fresh."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale

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
