"""« Trouver mon référent »: every way of naming a place gets an answer, in plain GET."""

from __future__ import annotations

import html
import re

import pytest
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.welcome.presentation import request_path
from territory import places
from territory.models import Intercommunality, Municipality, Postcode, Territory
from tests.factories import make_image, make_referent

pytestmark = pytest.mark.django_db
ADDRESS = "/s-installer/referents/"


def territory(slug: str) -> Territory:
    """Return a territory by its slug."""
    return Territory.objects.get(slug=slug)


def answers(client: Client, **asked: str) -> list[str]:
    """Return the names of those who answer."""
    response = client.get(ADDRESS, asked)
    assert response.status_code == 200
    return [one.welcome.referent.name for one in response.context["answers"] if one.welcome]


@pytest.fixture(autouse=True)
def referents() -> None:
    """Make two referents and a team for the whole département."""
    make_referent("Camille de Figeac", territory("grand-figeac"))
    make_referent("Sacha de Gramat", territory("cauvaldor"))
    make_referent("Équipe du Lot", is_departmental=True)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Figeac", "Camille de Figeac"),
        ("figeac 46100", "Camille de Figeac"),
        ("Capdenac-Gare", "Camille de Figeac"),
        ("12700", "Camille de Figeac"),
        ("Gramat", "Sacha de Gramat"),
        ("Cazillac", "Sacha de Gramat"),
        ("46217", "Équipe du Lot"),
        ("Cahors", "Équipe du Lot"),
        ("Laramière", "Équipe du Lot"),
        ("Grand-Figeac", "Camille de Figeac"),
        ("Tout le Lot", "Équipe du Lot"),
    ],
)
def test_a_town_a_former_name_a_postcode_or_an_area_is_answered(
    client: Client, typed: str, name: str
) -> None:
    assert answers(client, ou=typed) == [name]
    assert name in client.get(ADDRESS, {"ou": typed}).content.decode()


def test_an_intercommunality_is_answered_by_the_territories_of_its_communes(client: Client) -> None:
    group = Intercommunality.objects.get(siren="200067361")
    assert answers(client, epci="200067361") == ["Camille de Figeac"]

    Municipality.objects.filter(name="Cajarc").update(territory=territory("cauvaldor"))
    Intercommunality.objects.get(pk=group.pk).save()
    from django.utils import timezone

    Municipality.objects.filter(name="Cajarc").update(updated_at=timezone.now())
    assert set(answers(client, epci="200067361")) == {"Camille de Figeac", "Sacha de Gramat"}


def test_homonyms_and_postcodes_of_several_territories_are_a_list_of_links(client: Client) -> None:
    codes = Postcode.objects.filter(municipality__is_current=True).values("code")
    several = codes.annotate(number=Count("municipality__territory", distinct=True))
    code = several.filter(number__gt=1).order_by("code").first()["code"]
    for typed in ("Loupiac", code):
        found = client.get(ADDRESS, {"ou": typed}).context["found"]
        assert len(found.choices) > 1
        assert not found.is_answered
        for choice in found.choices:
            assert len(client.get(choice.url).context["answers"]) == 1


