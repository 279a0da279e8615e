"""A territory that the team adds has its page at once, in both languages, and only one."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from home.territory_pages import add_page
from home.welcome.models import TerritoryPage
from territory.models import Municipality, Territory
from tests.cast import Cast

pytestmark = pytest.mark.django_db
SCREEN = "wagtailsnippets_territory_territory"


def save(cast: Cast, address: str, name: str, *communes: str) -> str:
    """Save a territory in the admin as an editor does; return what the admin then says."""
    chosen = Municipality.objects.filter(name__in=communes).values_list("pk", flat=True)
    typed = {"name": name, "short_name": name, "order": 9, "communes": list(chosen)}
    response = cast.client(cast.editor).post(address, typed, follow=True)
    assert response.redirect_chain
    return str(response.content.decode())


def test_a_territory_made_in_the_admin_has_its_page_at_once(cast: Cast, client: Client) -> None:
    said = save(cast, reverse(f"{SCREEN}:add"), "Ségala", "Latronquière", "Sousceyrac-en-Quercy")

    page = TerritoryPage.objects.get(territory__slug="segala", locale__language_code="fr")
    assert page.live
    assert page.title in said
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in said
    assert "Latronquière" in client.get("/s-installer/segala/").content.decode()
    english = client.get("/en/s-installer/segala/").content.decode()
    assert "Living in Ségala" in english
    assert "Vivre ici" not in english.split("<main")[1].split("</main")[0]


def test_it_comes_with_the_first_communes_and_only_once(cast: Cast) -> None:
    save(cast, reverse(f"{SCREEN}:add"), "Ségala")
    new = Territory.objects.get(slug="segala")
    assert not TerritoryPage.objects.filter(territory=new).exists()
    edit = reverse(f"{SCREEN}:edit", args=[new.pk])
    for _turn in range(2):
        save(cast, edit, "Ségala", "Latronquière")
    page = TerritoryPage.objects.get(territory=new, locale__language_code="fr")
    page.unpublish()
    save(cast, edit, "Ségala", "Latronquière")
    page.refresh_from_db()
    assert not page.live
    assert TerritoryPage.objects.filter(territory=new).count() == 2  # French, English


@pytest.mark.parametrize("name", ["Demande", "Référents"])
def test_an_address_of_ours_is_never_taken(cast: Cast, name: str) -> None:
    save(cast, reverse(f"{SCREEN}:add"), name, "Latronquière")
    new = Territory.objects.latest("pk")
    assert add_page(new) is None
    assert not TerritoryPage.objects.filter(territory=new).exists()
