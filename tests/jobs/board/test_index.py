"""The job board as its readers find it."""

from __future__ import annotations

import datetime as dt
import html
import re
from urllib.parse import parse_qsl, urlsplit

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext, override

from jobs.board.models import JobIndexPage
from jobs.offers import codes
from jobs.offers.models import JobFamily
from jobs.offers.states import OfferState
from search.analysis import fold
from territory.models import Municipality
from tests.factories import make_employer, make_offer

pytestmark = pytest.mark.django_db


def commune(insee):
    return [Municipality.objects.get(insee=insee)]


def read(client, query="", path="/offres/"):
    response = client.get(f"{path}{query}")
    assert response.status_code == 200
    return response


def shown(response):
    return [offer.pk for offer in response.context["results"].offers]


def page_of(response):
    return html.unescape(response.content.decode())


def options_of(response, name):
    (group,) = [group for group in response.context["groups"] if group.name == name]
    return {option.value: option.count for option in [*group.options, *group.more]}


def test_the_board_lists_what_is_online_the_newest_first(client, now):
    older = make_offer(now - dt.timedelta(days=2))
    newer = make_offer(now)
    for state in (
        OfferState.DRAFT,
        OfferState.PENDING,
        OfferState.EXPIRED,
        OfferState.FILLED,
        OfferState.SUSPENDED,
    ):
        make_offer(now, state=state)
    assert shown(read(client)) == [newer.pk, older.pk]


