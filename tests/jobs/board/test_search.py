"""Searching offers: exactly what is visible, exact facets, a stable order, a bounded number of queries."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from jobs.board.search import Criteria, Results, search_newest, search_offers, ways_out
from jobs.board.search.criteria import FACET_FIELDS
from jobs.employers.states import EmployerKind
from jobs.offers import codes
from jobs.offers.models import JobFamily, JobOffer, OfferLifecycle
from jobs.offers.querysets import PARIS
from jobs.offers.states import OfferState
from search import index
from search.generations import numbers
from territory.models import Municipality
from territory.places import find
from tests.cast import Cast
from tests.factories import make_employer, make_offer

pytestmark = pytest.mark.django_db

TITLES = [
    "Infirmière (F/H)",
    "Aide-soignant (F/H)",
    "Boulanger (F/H)",
    "Maçon (F/H)",
    "Chef de cuisine (F/H)",
]


def seed(now: dt.datetime, count: int, seed: int = 46) -> list[int]:
    """Load varied offers in bulk, some not visible, and index them; the same ones for the same seed."""
    draw = random.Random(seed)
    kinds = (EmployerKind.COMPANY, EmployerKind.ASSOCIATION, EmployerKind.HOSPITAL)
    employers = [make_employer(now, kind=kind) for kind in kinds]
    employers.append(make_employer(now, status="SUSPENDED"))
    families = list(JobFamily.objects.order_by("code")[:5])
    places = list(Municipality.objects.order_by("insee")[::20])
    offers = JobOffer.objects.bulk_create(
        JobOffer(
            employer=draw.choice(employers),
            title=draw.choice(TITLES),
            family=draw.choice(families),
            contract_type=draw.choice(codes.ContractType.values[:7]),
            working_time=draw.choice(codes.WorkingTime.values),
            missions=f"<p>{draw.choice(['Travail en équipe.', 'Poste de nuit.', 'Service du matin.'])}</p>",
            salary_min=2000,
            salary_unit="MONTH",
            experience=draw.choice(codes.Experience.values),
            housing=draw.choice(codes.Housing.values),
            remote_share=draw.choice([0, 0, 50]),
            is_fully_remote=draw.random() < 0.1,
            apply_email="recrutement@essai.example",
            live=draw.random() < 0.9,
        )
        for _number in range(count)
    )
    OfferLifecycle.objects.bulk_create(
        OfferLifecycle(
            offer=offer,
            last_day=now.date() + dt.timedelta(days=draw.randrange(-2, 40)),
            online_since=now - dt.timedelta(hours=draw.randrange(24 * 50)),
        )
        for offer in offers
    )
    ties = JobOffer.municipalities.through
    ties.objects.bulk_create(
        ties(joboffer_id=offer.pk, municipality_id=place.pk)
        for offer in offers
        for place in draw.sample(places, draw.choice([1, 1, 2]))
    )
    index.rebuild("offer")
    return [offer.pk for offer in offers]


def ids(results: Results) -> list[int]:
    return [offer.pk for offer in results.offers]


def everything(now: dt.datetime, **criteria: Any) -> list[int]:
    """Return the numbers of every offer that the criteria find, page after page."""
    first = search_offers(Criteria(**criteria), now=now)
    pages = [
        ids(search_offers(Criteria(page=page, **criteria), now=now))
        for page in range(1, first.page_count + 1)
    ]
    listed = [pk for page in pages for pk in page]
    assert len(listed) == len(set(listed)) == first.total
    return listed


@pytest.mark.parametrize("state", list(OfferState))
def test_an_offer_is_listed_and_counted_when_and_only_when_it_is_visible(
    cast: Cast, state: OfferState
) -> None:
    employer = cast.newcomer.employer if state == OfferState.WAITING_ACCOUNT else cast.hospital
    offer = make_offer(cast.now, employer=employer, state=state)
    is_visible = JobOffer.objects.visible(cast.now).filter(pk=offer.pk).exists()

    results = search_offers(Criteria(), now=cast.now)

    assert (offer.pk in ids(results)) == is_visible
    assert results.total == int(is_visible)
    assert (
        all(sum(value.count for value in facet.values) == 0 for facet in results.facets)
        != is_visible
    )


@pytest.mark.parametrize(
    "change",
    [{"closed_at": "now", "outcome": "ABANDONED"}, {"paused_at": "now"}, {"suspended_at": "now"}],
)
def test_late_rows_never_show_what_is_over(cast: Cast, change: dict[str, Any]) -> None:
    offer = make_offer(cast.now, employer=cast.hospital)
    values = {name: cast.now if value == "now" else value for name, value in change.items()}
    OfferLifecycle.objects.filter(pk=offer.pk).update(**values)

    assert search_offers(Criteria(), now=cast.now).total == 0


def test_an_offer_ends_at_midnight_in_the_lot_without_any_act(cast: Cast) -> None:
    offer = make_offer(cast.now, employer=cast.hospital)
    last_day = offer.lifecycle.last_day
    last_second = dt.datetime.combine(last_day, dt.time(23, 59, 59), PARIS)

    assert search_offers(Criteria(), now=last_second).total == 1
    assert search_offers(Criteria(), now=last_second + dt.timedelta(seconds=1)).total == 0


def test_a_suspended_employer_takes_its_offers_away_at_once(cast: Cast) -> None:
    make_offer(cast.now, employer=cast.hospital)
    type(cast.hospital).objects.filter(pk=cast.hospital.pk).update(status="SUSPENDED")

    assert search_offers(Criteria(), now=cast.now).total == 0


def test_the_list_is_exactly_what_is_visible_newest_first(cast: Cast) -> None:
    seed(cast.now, 90)
    expected = list(JobOffer.objects.visible(cast.now).newest_first().values_list("pk", flat=True))

    assert 40 < len(expected) < 90
    assert everything(cast.now) == expected


def test_each_number_is_what_choosing_the_value_gives(cast: Cast) -> None:
    seed(cast.now, 120)
    draw = random.Random(7)
    searches = [
        Criteria(),
        Criteria(text="infirmière"),
        Criteria(contracts=("cdi", "cdd"), supports=("logement",)),
        Criteria(working_times=("plein",), contracts=("cdi",), employer_types=("public",)),
        Criteria(text="équipe", since=("30",), places=find("Cahors").places, radius_km=30),
        Criteria(
            territories=tuple(_slugs(cast.now, "territoire")[:2]),
            families=tuple(_slugs(cast.now, "domaine")[:3]),
        ),
    ]
    checked = 0
    for criteria in searches:
        for facet in search_offers(criteria, now=cast.now).facets:
            for value in draw.sample(facet.values, min(3, len(facet.values))):
                alone: dict[str, Any] = {FACET_FIELDS[facet.name]: (value.value,)}
                clicked = search_offers(replace(criteria, **alone), now=cast.now)
                assert clicked.total == value.count, (criteria, facet.name, value)
                checked += 1
    assert checked > 60


def _slugs(now: dt.datetime, name: str) -> list[str]:
    facets = {facet.name: facet for facet in search_offers(Criteria(), now=now).facets}
    return [value.value for value in facets[name].values]


def test_counts_are_those_of_the_database(cast: Cast) -> None:
    seed(cast.now, 80)
    facets = {facet.name: facet for facet in search_offers(Criteria(), now=cast.now).facets}
    visible = JobOffer.objects.visible(cast.now)

    for value in facets["domaine"].values:
        assert value.count == visible.filter(family__slug=value.value).count()
    for value in facets["territoire"].values:
        assert (
            value.count
            == visible.filter(municipalities__territory__slug=value.value).distinct().count()
        )
    full = next(value for value in facets["temps"].values if value.value == "plein")
    assert full.count == visible.filter(working_time="FULL").count()


def test_a_value_nobody_can_choose_is_hidden_unless_it_is_chosen(cast: Cast) -> None:
    make_offer(cast.now, employer=cast.hospital)
    shown = {facet.name: facet for facet in search_offers(Criteria(), now=cast.now).facets}
    kept = {
        facet.name: facet
        for facet in search_offers(Criteria(contracts=("stage",)), now=cast.now).facets
    }

    assert [value.value for value in shown["contrat"].values] == ["cdi"]
    assert [(value.value, value.count, value.selected) for value in kept["contrat"].values] == [
        ("cdi", 1, False),
        ("stage", 0, True),
    ]


def test_unknown_values_count_for_nothing(cast: Cast) -> None:
    make_offer(cast.now, employer=cast.hospital)
    odd = Criteria(
        families=("zz", "\x00"),
        contracts=("'",),
        territories=("x" * 999,),
        since=("0",),
        sort="x",
        page=-4,
    )

    assert search_offers(odd, now=cast.now).total == 1


def test_words_are_found_whatever_their_form_titles_first(cast: Cast) -> None:
    body = make_offer(
        cast.now, employer=cast.hospital, title="Aide-soignant (F/H)",
        missions="<p>" + "Vous secondez l’infirmière du service. " * 8 + "</p>",
    )  # fmt: skip
    title = make_offer(
        cast.now - dt.timedelta(days=3), employer=cast.hospital, title="Infirmier·ère de nuit"
    )

    for text in ("infirmiere", "INFIRMIERS", "infirmier·e", "IDE", "infirmier f/h"):
        assert ids(search_offers(Criteria(text=text), now=cast.now)) == [title.pk, body.pk], text


def test_a_page_beyond_the_last_is_the_last(cast: Cast) -> None:
    seed(cast.now, 70)
    last = search_offers(Criteria(page=10_000), now=cast.now)

    assert last.page == last.page_count
    assert ids(last) == everything(cast.now)[(last.page - 1) * 20 :]


def test_the_nearest_deadline_comes_first_when_asked(cast: Cast) -> None:
    seed(cast.now, 60)
    expected = list(
        JobOffer.objects.visible(cast.now)
        .order_by("lifecycle__last_day", "-lifecycle__online_since", "-pk")
        .values_list("pk", flat=True)
    )
    assert everything(cast.now, sort="limite") == expected


def test_a_radius_keeps_what_is_near_and_what_is_remote(cast: Cast) -> None:
    figeac, cahors = (
        Municipality.objects.get(insee="46102"),
        Municipality.objects.get(insee="46042"),
    )
    here = make_offer(cast.now, employer=cast.hospital, municipalities=[figeac])
    far = make_offer(cast.now, employer=cast.hospital, municipalities=[cahors])
    remote = make_offer(
        cast.now, employer=cast.hospital, municipalities=[cahors], is_fully_remote=True
    )
    around = Criteria(places=find("Figeac").places, radius_km=10, sort="distance")

    found = search_offers(around, now=cast.now)
    whole = search_offers(replace(around, radius_km=None), now=cast.now)

    assert ids(found) == [here.pk, remote.pk]
    assert [offer.distance_km for offer in found.offers] == [0, None]
    assert ids(whole)[0] == here.pk
    assert set(ids(whole)) == {here.pk, far.pk, remote.pk}
    assert next(offer for offer in whole.offers if offer.pk == far.pk).distance_km == 49


def test_a_mistyped_word_is_corrected_and_said_unless_insisted_on(cast: Cast) -> None:
    offer = make_offer(cast.now, employer=cast.hospital, title="Fauconnier (F/H)")

    corrected = search_offers(Criteria(text="fauconnire"), now=cast.now)
    insisted = search_offers(Criteria(text="fauconnire", is_exact=True), now=cast.now)

    assert (ids(corrected), corrected.matched_text, corrected.is_corrected) == (
        [offer.pk],
        "fauconnier",
        True,
    )
    assert (insisted.total, insisted.matched_text, insisted.is_corrected) == (
        0,
        "fauconnire",
        False,
    )


def test_words_known_but_filtered_out_are_not_corrected(cast: Cast) -> None:
    make_offer(cast.now, employer=cast.hospital, title="Fauconnier (F/H)")
    results = search_offers(Criteria(text="fauconnier", contracts=("stage",)), now=cast.now)

    assert (results.total, results.is_corrected) == (0, False)


def test_an_empty_search_has_ways_out_that_find_what_they_say(cast: Cast) -> None:
    gourdon = Municipality.objects.get(insee="46127")
    make_offer(cast.now, employer=cast.hospital, municipalities=[gourdon])
    nothing = Criteria(
        text="infirmier",
        places=find("Cahors").places,
        radius_km=10,
        contracts=("cdi",),
        supports=("logement",),
    )
    assert search_offers(nothing, now=cast.now).total == 0
    assert ways_out(nothing, cast.now) == []

    near = replace(nothing, supports=())
    outs = {(out.parameter, out.values): out for out in ways_out(near, cast.now)}
    assert outs[("rayon", ("lot",))].total == 1
    for out in outs.values():
        assert search_offers(out.criteria, now=cast.now).total == out.total

    filtered = Criteria(text="infirmier", supports=("logement",))
    assert [(out.parameter, out.values, out.total) for out in ways_out(filtered, cast.now)] == [
        ("accompagnement", ("logement",), 1)
    ]


def test_a_search_costs_four_queries_for_one_offer_and_for_many(cast: Cast) -> None:
    make_offer(cast.now, employer=cast.hospital)
    counts = []
    for _round in range(2):
        search_offers(Criteria(text="infirmier"), now=cast.now)
        places = find("Figeac").places
        with CaptureQueriesContext(connection) as queries:
            around = Criteria(text="infirmier", contracts=("cdi",), places=places, radius_km=30)
            search_offers(around, now=cast.now)
        counts.append(len(queries))
        seed(cast.now, 60)
    assert counts == [4, 4]


def test_showing_the_rows_of_a_page_costs_no_more_query(cast: Cast) -> None:
    seed(cast.now, 40)
    results = search_offers(Criteria(), now=cast.now)
    with CaptureQueriesContext(connection) as queries:
        for offer in results.offers:
            assert offer.place_display
            assert offer.employer_display
            assert offer.contract_display
            assert str(offer.lifecycle.last_day)
            assert offer.family.label
    assert len(queries) == 0


def test_a_renamed_family_is_shown_at_once(cast: Cast) -> None:
    make_offer(cast.now, employer=cast.hospital)
    search_offers(Criteria(), now=cast.now)
    family = JobFamily.objects.get(code="J")
    family.name = "Soigner"
    family.save()

    facets = {facet.name: facet for facet in search_offers(Criteria(), now=cast.now).facets}
    assert [value.label for value in facets["domaine"].values] == ["Soigner"]


@pytest.mark.parametrize(
    "text", ["'", '"', "\x00", "%s", "%", "a" * 5_000, "(((", "* OR 1=1 --", "·e·s", "\ud83d"]
)
def test_any_text_is_searched_without_harm(cast: Cast, text: str) -> None:
    make_offer(cast.now, employer=cast.hospital)
    assert search_offers(Criteria(text=text), now=cast.now).total in (0, 1)


def test_every_filter_about_conditions_is_also_a_word_that_finds_the_offers(cast: Cast) -> None:
    seed(cast.now, 80)
    words = {
        "accompagnement": {"logement": "logement", "teletravail": "télétravail", "debutants": "débutant"},
        "temps": {"plein": "temps plein", "partiel": "mi-temps"},
        "contrat": {"cdi": "CDI", "saisonnier": "saisonnière"},
    }  # fmt: skip
    for name, values in words.items():
        for value, text in values.items():
            chosen: dict[str, Any] = {FACET_FIELDS[name]: (value,)}
            kept = everything(cast.now, **chosen)
            assert kept
            assert set(kept) <= set(everything(cast.now, text=text)), text


def test_a_conditions_word_finds_no_more_than_the_filter(cast: Cast) -> None:
    housed = make_offer(cast.now, employer=cast.hospital, housing=codes.Housing.PROVIDED)
    work_study = make_offer(
        cast.now, employer=cast.hospital, contract_type="FIXED_TERM", contract_nature="E2",
        contract_duration_months=12,
    )  # fmt: skip
    for text, found in {
        "logé nourri": [housed.pk],
        "nourri, logé": [housed.pk],
        "housing": [housed.pk],
        "alternance": [work_study.pk],
        "apprentie": [work_study.pk],
        "télétravail": [],
    }.items():
        assert ids(search_offers(Criteria(text=text), now=cast.now)) == found, text


@pytest.mark.parametrize("state", list(OfferState))
def test_its_reference_finds_a_visible_offer_alone(cast: Cast, state: OfferState) -> None:
    employer = cast.newcomer.employer if state == OfferState.WAITING_ACCOUNT else cast.hospital
    offer = make_offer(cast.now, employer=employer, state=state)
    other = make_offer(
        cast.now, employer=cast.hospital, missions=f"<p>{'Travail. ' * 30}{offer.pk} OML</p>"
    )
    expected = [offer.pk] if JobOffer.objects.visible(cast.now).filter(pk=offer.pk) else []

    for text in (f"OML-{offer.pk}", f"oml {offer.pk}", f"Oml{offer.pk}", f"oml-00{offer.pk}"):
        assert ids(search_offers(Criteria(text=text), now=cast.now)) == expected, text
    assert ids(search_offers(Criteria(text=str(offer.pk)), now=cast.now)) == [other.pk]


def test_accounts_are_not_counting(cast: Cast) -> None:
    accountant = make_offer(cast.now, employer=cast.hospital, title="Comptable (F/H)")
    make_offer(
        cast.now, employer=cast.hospital, missions=f"<p>{'Le Lot compte des communes. ' * 9}</p>"
    )

    for text in ("comptable", "comptables", "compta"):
        assert ids(search_offers(Criteria(text=text), now=cast.now)) == [accountant.pk], text


def test_words_are_sorted_by_relevance_or_by_date(cast: Cast) -> None:
    body = make_offer(
        cast.now, employer=cast.hospital, title="Aide-soignant (F/H)",
        missions="<p>" + "Vous secondez l’infirmière du service. " * 8 + "</p>",
    )  # fmt: skip
    title = make_offer(cast.now - dt.timedelta(days=3), employer=cast.hospital, title="Infirmier")

    for sort, found in {
        "": [title.pk, body.pk],
        "pertinence": [title.pk, body.pk],
        "date": [body.pk, title.pk],
        "distance": [title.pk, body.pk],
    }.items():
        results = search_offers(Criteria(text="infirmier", sort=sort), now=cast.now)
        assert ids(results) == found, sort


def test_fields_of_work_are_in_alphabetical_order_without_accents(cast: Cast) -> None:
    for code, name in zip("ABCD", ("Zinguerie", "Économie", "Équipement", "Atelier"), strict=True):
        family = JobFamily.objects.get(code=code)
        family.name = name
        family.save()
        make_offer(cast.now, employer=cast.hospital, family=family)

    facets = {facet.name: facet for facet in search_offers(Criteria(), now=cast.now).facets}
    assert [value.label for value in facets["domaine"].values] == [
        "Atelier", "Économie", "Équipement", "Zinguerie",
    ]  # fmt: skip


def test_the_index_is_written_in_french_whoever_saves(cast: Cast) -> None:
    with override("en"):
        offer = make_offer(cast.now, employer=cast.hospital, contract_type="PERMANENT")

    assert ids(search_offers(Criteria(text="CDI"), now=cast.now)) == [offer.pk]


def test_several_short_lists_are_those_of_the_search_in_three_queries(now: dt.datetime) -> None:
    seed(now, 60)
    asked = [
        Criteria(page_size=4),
        Criteria(text="infirmière", page_size=3),
        Criteria(contracts=("cdi",), page_size=2),
        Criteria(text="introuvable", page_size=2),
    ]
    search_newest(asked, stamps=numbers(), now=now)
    stamps = numbers()

    with CaptureQueriesContext(connection) as captured:
        lists = search_newest(asked, stamps=stamps, now=now)

    assert len(captured) == 3
    for one, listed in zip(asked, lists, strict=True):
        alone = search_offers(replace(one, sort="date", is_exact=True), now=now)
        assert (listed.total, ids_of(listed.offers)) == (alone.total, ids_of(alone.offers))
    assert lists[0].total > 4
    assert lists[3].total == 0
    assert search_newest([], stamps=stamps, now=now) == []


def ids_of(offers: list[Any]) -> list[int]:
    """Return the numbers of offers, in order."""
    return [offer.pk for offer in offers]
