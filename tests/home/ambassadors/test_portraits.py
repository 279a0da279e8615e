"""Portraits: the list with its filters, the page with its rights, what keeps it offline."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from home.ambassadors.models import AmbassadorIndexPage, PortraitPage
from home.ambassadors.services import link_portrait, withdraw_publication
from home.events.models import EventIndexPage, EventPage
from home.models import HomePage
from search.sources import all_sources
from territory.models import Territory
from tests.cast import Cast
from tests.factories import make_image, translate_whole
from tests.home.ambassadors.people import make_member, make_pictured, make_portrait
from ui.blocks.raw import block

pytestmark = pytest.mark.django_db
INDEX = "/ambassadeurs/"
MOST_QUERIES = 10


def titles(client: Client, query: str = "", index: str = INDEX) -> list[str]:
    """Return the names of the list, in order."""
    response = client.get(f"{index}{query}")
    assert response.status_code == 200
    return [portrait.title for portrait in response.context["page_obj"].object_list]


def test_portraits_are_listed_newest_first_with_their_place_and_one_line(client: Client) -> None:
    make_portrait("Ancienne")
    make_portrait("Récent", place="Montréal", summary="Il envoie des cartes.")

    assert titles(client) == ["Récent", "Ancienne"]
    assert "Montréal – Il envoie des cartes." in client.get(INDEX).content.decode()


def test_the_list_has_pages_of_twelve_that_never_overlap(client: Client) -> None:
    for number in range(14):
        make_portrait(f"Portrait {number}")

    first, second = titles(client), titles(client, "?page=2")

    assert (len(first), len(second)) == (12, 2)
    assert not set(first) & set(second)
    page = client.get(f"{INDEX}?page=2").content.decode()
    assert 'aria-current="page"' in page
    assert "page 2 sur 2" in page.replace("\u00a0", " ")
    assert f'<link rel="canonical" href="{settings.BASE_URL}/ambassadeurs/?page=2">' in page


def test_the_list_is_narrowed_by_theme_and_by_territory(client: Client) -> None:
    figeac, bouriane = Territory.objects.order_by("pk")[:2]
    make_portrait("Soin à Figeac", theme="soin", territory=figeac)
    make_portrait("Terre et soin", theme="terre", second_theme="soin", territory=bouriane)
    make_portrait("Culture", theme="culture", territory=bouriane)

    assert titles(client, "?theme=soin") == ["Terre et soin", "Soin à Figeac"]
    assert titles(client, f"?territoire={bouriane.slug}") == ["Culture", "Terre et soin"]
    assert titles(client, f"?theme=soin&territoire={figeac.slug}") == ["Soin à Figeac"]
    assert titles(client, f"?theme=culture&territoire={figeac.slug}") == []
    page = client.get(f"{INDEX}?theme=culture&territoire={figeac.slug}").content.decode()
    assert "Aucun portrait" in page


@pytest.mark.parametrize(
    "query",
    ["?theme=inconnu", "?theme=%00", "?territoire=%27--", "?territoire=inconnu", "?page=-1", "?page=%C2%B2",
     "?page=99999999999999", "?theme=" + "x" * 5000],
)  # fmt: skip
def test_what_means_nothing_is_left_out(client: Client, query: str) -> None:
    make_portrait("Le seul")

    assert titles(client, query) == ["Le seul"]


def test_what_is_not_public_is_not_listed(client: Client) -> None:
    make_portrait("Brouillon", live=False)
    private = make_portrait("Privée")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    make_portrait("En ligne")

    assert titles(client) == ["En ligne"]


def count(client: Client, address: str) -> int:
    """Return how many queries an address costs, once what is read once has been read."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_one_portrait_and_twelve_cost_the_same(client: Client) -> None:
    photos = [make_image(rights="Accord écrit") for _number in range(2)]
    day = dt.date(2026, 1, 1)
    first = make_portrait("Un", photo=photos[0], photo_agreed_on=day)
    one, page = count(client, INDEX), count(client, first.address)
    territories = list(Territory.objects.order_by("pk")[:2])
    for number in range(11):
        make_portrait(
            f"P{number}",
            territory=territories[number % 2],
            photo=photos[number % 2],
            photo_agreed_on=day,
        )

    assert (count(client, INDEX), count(client, first.address)) == (one, page)
    assert max(one, page) <= MOST_QUERIES


def test_a_portrait_shows_its_quote_its_place_and_the_credit_of_its_photo(
    client: Client, cast: Cast, now: dt.datetime
) -> None:
    photo = make_image(credit="Photo Essai – Département du Lot", rights="Accord écrit")
    _person, portrait = make_pictured(
        now,
        cast.moderator,
        photo=photo,
        photo_agreed_on=dt.date(2026, 1, 1),
        body=[{"type": "prose", "value": "<p>Son histoire.</p>"}],
    )

    page = client.get(portrait.address).content.decode().replace("\u00a0", " ")

    for words in ("« Ici, on se dit bonjour. »", "Figeac", "Photo Essai", "Son histoire."):
        assert words in page.replace("&nbsp;", " ")
    assert "portrait fictif" not in page.lower()