@pytest.mark.parametrize("query", ["", "?q=soins", "?ou=Gramta", "?contrat=cdi&temps=plein"])
def test_reading_sets_no_cookie_and_writes_nothing(client, now, query):
    make_offer(now)
    with CaptureQueriesContext(connection) as queries:
        response = read(client, query)
    assert dict(response.cookies) == {}
    assert [q for q in queries if q["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}] == []


def test_the_board_asks_as_many_questions_for_one_offer_as_for_thirty(client, now):
    make_offer(now)
    read(client)
    with CaptureQueriesContext(connection) as few:
        read(client)
        number = len(few)
    employer = make_employer(now)
    for _turn in range(29):
        make_offer(now, employer=employer, municipalities=[*commune("46102"), *commune("46042")])
    with CaptureQueriesContext(connection) as many:
        assert len(shown(read(client))) == 20
        assert len(many) == number
    assert number <= 10


def test_each_count_is_the_number_of_offers_after_the_click(client, now):
    industry = JobFamily.objects.exclude(code="J").order_by("order").first()
    make_offer(now)
    make_offer(now, housing=codes.Housing.PROVIDED, working_time="PART")
    make_offer(
        now,
        family=industry,
        contract_type="FIXED_TERM",
        contract_duration_months=8,
        partner_help=True,
    )
    make_offer(now, municipalities=commune("46042"), employer=make_employer(now, kind="HOSPITAL"))
    for start in ("", "?contrat=cdi"):
        response = read(client, start)
        for group in response.context["groups"]:
            for option in [*group.options, *group.more]:
                if option.checked:
                    continue
                clicked = read(client, f"{start or '?'}&{group.name}={option.value}")
                others = [
                    o
                    for g in clicked.context["groups"]
                    if g.name == group.name
                    for o in g.options
                    if o.checked
                ]
                assert option.count <= clicked.context["results"].total
                if len(others) == 1:
                    assert clicked.context["results"].total == option.count


def test_a_filter_in_use_is_a_chip_whose_link_removes_it_alone(client, now):
    make_offer(now)
    response = read(client, "?q=infirmier&contrat=cdi&temps=plein&tri=limite")
    chips = dict(response.context["chips"])
    assert len(chips) == 2
    left = [dict(parse_qsl(urlsplit(url).query)) for url in chips.values()]
    assert {"q": "infirmier", "temps": "plein", "tri": "limite"} in left
    assert {"q": "infirmier", "contrat": "cdi", "tri": "limite"} in left


def test_the_three_forms_keep_each_others_parameters(client, now):
    make_offer(now)
    make_offer(now)
    page = page_of(read(client, "?q=infirmier&ou=Figeac&rayon=50&contrat=cdi&tri=limite"))
    forms = re.findall(r"<form.*?</form>", page, re.DOTALL)
    sent = []
    for form in forms:
        names = set(re.findall(r'name="(q|ou|rayon|contrat|tri)"', form))
        if "q" in names and "recherche" not in form.split(">")[0]:
            sent.append(names)
    assert sent.count({"q", "ou", "rayon", "contrat", "tri"}) == 3


def test_pages_are_real_and_their_titles_say_which_one(client, now):
    employer = make_employer(now)
    for _turn in range(23):
        make_offer(now, employer=employer)
    first, second = read(client, "?ou=Figeac"), read(client, "?ou=Figeac&page=2")
    assert (len(shown(first)), len(shown(second))) == (20, 3)
    assert not set(shown(first)) & set(shown(second))
    assert (
        gettext(" – page %(page)s of %(count)s") % {"page": "2", "count": "2"}
        in page_of(second).split("</title>")[0]
    )
    assert shown(read(client, "?ou=Figeac&page=99")) == shown(second)
    assert 'href="?ou=Figeac&page=2#resultats"' in page_of(first)


def test_the_canonical_address_ignores_the_order_and_keeps_the_page(client, now):
    employer = make_employer(now)
    for _turn in range(21):
        make_offer(now, employer=employer)
    page = page_of(read(client, "?tri=limite&contrat=cdi&page=2&utm_source=x"))
    assert '<link rel="canonical" href="http://testserver/offres/?contrat=cdi&page=2">' in page


@pytest.mark.parametrize(
    ("query", "robots"),
    [("", ""), ("?contrat=cdi", ""), ("?contrat=cdi&temps=plein", "noindex,follow")],
)
def test_combinations_of_filters_are_not_indexed(client, now, query, robots):
    make_offer(now)
    page = page_of(read(client, query))
    assert ('<meta name="robots" content="noindex,follow">' in page) == bool(robots)


def test_blank_parameters_are_dropped_from_the_address(client):
    response = client.get("/offres/?q=soins&ou=&rayon=30")
    assert (response.status_code, response.headers["Location"]) == (302, "/offres/?q=soins")
    response = client.get("/offres/?q=&ou=")
    assert (response.status_code, response.headers["Location"]) == (302, "/offres/")


def test_a_misspelt_place_is_said_and_the_search_runs_without_it(client, now):
    make_offer(now)
    response = read(client, "?ou=Gramta&q=infirmier")
    assert response.context["results"].total == 1
    page = page_of(response)
    assert gettext("We cannot find “%(place)s” in the Lot.") % {"place": "Gramta"} in page.replace("\u00a0", " ") \
        or "Gramta" in response.context["notices"][0].title  # fmt: skip
    assert '<a href="/offres/?q=infirmier&ou=Gramat">Gramat</a>' in page
    # It is the first thing said: in the title of the page and where the focus goes.
    plain = page.replace("\u00a0", " ")
    said = (gettext("We cannot find “%(place)s” in the Lot.") % {"place": "Gramta"}).replace(
        "\u00a0", " "
    )
    assert plain.split("<title>")[1].strip().startswith(said)
    assert said in plain.split('id="resultats"')[1].split("</h2>")[0]


def test_the_other_language_answers_the_same_question(client, now):
    make_offer(now)
    page = page_of(read(client, "?q=infirmier&ou=Figeac"))
    assert 'href="/en/offres/?q=infirmier&ou=Figeac" lang="en"' in page


def test_a_name_that_several_communes_bear_gives_a_list_of_links(client, now):
    make_offer(now)
    response = read(client, "?ou=Loupiac")
    (notice,) = response.context["notices"]
    assert notice.html.count("<a href=") >= 2
    for link in re.findall(r'href="([^"]+)"', notice.html):
        assert read(client, path=html.unescape(link)).context["asked"].criteria.places


def test_only_what_is_near_the_place_is_listed_with_its_distance(client, now):
    figeac = make_offer(now, municipalities=commune("46102"))
    make_offer(now, municipalities=commune("46042"))
    response = read(client, "?ou=Figeac&rayon=10")
    assert shown(response) == [figeac.pk]
    assert response.context["results"].offers[0].distance_km == 0
    assert len(shown(read(client, "?ou=Figeac&rayon=50"))) == 2


def test_values_that_mean_nothing_are_said_once_and_the_list_is_shown(client, now):
    offer = make_offer(now)
    response = read(client, "?domaine=famille-disparue&contrat=<script>alert(1)</script>")
    assert shown(response) == [offer.pk]
    assert "famille-disparue" in response.context["notices"][0].html
    assert b"<script>alert(1)" not in response.content


def test_an_empty_answer_says_where_to_go(client, now):
    make_offer(now, municipalities=commune("46042"))
    response = read(client, "?q=infirmier&ou=Figeac&rayon=10&contrat=cdi")
    assert response.context["results"].total == 0
    exits = dict(response.context["exits"])
    assert exits
    for url in exits.values():
        assert read(client, path=url).context["results"].total == 1
    assert 'content="noindex,follow"' in page_of(response)


def test_a_board_without_any_offer_says_so(client):
    assert gettext("No offer is online today.") in page_of(read(client))


def test_expired_offers_leave_at_midnight_without_any_task(client, now):
    offer = make_offer(now)
    end = dt.datetime.combine(offer.lifecycle.last_day, dt.time(23, 59, 59), tzinfo=now.tzinfo)
    with time_machine.travel(end, tick=False):
        assert shown(read(client)) == [offer.pk]
    with time_machine.travel(end + dt.timedelta(seconds=1), tick=False):
        assert shown(read(client)) == []


def test_an_anonymous_employer_is_not_named_in_the_list(client, now):
    make_offer(now, employer=make_employer(now, name="Manufacture Cachottière"), is_anonymous=True)
    for query in ("", "?q=cachottiere", "?q=manufacture"):
        assert "achotti" not in page_of(read(client, query)).replace("q=cachotti", "").replace('"cachottiere"', "") \
            or query == "?q=cachottiere"  # fmt: skip
    assert read(client, "?q=manufacture").context["results"].total == 0


def test_in_english_the_page_is_english_and_the_offers_stay_french(client, now):
    make_offer(now)
    page = page_of(read(client, path="/en/offres/"))
    assert '<html lang="en">' in page
    assert "Apply the filters" in page
    assert '<article class="job-row">' in page
    assert re.search(r'href="/en/offres/infirmiere-ou-infirmier-\d+/" lang="fr">Infirmière', page)


def test_everything_the_page_needs_comes_from_the_site_and_nothing_is_inline(client, now):
    make_offer(now)
    page = read(client).content.decode()
    assert " style=" not in page
    assert "<style" not in page
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", page) == []
    assert re.findall(r'(?:src|href)="(?:https?:)?//(?!testserver)[^"]*"', page) == []


def test_the_page_links_its_feed_and_its_results(client, now):
    make_offer(now)
    page = page_of(read(client, "?q=infirmier&tri=limite"))
    assert 'type="application/atom+xml"' in page
    assert 'href="/offres/flux/?q=infirmier"' in page
    assert 'href="#resultats"' in page
    assert 'id="resultats"' in page
    assert 'role="status"' in page


def test_more_than_eight_values_are_folded_but_never_a_chosen_one(client, now):
    families = list(JobFamily.objects.order_by("order"))
    employer = make_employer(now)
    for family in families:
        make_offer(now, employer=employer, family=family)
    last = max(families, key=lambda family: fold(family.name))
    (group,) = [
        g for g in read(client, f"?domaine={last.slug}").context["groups"] if g.name == "domaine"
    ]
    assert [option.value for option in group.options if option.checked] == [last.slug]
    assert (len(group.options), len(group.more)) == (9, len(families) - 9)
    (group,) = [g for g in read(client).context["groups"] if g.name == "domaine"]
    assert (len(group.options), len(group.more)) == (8, len(families) - 8)


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)("/offres/").status_code == 405


def test_the_address_of_the_board_cannot_be_changed(db):
    with override("fr"):
        page = JobIndexPage.objects.filter(locale__language_code="fr").get()
    assert page.slug == "offres"
    page.slug = "emplois"
    page.save()
    page.refresh_from_db()
    assert page.slug == "offres"


def test_an_editor_previews_the_board_with_todays_offers(rf, client, now):
    offer = make_offer(now)
    page = JobIndexPage.objects.filter(locale__language_code="fr").get()
    response = page.make_preview_request()
    assert response.status_code == 200
    assert offer.title in response.content.decode()


def test_the_introduction_is_shown_under_the_list(client):
    JobIndexPage.objects.filter(locale__language_code="fr").update(
        intro="<p>Bienvenue dans le Lot</p>"
    )
    assert "Bienvenue dans le Lot" in page_of(read(client))


def sorts_of(response):
    return [str(value) for value, _label in response.context["sorts"]], response.context[
        "asked"
    ].sort


@pytest.mark.parametrize(
    ("query", "sorts", "used"),
    [
        ("", ["date", "limite"], "date"),
        ("?tri=pertinence", ["date", "limite"], "date"),
        ("?q=infirmier", ["pertinence", "date", "limite"], "pertinence"),
        ("?q=infirmier&tri=date", ["pertinence", "date", "limite"], "date"),
        ("?q=infirmier&tri=distance", ["pertinence", "date", "limite"], "pertinence"),
        ("?q=infirmier&ou=Figeac&tri=distance", ["pertinence", "date", "limite", "distance"], "distance"),
    ],
)  # fmt: skip
def test_the_order_shown_is_the_order_used(client, now, query, sorts, used):
    make_offer(now)
    make_offer(now)
    response = read(client, query)
    assert sorts_of(response) == (sorts, used)
    assert f'<option value="{used}" selected>' in page_of(response)


def test_the_default_order_is_not_written_in_addresses(client, now):
    make_offer(now)
    asked = [
        read(client, f"?{query}").context["asked"].address()
        for query in ("q=soins&tri=pertinence", "q=soins&tri=date", "tri=date", "tri=pertinence")
    ]
    assert asked == ["?q=soins", "?q=soins&tri=date", "", ""]


def test_a_radius_of_the_address_is_kept_and_shown(client, now):
    figeac = make_offer(now, municipalities=commune("46102"))
    make_offer(now, municipalities=commune("46042"))
    response = read(client, "?ou=Figeac&rayon=45")
    assert shown(response) == [figeac.pk]
    assert [value for value, _label in response.context["radii"]] == ["10", "30", "45", "50", "lot"]
    assert '<option value="45" selected>45\u00a0km</option>' in page_of(response)
    assert len(shown(read(client, "?ou=Figeac&rayon=100"))) == 2


@pytest.mark.parametrize("radius", ["00", "101", "-5", "030", "3.5", "٣", "abc"])
def test_a_radius_that_means_nothing_is_said(client, now, radius):
    make_offer(now)
    response = read(client, f"?ou=Figeac&rayon={radius}")
    assert response.context["asked"].radius == "30"
    assert radius in response.context["notices"][0].html


def test_without_any_value_to_choose_there_is_no_filter_to_open(client, now):
    assert 'class="filters"' not in page_of(read(client, "?q=zzzz"))
    assert 'class="filters"' in page_of(read(client, "?q=zzzz&contrat=cdi"))
    make_offer(now)
    assert 'class="filters"' in page_of(read(client))


@pytest.mark.parametrize(
    ("path", "words"),
    [("/offres/", "infirmier"), ("/en/offres/", '<span lang="fr">infirmier</span>')],
)
def test_an_english_word_finds_french_offers_and_says_so(client, now, path, words):
    offer = make_offer(now)
    response = read(client, "?q=nurse", path=path)
    assert shown(response) == [offer.pk]
    assert words in str(response.context["hint"])
    assert str(response.context["hint"]).replace("'", "’") in page_of(response)
    assert read(client, "?q=infirmier", path=path).context["hint"] == ""


def test_a_wider_search_starts_from_the_radius_of_the_address(client, now):
    make_offer(now, municipalities=commune("46042"))
    response = read(client, "?ou=Figeac&rayon=20&q=infirmier")
    assert [url for _label, url in response.context["exits"]][
        0
    ] == "/offres/?q=infirmier&ou=Figeac&rayon=lot"


@pytest.mark.parametrize(
    ("path", "query", "heading"),
    [
        ("/offres/", "?ou=Figeac&rayon=0", "1 offre à Figeac"),
        ("/en/offres/", "?ou=Figeac&rayon=0", "1 offer in Figeac"),
        ("/offres/", "?ou=Figeac", "2 offres autour de Figeac"),
        ("/offres/", "?territoire=grand-figeac", "2 offres sur le territoire Grand-Figeac"),
        ("/en/offres/", "?territoire=grand-figeac", "2 offers in the area Grand-Figeac"),
        ("/offres/", "?territoire=grand-figeac&territoire=cauvaldor", "2 offres dans le Lot"),
    ],
)
def test_the_heading_says_where_one_looked(client, now, path, query, heading):
    make_offer(now, municipalities=commune("46102"))
    make_offer(now, municipalities=commune("46055"))
    response = read(client, query, path=path)
    assert response.context["heading"].replace("\u00a0", " ") == heading
    assert response.context["document_title"].replace("\u00a0", " ").startswith(heading[:2])