def test_an_unknown_place_gets_suggestions_and_the_team_of_the_departement(client: Client) -> None:
    response = client.get(ADDRESS, {"ou": "Figeak"})
    assert [choice.label for choice in response.context["found"].suggestions][0] == "Figeac"
    assert answers(client, ou="Figeak") == ["Équipe du Lot"]
    assert answers(client, ou="Nantes") == ["Équipe du Lot"]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Figeac", "Votre référent : Figeac (46100)"),
        ("Saint-Martin", "« Saint-Martin » : quelle commune ?"),
        ("Fijac", "Nous ne connaissons pas « Fijac »"),
        ("", "Trouver mon référent"),
    ],
)
def test_the_title_promises_no_more_than_the_answer_holds(
    client: Client, typed: str, title: str
) -> None:
    page = client.get(ADDRESS, {"ou": typed}).content.decode().replace("\u00a0", " ")
    told = page.split("<title>")[1].split("</title>")[0].removesuffix(" – Oh My Lot !")
    heading = re.search(r'<h2 id="reponse">([^<]*)</h2>', page)
    assert told == (heading[1] if heading else title) == title


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"ou": ""},
        {"ou": "\x00"},
        {"ou": "é" * 500},
        {"epci": "\x00"},
        {"epci": "000"},
        {"ou": "<script>alert(1)</script>"},
        {"ou": ["x", "Figeac"], "epci": "200067361"},
        {"ou": "🙂" * 100},
        {"ou": "99999"},
        {"ou": "00000"},
        {"ou": "9" * 5000},
        {"epci": "🙂"},
        {"epci": ["000", "\x00"]},
    ],
)
def test_anything_typed_gets_a_page(client: Client, asked: dict[str, str]) -> None:
    response = client.get(ADDRESS, asked)
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_no_way_of_asking_costs_more_than_a_public_page_may(client: Client) -> None:
    for place in Territory.objects.all():
        make_referent(f"Portrait {place.short_name}", place, photo=make_image(place.name))
    for asked in (
        {}, {"ou": "Figeac"}, {"ou": "46100"}, {"ou": "12700"}, {"ou": "46217"}, {"ou": "Loupiac"},
        {"ou": "Nantes"}, {"ou": "Figeak"}, {"ou": "Tout le Lot"}, {"ou": "Grand-Figeac"},
        {"epci": "200067361"}, {"epci": "200066371"}, {"epci": "000"},
    ):  # fmt: skip
        for address in (ADDRESS, f"/en{ADDRESS}"):
            client.get(address, asked)
            with CaptureQueriesContext(connection) as seen:
                assert client.get(address, asked).status_code == 200
            assert (asked, len(seen) <= 10) == (asked, True)


def test_an_unknown_intercommunality_is_said_to_be_left_out(client: Client) -> None:
    assert client.get(ADDRESS, {"epci": "123456789"}).context["is_ignored"] is True
    assert client.get(ADDRESS, {"epci": "200067361"}).context["is_ignored"] is False


def test_without_any_referent_the_programme_answers(client: Client) -> None:
    from territory.models import WelcomeReferent
    from ui.models import SiteSettings

    WelcomeReferent.objects.all().delete()
    SiteSettings.objects.update(contact_name="Le programme", contact_phone="05 65 00 00 01")
    page = client.get(ADDRESS, {"ou": "Figeac"}).content.decode()
    assert len(re.findall(r"05.65.00.00.01", page)) > 1  # at the foot, and as the answer


def test_the_way_to_the_request_knows_the_place(client: Client) -> None:
    response = client.get(ADDRESS, {"ou": "Figeac"})
    link = response.context["request_url"]
    assert link == request_path("Figeac (46100)")
    assert ("place", "Figeac (46100)") in client.get(link).context["turn"].carried


def test_reading_writes_nothing_sets_no_cookie_and_costs_the_same_for_one_or_many(
    client: Client,
) -> None:
    client.get(ADDRESS, {"ou": "Figeac"})
    counts = []
    for _turn in range(2):
        with CaptureQueriesContext(connection) as seen:
            response = client.get(ADDRESS, {"ou": "Figeac"})
        assert not response.cookies
        verbs = {query["sql"].split()[0] for query in seen.captured_queries}
        assert not verbs & {"INSERT", "UPDATE", "DELETE"}
        counts.append(len(seen))
        for number in range(9):
            make_referent(f"Autre {number}", territory("grand-figeac"), order=9)
    assert counts[0] == counts[1] <= 10


def test_a_photo_and_the_languages_are_shown(client: Client) -> None:
    make_referent(
        "Noa de Cahors",
        territory("grand-cahors"),
        photo=make_image(),
        languages="français, anglais",
    )
    page = client.get(ADDRESS, {"ou": "Cahors"}).content.decode()
    assert "contact-card__photo" in page
    assert "français, anglais" in page


def test_it_is_in_english_too(client: Client) -> None:
    page = client.get(f"/en{ADDRESS}", {"ou": "Gramat"}).content.decode()
    assert "Your welcome contact: Gramat (46500)" in page
    assert '<span lang="fr">Référente accueil</span>' in page


def test_the_home_page_asks_the_same_question(client: Client) -> None:
    page = client.get("/").content.decode()
    if "find-referent" in page:  # a section that editors may take away
        assert f'action="{ADDRESS}"' in page


def test_a_former_commune_is_proposed_under_its_old_name(client: Client) -> None:
    place = places.find("Saint-Martin")
    old = [one for one in place.candidates if one.former]
    page = html.unescape(client.get(f"/en{ADDRESS}", {"ou": "Saint-Martin"}).content.decode())
    assert old
    for one in old:
        assert f"{one.former} (former commune of {one.place.label})" in page
