"""The links of campaigns: counted without cookie, without a write by a reader, and never in small numbers."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.campaigns import services
from home.campaigns.counts import Shown, counts_of
from home.campaigns.models import CampaignLink, CampaignVisit
from operations import tallies
from tests.cast import Cast
from tests.factories import make_campaign

pytestmark = pytest.mark.django_db
LIST = "/admin/campagnes/"
DAY = dt.date(2026, 11, 20)


def make_link(now: dt.datetime, code: str = "gare-cahors", **fields: object) -> CampaignLink:
    """Make a link to a campaign."""
    fields.setdefault("page", make_campaign(f"Campagne {code}"))
    return services.create_link(
        code=code, label="Affiche, gare de Cahors", channel="POSTER", now=now, **fields
    )


def fold(now: dt.datetime) -> None:
    """Let the worker pass twice: files are set aside, then added up."""
    tallies.fold(now)
    tallies.fold(now)


def test_a_link_leads_to_its_campaign_and_is_counted(client: Client, now: dt.datetime) -> None:
    link = make_link(now)

    for _turn in range(7):
        response = client.get("/campagnes/c/gare-cahors/")
    fold(now)

    assert response["Location"] == f"{link.page.address}?c=gare-cahors"
    assert "no-store" in response["Cache-Control"]
    assert CampaignVisit.objects.get(link=link).count == 7
    assert client.get(response["Location"]).status_code == 200


def test_following_a_link_writes_nothing_and_leaves_no_cookie(
    client: Client, now: dt.datetime
) -> None:
    make_link(now)

    with CaptureQueriesContext(connection) as queries:
        response = client.get("/campagnes/c/gare-cahors/")

    verbs = {query["sql"].split()[0] for query in queries}
    assert not verbs & {"INSERT", "UPDATE", "DELETE"}
    assert len(queries) <= 2
    assert not response.cookies


@pytest.mark.parametrize(
    "headers",
    [
        {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"user-agent": "facebookexternalhit/1.1"},
        {"sec-purpose": "prefetch;prerender"},
        {"purpose": "prefetch"},
    ],
)
def test_machines_follow_without_being_counted(
    client: Client, now: dt.datetime, headers: dict[str, str]
) -> None:
    make_link(now)

    assert client.get("/campagnes/c/gare-cahors/", headers=headers).status_code == 302
    assert client.head("/campagnes/c/gare-cahors/").status_code == 302
    fold(now)

    assert CampaignVisit.objects.count() == 0


def test_capital_letters_typed_from_a_poster_are_forgiven(client: Client, now: dt.datetime) -> None:
    make_link(now)

    assert client.get("/campagnes/c/Gare-CAHORS/").status_code == 302


@pytest.mark.parametrize("code", ["inconnu", "a", "é", "x" * 300, "%00", "gare_cahors"])
def test_an_unknown_code_is_not_found(client: Client, code: str) -> None:
    assert client.get(f"/campagnes/c/{code}/").status_code == 404


def test_the_link_of_a_campaign_offline_leads_to_the_list(client: Client, now: dt.datetime) -> None:
    make_link(now, page=make_campaign("Brouillon", live=False))

    assert client.get("/campagnes/c/gare-cahors/")["Location"] == "/campagnes/"


def test_a_code_is_given_once(now: dt.datetime) -> None:
    link = make_link(now)

    with pytest.raises(services.CodeTaken):
        make_link(now, page=link.page)


def test_days_are_added_up_and_unknown_codes_left_out(now: dt.datetime) -> None:
    link = make_link(now)
    other = DAY + dt.timedelta(days=1)

    for _turn in range(2):
        services.add_visits({(DAY, link.code): 3, (other, link.code): 1, (DAY, "inconnu"): 9})

    found = CampaignVisit.objects.order_by("day").values_list("day", "count")
    assert list(found) == [(DAY, 6), (other, 2)]


def test_a_message_sent_from_a_campaign_is_counted_for_its_link(now: dt.datetime) -> None:
    link = make_link(now)
    services.add_message("gare-cahors", now)
    services.add_message("gare-cahors", now)
    services.add_message("inconnu", now)

    visit = CampaignVisit.objects.get()
    assert (visit.link, visit.messages, visit.count) == (link, 2, 0)


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0"), (1, "moins de 5"), (4, "moins de 5"), (5, "5"), (1200, "1 200")],
)
def test_small_numbers_are_not_told(number: int, words: str) -> None:
    assert str(Shown.of(number)).replace("\u00a0", " ") == words


def test_a_total_does_not_tell_what_a_month_hides(now: dt.datetime) -> None:
    link = make_link(now)
    for month, number in ((9, 20), (10, 3), (11, 7)):
        CampaignVisit.objects.create(link=link, day=dt.date(2026, month, 2), count=number)

    [counts] = counts_of([link])

    assert [str(month.visits) for month in counts.months] == ["7", "moins de 5", "20"]
    assert str(counts.visits) == "au moins 27"


def test_the_team_makes_a_link_and_reads_its_address(cast: Cast) -> None:
    page, client = make_campaign(), cast.client(cast.moderator)
    values = {"page": page.pk, "label": "Carte, salon", "channel": "FAIR", "code": "salon-taf"}

    response = client.post(f"{LIST}nouveau/", values)

    link = CampaignLink.objects.get()
    assert response["Location"] == f"{LIST}{link.pk}/"
    screen = client.get(response["Location"]).content.decode()
    assert 'value="http://testserver/campagnes/c/salon-taf/"' in screen
    assert "Carte, salon" in client.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": "Gare de Cahors"}, "code"),
        ({"code": "deja-pris"}, "code"),
        ({"code": ""}, "code"),
        ({"page": "0"}, "page"),
        ({"channel": "MOON"}, "channel"),
        ({"label": "x" * 200}, "label"),
    ],
)
def test_a_wrong_link_is_explained_and_nothing_typed_is_lost(
    cast: Cast, now: dt.datetime, changes: dict[str, str], field: str
) -> None:
    page = make_link(now, "deja-pris").page
    values = {"page": page.pk, "label": "Affiche", "channel": "POSTER", "code": "neuf"}

    response = cast.client(cast.moderator).post(f"{LIST}nouveau/", values | changes)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert CampaignLink.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "content_type", "beginning"),
    [("png", "image/png", b"\x89PNG"), ("svg", "image/svg+xml", b"<?xml")],
)
def test_the_qr_code_is_downloaded(
    cast: Cast, now: dt.datetime, kind: str, content_type: str, beginning: bytes
) -> None:
    link = make_link(now)

    response = cast.client(cast.moderator).get(f"{LIST}{link.pk}/qr.{kind}")

    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == f'attachment; filename="qr-gare-cahors.{kind}"'
    assert response.content.startswith(beginning)
    assert len(response.content) < 100_000


def test_another_drawing_is_not_found(cast: Cast, now: dt.datetime) -> None:
    link = make_link(now)

    assert cast.client(cast.moderator).get(f"{LIST}{link.pk}/qr.gif").status_code == 404


def test_the_export_hides_small_numbers_and_formulas(cast: Cast, now: dt.datetime) -> None:
    link = make_link(now)
    CampaignLink.objects.filter(pk=link.pk).update(label="=cmd()")
    CampaignVisit.objects.create(link=link, day=DAY, count=12, messages=2)

    response = cast.client(cast.moderator).get(f"{LIST}export.csv")

    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][1:] == ["gare-cahors", "'=cmd()", "2026-11", "12", "moins de 5"]


@pytest.mark.parametrize("who", ["editor", "publisher", "translator", "referent", "health_contact"])
def test_other_roles_do_not_follow_campaigns(cast: Cast, now: dt.datetime, who: str) -> None:
    link = make_link(now)
    client = cast.client(getattr(cast, who))
    addresses = [
        reverse("campaigns_admin:list"),
        reverse("campaigns_admin:new"),
        reverse("campaigns_admin:export"),
        reverse("campaigns_admin:detail", args=[link.pk]),
        reverse("campaigns_admin:qr", args=[link.pk, "png"]),
    ]

    answers = [client.get(address) for address in addresses]

    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(302, "/admin/")}


def test_one_and_twelve_links_cost_the_same(cast: Cast, now: dt.datetime) -> None:
    client, counts = cast.client(cast.moderator), []
    page = make_link(now).page
    client.get(LIST)
    for more in (0, 11):
        for number in range(more):
            link = make_link(now, f"lien-{number}", page=page)
            CampaignVisit.objects.create(link=link, day=DAY, count=9)
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]
