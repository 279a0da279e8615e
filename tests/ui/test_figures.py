"""Key figures: none without its year and source, each in the reader's language while it is fresh."""

import dataclasses
import datetime as dt
import re

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Locale

from home.editor_panel import figures_to_check
from jobs.offers.states import OfferState
from operations import schedule
from tests.cast import Cast
from tests.factories import make_event, make_offer
from ui import figure_queries
from ui.figure_queries import NamedQuery
from ui.figures import figures_to_show, refresh_figures
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
        make_figure(value="10"),
        make_figure(value="20", year=2023),
        make_figure(value="30"),
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
    pks = [make_figure(value=str(10 + number)).pk for number in range(4)]

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


# --- computed figures


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Register one query; the number it counts is yours to change."""
    number = {"value": 1200}
    query = NamedQuery(
        "essai", "Essai", "Ce qui est compté.", "Compté ici", lambda _now: number["value"]
    )
    yearly = dataclasses.replace(query, name="annuel", covers_year=True)
    monkeypatch.setattr(figure_queries, "_queries", {"essai": query, "annuel": yearly})
    return number


def make_computed(query: str = "essai", **fields: object) -> KeyFigure:
    """Make a figure as an editor does: a label and a query, the rest is filled."""
    french = Locale.objects.get(language_code="fr")
    figure = KeyFigure(locale=french, label="offres en ligne", query=query, **fields)
    figure.full_clean()
    figure.save()
    return figure


def test_a_query_writes_value_year_check_definition_and_source(counting: dict[str, int]) -> None:
    with time_machine.travel(dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)):
        figure = make_computed()

    assert figure.value == "1\u00a0200"
    assert (figure.year, figure.checked_on) == (2026, dt.date(2026, 11, 20))
    assert (figure.definition, figure.source) == ("Ce qui est compté.", "Compté ici")


def test_the_editors_own_words_are_kept(counting: dict[str, int]) -> None:
    figure = make_computed(definition="La mienne.", source="Moi")

    assert (figure.definition, figure.source) == ("La mienne.", "Moi")


def test_each_night_figures_are_counted_again_in_every_language(counting: dict[str, int]) -> None:
    figure, declared = make_computed(), make_figure(value="108")
    english = figure.copy_for_translation(Locale.objects.get(language_code="en"))
    english.save()
    counting["value"] = 1300

    later = dt.datetime(2027, 1, 2, 3, 30, tzinfo=dt.UTC)
    assert refresh_figures(later) == 2
    assert refresh_figures(later) == 0

    for row in KeyFigure.objects.exclude(query=""):
        assert (row.value, row.year, row.checked_on) == ("1\u00a0300", 2027, dt.date(2027, 1, 2))
    declared.refresh_from_db()
    assert declared.value == "108"


def test_the_schedule_counts_and_a_page_does_not(
    counting: dict[str, int], django_assert_num_queries: object
) -> None:
    figure = make_computed()
    assert "ui.figures" in {act.name for act in schedule.registered()}
    counting["value"] = 5000

    with django_assert_num_queries(1):
        [shown] = figures_to_show([figure.pk], "fr")
    assert shown.value == "1\u00a0200"


def test_a_query_that_nobody_knows_any_more_leaves_its_last_count(counting: dict[str, int]) -> None:
    figure = make_computed()
    figure_queries._queries.clear()

    assert refresh_figures(dt.datetime(2027, 1, 2, tzinfo=dt.UTC)) == 0
    figure.refresh_from_db()
    assert figure.value == "1\u00a0200"


@pytest.mark.parametrize(
    ("query", "language", "period"),
    [
        ("essai", "fr", "au 20 novembre 2026"),
        ("essai", "en", "on 20 November 2026"),
        ("annuel", "fr", "2026"),
    ],
)
def test_a_count_of_a_day_says_its_day(
    counting: dict[str, int], query: str, language: str, period: str
) -> None:
    with time_machine.travel(dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)):
        figure = make_computed(query)

    with translation.override(language):
        assert figure.display_period.replace("\u00a0", " ") == period


@pytest.mark.parametrize(
    ("fields", "is_shown"),
    [
        ({"value": "4"}, False),
        ({"value": "0"}, False),
        ({"value": "5"}, True),
        ({"value": "4", "unit": "%"}, True),
        ({"value": "3,5"}, False),
        ({"value": "3,5", "unit": "°C"}, True),
        ({"value": "3 %"}, True),
        ({"value": "+3\u00a0%"}, True),
        ({"value": "4", "unit": "% des foyers"}, True),
        ({"value": "4", "unit": "km"}, True),
        ({"value": "2", "unit": "heures"}, True),
        ({"value": "1,5", "unit": "€ par mois"}, True),
        ({"value": "3", "unit": "years"}, True),
        ({"value": "3", "unit": "familles"}, False),
        ({"value": "3", "unit": "familles à plus de 5 km"}, False),
        ({"value": "3", "unit": "."}, False),
        ({"value": "+3"}, False),
        ({"value": "−3", "unit": "foyers"}, False),
        ({"value": "+12"}, True),
        ({"value": "2.0"}, False),
        ({"value": "3,0"}, False),
        ({"value": "03"}, False),
        ({"value": "0,125"}, False),
        ({"value": "4 999", "unit": "familles"}, True),
        ({"value": "1\u00a0200"}, True),
        ({"value": "1,200", "unit": "people"}, True),
        ({"value": "3 familles"}, False),
        ({"value": "12 familles"}, True),
        ({"value": "108", "source": " "}, False),
        ({"value": "108", "year": 2024}, True),
        ({"value": "108", "year": 2023}, False),
    ],
)
def test_small_old_and_unproved_figures_are_not_shown(
    fields: dict[str, object], is_shown: bool
) -> None:
    figure = make_figure(**fields)

    assert (figures_to_show([figure.pk], "fr", today=DAY) == [figure]) is is_shown


def test_a_computed_figure_below_five_waits_until_it_is_more(counting: dict[str, int]) -> None:
    counting["value"] = 4
    figure = make_computed()
    assert figures_to_show([figure.pk], "fr") == []

    counting["value"] = 5
    refresh_figures(timezone.now())
    assert figures_to_show([figure.pk], "fr") == [figure]


def test_a_computed_figure_is_a_count_whatever_its_unit(counting: dict[str, int]) -> None:
    counting["value"] = 4
    figure = make_computed(unit="points")

    assert figures_to_show([figure.pk], "fr") == []


def test_the_editor_is_told_of_figures_that_are_not_shown() -> None:
    hidden = [
        make_figure(value="3"),
        make_figure(value="3", unit="familles"),
        make_figure(value="3,0"),
        make_figure(year=2020),
        make_figure(source=" "),
    ]
    fine = [make_figure(checked_on=DAY), make_figure(value="3", unit="%", checked_on=DAY)]

    found = figures_to_check(DAY)

    assert set(hidden) <= set(found)
    assert not set(fine) & set(found)


def test_the_form_of_a_computed_figure_asks_for_its_words_only(
    cast: Cast, counting: dict[str, int]
) -> None:
    address = reverse(KeyFigure.snippet_viewset.get_url_name("add"))
    values = {
        "label": "offres",
        "query": "essai",
        "value": "",
        "year": "",
        "source": "",
        "definition": "",
    }

    response = cast.client(cast.editor).post(address, values)

    assert response.status_code == 302
    figure = KeyFigure.objects.get(label="offres")
    assert (figure.value, figure.source) == ("1\u00a0200", "Compté ici")


def test_the_sites_own_queries_count_what_they_say(cast: Cast, now: dt.datetime) -> None:
    def counted(name: str) -> int:
        query = figure_queries.find(name)
        assert query is not None
        assert query.definition
        assert query.source
        return query.count(now)

    before = counted("member_employers")
    make_offer(now, employer=cast.hospital, state=OfferState.ONLINE, positions=3)
    make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    make_event("Salon", now=now, starts_at=now)

    assert counted("offers_online") == 1
    assert counted("posts_online") == 3
    assert counted("member_employers") == before + 1
    assert counted("ambassadors") == 0
    assert counted("events_this_year") == 1
    assert {query.name for query in figure_queries.registered()} == {
        "ambassadors", "events_this_year", "member_employers", "offers_online", "posts_online",
    }  # fmt: skip


@pytest.mark.parametrize(
    "name", ["offers_online", "posts_online", "member_employers", "ambassadors", "events_this_year"]
)
def test_each_query_is_one_query(
    name: str, now: dt.datetime, django_assert_num_queries: object
) -> None:
    query = figure_queries.find(name)
    assert query is not None

    with django_assert_num_queries(1):
        query.count(now)