def test_a_fictional_portrait_says_so(client: Client) -> None:
    portrait = make_portrait(is_fictional=True)

    assert "cette personne n’existe pas" in client.get(portrait.address).content.decode()
    assert "Portrait fictif" in client.get(INDEX).content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"summary": ""}, "summary"),
        ({"quote": ""}, "quote"),
        ({"slug": "devenir"}, "slug"),
        ({"slug": "espace"}, "slug"),
    ],
)
def test_an_incomplete_portrait_is_not_published(changes: dict[str, Any], field: str) -> None:
    portrait = make_portrait(live=False)
    for name, value in changes.items():
        setattr(portrait, name, value)

    with pytest.raises(ValidationError) as refused:
        portrait.full_clean()
    assert field in refused.value.message_dict


def test_a_photo_needs_its_credit_and_the_day_of_the_agreement(
    cast: Cast, now: dt.datetime
) -> None:
    photo = make_image(credit="")
    _person, portrait = make_pictured(now, cast.moderator)
    portrait.photo = photo
    with pytest.raises(ValidationError) as refused:
        portrait.full_clean()
    assert "photo" in refused.value.message_dict

    portrait.photo = make_image(rights="Accord écrit")
    with pytest.raises(ValidationError) as refused:
        portrait.full_clean()
    assert "photo_agreed_on" in refused.value.message_dict

    portrait.photo_agreed_on = dt.date(2026, 1, 1)
    portrait.full_clean()


def test_the_site_search_finds_portraits_in_their_group(client: Client) -> None:
    make_portrait("Mélusine Quercynoise")

    page = client.get("/recherche/?q=melusine").content.decode()

    assert "Mélusine Quercynoise" in page
    assert [one.slug for one in all_sources() if one.kind == "portrait"] == ["ambassadeurs"]
    assert "Ambassadeurs" in page


def test_a_portrait_offline_leaves_the_search(client: Client, now: dt.datetime, cast: Cast) -> None:
    portrait = make_portrait("Mélusine Quercynoise")
    person = make_member(now, cast.moderator)
    link_portrait(person=person, portrait=portrait, by=cast.moderator, now=now)
    person.refresh_from_db()
    withdraw_publication(person=person, now=now)

    assert portrait.address not in client.get("/recherche/?q=melusine").content.decode()


def make_meetup(title: str, start: dt.datetime, **fields: Any) -> EventPage:
    """Make a meeting of ambassadors of the French agenda."""
    index = EventIndexPage.objects.get(locale__language_code="fr")
    values = {
        "summary": "Un café entre ambassadeurs.",
        "place_name": "Salle d’essai",
        "starts_at": start,
        "ends_at": start + dt.timedelta(hours=2),
        "live": True,
    }
    page: EventPage = index.add_child(instance=EventPage(title=title, **values | fields))
    return page


def test_the_next_meetings_are_shown_and_nothing_else_of_the_agenda(client: Client) -> None:
    from home.events.states import EventKind

    soon = timezone.now() + dt.timedelta(days=5)
    kind = EventKind.AMBASSADOR_MEETUP.value
    other = next(each for each in EventKind if each != EventKind.AMBASSADOR_MEETUP).value
    make_meetup("Café de décembre", soon, kind=kind)
    make_meetup("Rencontre passée", soon - dt.timedelta(days=30), kind=kind)
    make_meetup("Salon de l’emploi", soon, kind=other)
    make_meetup("Café annulé", soon, kind=kind, is_cancelled=True)

    page = client.get(INDEX).content.decode()

    assert "Café de décembre" in page
    for words in ("Rencontre passée", "Salon de l’emploi", "Café annulé"):
        assert words not in page


def test_english_readers_have_the_index_and_the_translated_portraits(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    portrait = make_portrait("Camille Essai")
    english = Locale.objects.get(language_code="en")
    index = AmbassadorIndexPage.objects.get(locale=english)
    assert index.title == "Ambassadors"
    with django_capture_on_commit_callbacks(execute=True):
        translate_whole(portrait, english, {"Ici, on se dit bonjour.": "Here, people say hello."})

    page = client.get(f"/en{portrait.address}").content.decode()

    assert "“Here, people say hello.”" in page
    assert titles(client, index=f"/en{INDEX}") == ["Camille Essai"]
    assert "Become an ambassador" in client.get(f"/en{INDEX}").content.decode()


def test_an_untranslated_portrait_falls_back_in_french(client: Client) -> None:
    portrait = make_portrait("Camille Essai")
    portrait.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)

    page = client.get(f"/en{portrait.address}").content.decode()

    assert 'lang="fr"' in page
    assert "«" in page
    assert PortraitPage.objects.filter(alias_of=portrait).exists()


def test_the_home_page_quotes_a_person_only_while_their_portrait_is_online(client: Client) -> None:
    home = HomePage.objects.get(depth=2, locale__language_code="fr")
    portrait = make_portrait()
    quoted = {
        "title": "Ils ont choisi le Lot", "quote": "Des voisins m’ont prêté une remorque.",
        "author": "Camille", "role": "", "is_fictional": False, "image": None,
        "portrait": portrait.pk, "actions": [],
    }  # fmt: skip
    home.sections = [block("testimonial", quoted)]
    home.save_revision().publish()

    page = client.get("/").content.decode()
    assert "remorque" in page
    assert portrait.address in page

    portrait.unpublish()

    assert "remorque" not in client.get("/").content.decode()
