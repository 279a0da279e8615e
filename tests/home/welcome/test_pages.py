"""The page about settling, the pages of the territories, and what offers show of them."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.bootstrap import ensure_editorial_site
from home.models import HomePage, StandardPage
from home.page_types import change_type
from home.welcome.models import TerritoryPage, WelcomeIndexPage
from territory.models import Municipality, ResourceCard, Territory
from tests.cast import Cast
from tests.factories import make_image, make_offer, make_referent

pytestmark = pytest.mark.django_db
FIGEAC = "/s-installer/grand-figeac/"


@pytest.fixture
def figeac() -> Territory:
    """Return the territory of Figeac."""
    return Territory.objects.get(slug="grand-figeac")


def add_cards(territory: Territory, number: int) -> None:
    """Make some cards."""
    for rank in range(number):
        ResourceCard.objects.create(
            territory=territory, theme=["SCHOOLS", "HEALTH"][rank % 2], title=f"Fiche {rank}",
            text="Deux phrases.", url="https://www.exemple.fr/", phone="05 65 00 00 02",
            checked_on=dt.date(2026, 3, 4),
        )  # fmt: skip


def test_a_new_site_has_a_page_for_each_territory_in_both_languages(client: Client) -> None:
    index = WelcomeIndexPage.objects.get(locale__language_code="fr")
    pages = TerritoryPage.objects.child_of(index).live()
    assert set(pages.values_list("territory__slug", flat=True)) == set(
        Territory.objects.values_list("slug", flat=True)
    )
    shown = client.get("/s-installer/").content.decode()
    for page in pages:
        assert f'href="/s-installer/{page.slug}/"' in shown
        assert client.get(f"/en/s-installer/{page.slug}/").status_code == 200
    english = client.get("/en/s-installer/").content.decode()
    assert "Living in Grand-Figeac" in english
    assert "Vivre" not in english.split("<main")[1].split("</main")[0]


def test_a_territory_added_later_gets_its_page_at_the_next_bootstrap(figeac: Territory) -> None:
    new = Territory.objects.create(name="Ségala", slug="segala", short_name="Ségala")
    Municipality.objects.filter(name="Latronquière").update(territory=new)
    from territory import gazetteer

    Territory.objects.get(pk=new.pk).save()
    assert gazetteer.current()
    ensure_editorial_site(base_url="http://testserver")
    page = TerritoryPage.objects.get(territory=new, locale__language_code="fr")
    assert page.slug == "segala"


def test_an_older_site_keeps_its_page_and_gains_those_of_the_territories() -> None:
    home = HomePage.objects.get(locale__language_code="fr")
    for page in WelcomeIndexPage.objects.all():
        page.get_descendants().delete()
    index = WelcomeIndexPage.objects.get(locale__language_code="fr")
    plain = change_type(index, StandardPage)
    plain.summary = "Nos mots."
    plain.save_revision().publish()

    ensure_editorial_site(base_url="http://testserver")

    again = WelcomeIndexPage.objects.child_of(home).get()
    assert (again.pk, again.summary) == (index.pk, "Nos mots.")
    assert TerritoryPage.objects.child_of(again).count() == Territory.objects.count()


def test_a_page_shows_its_cards_with_the_day_of_their_check(
    client: Client, figeac: Territory
) -> None:
    add_cards(figeac, 2)
    page = client.get(FIGEAC).content.decode()
    assert '<time datetime="2026-03-04">4\u00a0mars 2026</time>' in page or "4 mars 2026" in page
    assert "exemple.fr</a>" in page
    assert 'href="tel:+33565000002"' in page or 'href="tel:0565000002"' in page


def test_a_page_names_its_referent_and_the_others_of_the_team(
    client: Client, figeac: Territory
) -> None:
    make_referent("Camille", figeac, order=1)
    make_referent("Sacha", figeac, order=2)
    answer = client.get(FIGEAC).context["answer"]
    assert answer.welcome.referent.name == "Camille"
    assert [member.referent.name for member in answer.others] == ["Sacha"]


def test_a_page_counts_its_offers_and_leads_to_them(
    client: Client, figeac: Territory, now: dt.datetime
) -> None:
    for _number in range(2):
        make_offer(now)  # in Figeac
    response = client.get(FIGEAC)
    offers = response.context["offers"]
    assert (offers.total, len(offers.offers)) == (2, 2)
    assert offers.address == "/offres/?territoire=grand-figeac"
    assert 'href="/offres/?territoire=grand-figeac"' in response.content.decode()
    assert client.get("/s-installer/grand-cahors/").context["offers"].total == 0


def test_one_and_twelve_of_everything_cost_the_same(
    client: Client, figeac: Territory, now: dt.datetime
) -> None:
    page = TerritoryPage.objects.get(territory=figeac, locale__language_code="fr")
    page.photo = make_image("Figeac")
    page.save_revision().publish()
    for address in (FIGEAC, f"/en{FIGEAC}", "/s-installer/", "/en/s-installer/"):
        make_offer(now)
        add_cards(figeac, 1)
        make_referent("Camille", figeac, photo=make_image())
        client.get(address)
        counts = []
        for _turn in range(2):
            with CaptureQueriesContext(connection) as seen:
                response = client.get(address)
            counts.append(len(seen))
            assert not response.cookies
            add_cards(figeac, 11)
            for number in range(4):
                make_referent(f"Autre {number}", figeac, photo=make_image())
            make_offer(now)
        assert counts[0] == counts[1] <= 10, address


def test_the_address_is_that_of_the_territory(figeac: Territory) -> None:
    page = TerritoryPage.objects.get(territory=figeac, locale__language_code="fr")
    page.slug = "ailleurs"
    page.full_clean()
    assert page.slug == "grand-figeac"
    taken = Territory.objects.create(name="Demande", slug="demande", short_name="D")
    index = WelcomeIndexPage.objects.get(locale__language_code="fr")
    new = TerritoryPage(title="Une page", territory=taken)
    new.set_url_path(index)
    with pytest.raises(ValidationError):
        new.full_clean()


# --- the pages of offers


def test_an_offer_shows_the_referent_of_its_commune_and_the_page_of_its_territory(
    client: Client, figeac: Territory, now: dt.datetime
) -> None:
    make_referent("Camille de Figeac", figeac)
    add_cards(figeac, 1)
    page = client.get(make_offer(now).get_absolute_url()).content.decode()
    assert "Camille de Figeac" in page
    assert 'href="/s-installer/grand-figeac/"' in page
    assert "Fiche 0" in page
    assert "à Figeac" in page


def test_an_offer_leads_to_its_territory_even_where_nobody_has_written_a_card(
    client: Client, figeac: Territory, now: dt.datetime
) -> None:
    offer = make_offer(now)
    page = client.get(offer.get_absolute_url()).content.decode()
    assert 'href="/s-installer/grand-figeac/"' in page
    assert (
        'href="/en/s-installer/grand-figeac/"'
        in client.get(f"/en{offer.get_absolute_url()}").content.decode()
    )
    TerritoryPage.objects.get(territory=figeac, locale__language_code="fr").unpublish()
    assert "grand-figeac" not in client.get(offer.get_absolute_url()).content.decode()


def test_an_offer_costs_the_same_whatever_the_team_and_the_cards(
    client: Client, figeac: Territory, now: dt.datetime
) -> None:
    offer = make_offer(now)
    for employer in (offer.employer, None, None):  # of the same employer, and like this one
        make_offer(now, employer=employer)
    address = offer.get_absolute_url()
    make_referent("Camille", figeac, photo=make_image())
    add_cards(figeac, 1)
    client.get(address)
    counts = []
    for _turn in range(2):
        with CaptureQueriesContext(connection) as seen:
            client.get(address)
        counts.append(len(seen))
        add_cards(figeac, 8)
        make_referent("Autre", figeac)
    assert counts[0] == counts[1] <= 10


def test_an_offer_says_when_each_card_was_checked_and_leads_to_its_text(
    client: Client, figeac: Territory, now: dt.datetime
) -> None:
    add_cards(figeac, 2)
    address = make_offer(now).get_absolute_url()
    today = timezone.localdate()
    for days, words in ((30, "Checked on"), (400, "To be checked: last read on")):
        day = today - dt.timedelta(days=days)
        ResourceCard.objects.update(checked_on=day)
        shown = client.get(f"/en{address}").content.decode().split('class="living-here"')[1]
        shown = shown.split("</section>")[0]
        assert shown.count(words) == shown.count(f'<time datetime="{day}">') == 2
        for card in ResourceCard.objects.all():
            assert f'href="/en{FIGEAC}#fiche-{card.pk}"' in shown
            assert f'id="fiche-{card.pk}"' in client.get(f"/en{FIGEAC}").content.decode()


def test_where_the_territory_has_no_page_an_offer_names_its_cards_without_a_link(
    client: Client, figeac: Territory, now: dt.datetime
) -> None:
    add_cards(figeac, 1)
    TerritoryPage.objects.get(territory=figeac, locale__language_code="fr").unpublish()
    page = client.get(make_offer(now).get_absolute_url()).content.decode()
    assert "Fiche 0" in page
    assert "#fiche-" not in page


def test_the_card_of_the_referent_on_an_offer_leads_to_the_request_with_the_place(
    client: Client, figeac: Territory, now: dt.datetime
) -> None:
    make_referent("Camille de Figeac", figeac)
    address = make_offer(now).get_absolute_url()
    for prefix in ("", "/en"):
        page = client.get(prefix + address).content.decode()
        link = f"{prefix}/s-installer/demande/?{urlencode({'ou': 'Figeac (46100)'})}"
        assert f'href="{link}"' in page
        assert ("place", "Figeac (46100)") in client.get(link).context["turn"].carried


def test_a_fully_remote_offer_and_a_preview_name_no_referent(
    cast: Cast, figeac: Territory, now: dt.datetime
) -> None:
    from jobs.board.presentation import offer_page_context

    make_referent("Camille de Figeac", figeac)
    offer = make_offer(now)
    assert offer_page_context(offer, now=now)["living"] is not None
    assert offer_page_context(offer, now=now, is_preview=True)["living"] is None
    offer.is_fully_remote = True
    assert offer_page_context(offer, now=now)["living"] is None


def test_a_card_that_nobody_checked_for_long_says_so(client: Client, figeac: Territory) -> None:
    add_cards(figeac, 1)
    for days, stale in ((30, False), (400, True)):
        ResourceCard.objects.update(checked_on=timezone.localdate() - dt.timedelta(days=days))
        page = client.get(f"/en{FIGEAC}").content.decode()
        assert ("To be checked" in page, "Checked on" in page) == (stale, not stale)
