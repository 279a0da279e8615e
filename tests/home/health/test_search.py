"""The aids in force are found by the search of the site, in both languages, as long as they are in force."""

from __future__ import annotations

import datetime as dt
import re

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.health.models import HealthGrant
from home.health.search_sources import follow_calendar
from jobs.offers.querysets import paris_day
from search.models import Document
from search.suggestions import suggest
from territory.models import Intercommunality
from tests.home.health.making import make_contact, make_grant

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def links(client: Client, q: str, path: str = "/recherche/", **more: str) -> list[str]:
    response = client.get(path, {"q": q, **more})
    assert response.status_code == 200
    return re.findall(r'search-hit__link" href="([^"]+)"', response.content.decode())


@pytest.mark.parametrize("more", [{}, {"dans": "aides"}])
@pytest.mark.parametrize("q", ["CESP", "cesp", "ParcoursM'Aides", "ParcoursM’Aides Cauvaldor"])
def test_an_aid_is_found_by_its_name_and_leads_to_its_profession(
    client: Client, q: str, more: dict[str, str]
) -> None:
    assert "/sante/aides/?profession=externe" in links(client, q, **more)
    answer = client.get("/sante/aides/", {"profession": "externe"}).content.decode()
    assert "ParcoursM’Aides" in answer


def test_it_is_found_and_told_in_english(client: Client) -> None:
    make_grant(name="Prime de zététique", name_en="Zetetics bonus", conditions_en="In writing.")

    assert links(client, "zetetics", "/en/recherche/") == [
        "/en/sante/aides/?profession=medecin-generaliste"
    ]
    page = client.get("/en/recherche/", {"q": "zététique"}).content.decode()
    assert "Zetetics bonus" in page
    assert "In writing." in page
    assert "Prime de zététique" not in page


def test_what_has_no_english_is_marked_as_french(client: Client) -> None:
    make_grant(name="Prime de zététique")
    page = client.get("/en/recherche/", {"q": "zététique"}).content.decode()
    assert '<li class="search-hit" lang="fr">' in page


def test_only_what_is_in_force_is_shown_whatever_the_index_holds(client: Client) -> None:
    today = paris_day(timezone.now())
    make_grant(name="Zététique en vigueur", valid_to=today)
    make_grant(name="Zététique finie", valid_to=today - DAY)
    make_grant(name="Zététique à venir", valid_from=today + DAY)
    make_grant(name="Zététique cachée", is_active=False)

    def shown() -> list[str]:
        page = client.get("/recherche/", {"q": "zététique"}).content.decode()
        return re.findall(r'search-hit__link" href="[^"]+">Zététique ([^<]+)<', page)

    assert shown() == ["en vigueur"]
    with time_machine.travel(timezone.now() + DAY):
        assert shown() == ["à venir"]


def test_the_index_follows_what_is_saved_and_deleted(client: Client) -> None:
    grant = make_grant(name="Prime de zététique")
    grant.name = "Prime de fauconnerie"
    grant.save()
    assert links(client, "zététique") == []
    assert len(links(client, "fauconnerie")) == 1

    grant.intercommunalities.add(Intercommunality.objects.get(short_name__icontains="cauvaldor"))
    assert len(links(client, "fauconnerie cauvaldor")) == 1

    grant.delete()
    assert not Document.objects.filter(kind="aid", title__contains="fauconnerie").exists()


def test_an_aid_that_is_over_leaves_the_index_at_night() -> None:
    today = paris_day(timezone.now())
    grant = make_grant(name="Prime de zététique", valid_to=today)
    tomorrow = timezone.now() + DAY
    with time_machine.travel(tomorrow):
        follow_calendar(tomorrow)
        assert not Document.objects.filter(kind="aid", object_id=grant.pk).exists()
        assert suggest("zetetiqe") is None


def test_rebuilding_writes_the_same_documents() -> None:
    make_grant(name="Prime de zététique")
    before = sorted(Document.objects.filter(kind="aid").values_list("pk", "title", "terms"))
    Document.objects.filter(kind="aid").delete()
    call_command("rebuild_search_index", "--kind", "aid")
    after = sorted(Document.objects.filter(kind="aid").values_list("pk", "title", "terms"))

    assert before == after
    assert len(after) > 3


def test_nobody_is_in_the_index(client: Client) -> None:
    contact = make_contact(name="Démo Zététicienne", email="zeteticienne@essai.example")
    make_grant(name="Prime de fauconnerie", contact=contact)

    assert len(links(client, "fauconnerie")) == 1
    assert links(client, "zététicienne") == []


def test_one_and_thirty_aids_cost_the_same(client: Client) -> None:
    links(client, "zététique")
    counts = []
    for more in (1, 29):
        for _turn in range(more):
            make_grant(name="Prime de zététique")
        links(client, "zététique")
        with CaptureQueriesContext(connection) as queries:
            links(client, "zététique")
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 10
    assert HealthGrant.objects.filter(name="Prime de zététique").count() == 30
