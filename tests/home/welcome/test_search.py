"""The resource cards of the territories are found by the search of the site, as long as a page shows them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.welcome.models import TerritoryPage
from search.models import Document
from territory.models import ResourceCard, Territory

pytestmark = pytest.mark.django_db


def figeac() -> Territory:
    found: Territory = Territory.objects.get(slug="grand-figeac")
    return found


def figeac_page(language: str = "fr") -> TerritoryPage:
    page: TerritoryPage = TerritoryPage.objects.get(
        territory=figeac(), locale__language_code=language
    )
    return page


def make_card(**fields: Any) -> ResourceCard:
    values: dict[str, Any] = {
        "territory": figeac(), "theme": "EARLY_CHILDHOOD", "title": "Faire garder un enfant",
        "title_en": "Childcare", "text": "La zététique répond aux questions : bail, aides.",
        "text_en": "Zetetics answers questions.", "checked_on": dt.date(2026, 1, 1),
    }  # fmt: skip
    return ResourceCard.objects.create(**values | fields)


def links(client: Client, q: str, path: str = "/recherche/", **more: str) -> list[str]:
    response = client.get(path, {"q": q, **more})
    assert response.status_code == 200
    return re.findall(r'search-hit__link" href="([^"]+)"', response.content.decode())


@pytest.mark.parametrize("more", [{}, {"dans": "adresses"}])
@pytest.mark.parametrize("q", ["zététique", "garde enfant zététique", "zététique figeac"])
def test_a_card_is_found_and_leads_to_its_place_on_the_page_of_its_territory(
    client: Client, q: str, more: dict[str, str]
) -> None:
    card = make_card()
    (link,) = links(client, q, **more)

    assert link == f"/s-installer/grand-figeac/#{card.anchor}"
    assert f'id="{card.anchor}"' in client.get(link).content.decode()


def test_it_is_found_and_told_in_english(client: Client) -> None:
    card = make_card()
    assert links(client, "zetetics", "/en/recherche/") == [
        f"/en/s-installer/grand-figeac/#{card.anchor}"
    ]
    page = client.get("/en/recherche/", {"q": "zététique"}).content.decode()
    assert "Childcare" in page
    assert "Faire garder" not in page


def test_what_has_no_english_is_marked_as_french(client: Client) -> None:
    make_card(title_en="", text_en="")
    page = client.get("/en/recherche/", {"q": "zététique"}).content.decode()
    assert '<li class="search-hit" lang="fr">' in page


@pytest.mark.parametrize("how", ["unpublished", "ended", "private"])
def test_a_card_whose_page_nobody_may_read_is_not_shown(client: Client, how: str) -> None:
    make_card()
    page = figeac_page()
    assert len(links(client, "zététique")) == 1

    if how == "unpublished":
        page.unpublish()
    elif how == "ended":
        past = timezone.now() - dt.timedelta(minutes=1)
        TerritoryPage.objects.filter(pk=page.pk).update(expire_at=past)
    else:
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert links(client, "zététique") == []


def test_a_card_written_before_its_page_is_found_once_it_is_online(client: Client) -> None:
    page = figeac_page()
    page.unpublish()
    make_card()
    page.refresh_from_db()
    page.save_revision().publish()

    assert len(links(client, "zététique")) == 1


def test_the_index_follows_what_is_saved_renamed_and_deleted(client: Client) -> None:
    card, territory = make_card(), figeac()
    territory.name = "Fauconnerie"
    territory.save()
    assert len(links(client, "zététique fauconnerie")) == 1

    card.text = "Rien."
    card.text_en = ""
    card.save()
    assert links(client, "zététique") == []

    card.delete()
    assert not Document.objects.filter(kind="card", object_id=card.pk).exists()


def test_rebuilding_writes_the_same_documents() -> None:
    make_card()
    before = list(Document.objects.filter(kind="card").values_list("pk", "title", "terms"))
    Document.objects.filter(kind="card").delete()
    call_command("rebuild_search_index", "--kind", "card")

    assert before == list(Document.objects.filter(kind="card").values_list("pk", "title", "terms"))
    assert before


def test_one_and_thirty_cards_cost_the_same(client: Client) -> None:
    links(client, "zététique")
    counts = []
    for more in (1, 29):
        for _turn in range(more):
            make_card()
        links(client, "zététique")
        with CaptureQueriesContext(connection) as queries:
            links(client, "zététique")
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 10
