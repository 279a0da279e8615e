"""A campaign shows invented jobs, says so each time, and is found by its links only."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from home.campaigns.models import CampaignIndexPage, CampaignPage
from jobs.offers.models import JobOffer
from tests.factories import make_campaign, make_image, make_page, translate_whole
from ui.models import NavigationSettings

pytestmark = pytest.mark.django_db
WORD = "zorglubien"
INVENTED = f"Dompteur {WORD}"
# Everywhere a machine or a reader looks for offers and pages.
CHANNELS = (
    f"/offres/?q={WORD}", "/offres/", f"/offres/flux/?q={WORD}", "/offres/flux/", "/actualites/flux/",
    f"/recherche/?q={WORD}", f"/en/recherche/?q={WORD}", "/sitemap.xml", "/sitemap.xml?partie=pages",
    "/sitemap.xml?partie=1", "/plan-du-site/", "/",
)  # fmt: skip


def visual(**value: Any) -> dict[str, Any]:
    """Return a visual that shows an invented job."""
    image = make_image(description=f"Une affiche : {INVENTED}")
    return {
        "type": "campaign_visual",
        "value": {"image": image.pk, "alt": "", "caption": INVENTED, **value},
    }


def body_of(client: Client, address: str) -> str:
    """Return what an address answers, whole."""
    response = client.get(address)
    assert response.status_code == 200, address
    return b"".join(response).decode()


def test_a_visual_says_that_it_is_no_offer(client: Client) -> None:
    page = make_campaign(body=[visual(), visual(caption="")])

    html = client.get(page.address).content.decode()

    assert html.count("Visuel de campagne") == 2
    assert html.count("n’est pas une offre d’emploi") == 2
    assert f'alt="Une affiche : {INVENTED}"' in html.replace("\u00a0", " ")
    assert "Photo d’essai" in html


def test_the_mention_is_in_the_language_of_the_words(client: Client) -> None:
    page = make_campaign(body=[visual()])
    english = translate_whole(page, Locale.objects.get(language_code="en"), {})

    html = client.get(CampaignPage.objects.get(pk=english.pk).address).content.decode()

    assert "Campaign visual" in html
    assert "is not a job offer" in html


def test_a_visual_without_words_for_those_who_do_not_see_it_is_refused() -> None:
    block = CampaignPage.body.field.stream_block.child_blocks["campaign_visual"]
    value = block.to_python({"image": make_image(description="").pk, "alt": "", "caption": ""})

    with pytest.raises(ValidationError):
        block.clean(value)


@pytest.mark.parametrize("address", CHANNELS)
def test_a_campaign_is_nowhere_that_offers_or_pages_are(client: Client, address: str) -> None:
    body = [visual(), {"type": "prose", "value": f"<p>On cherche un {INVENTED}.</p>"}]
    campaign = make_campaign(f"Cherche {WORD}", summary=f"Un métier {WORD}", body=body)

    found = body_of(client, address)

    for own in (INVENTED, campaign.title, campaign.address, "/campagnes/"):
        assert own not in found, own


@pytest.mark.parametrize("address", [f"/recherche/?q={WORD}", "/sitemap.xml", "/plan-du-site/"])
def test_another_page_with_the_same_words_would_be_there(client: Client, address: str) -> None:
    make_page(f"Cherche {WORD}", slug=f"page-{WORD}", summary=f"Un métier {WORD}")

    assert f"/page-{WORD}/" in body_of(client, address)


def test_a_campaign_is_no_offer_and_is_not_described_as_one(client: Client) -> None:
    page = make_campaign(body=[visual()])

    assert not issubclass(CampaignPage, JobOffer)
    assert JobOffer.objects.count() == 0
    html = client.get(page.address).content.decode()
    assert "JobPosting" not in html
    assert "application/ld+json" not in html


def test_search_engines_are_asked_to_leave_campaigns_out(client: Client) -> None:
    page = make_campaign()

    for address in (page.address, "/campagnes/", "/en/campagnes/"):
        assert '<meta name="robots" content="noindex">' in client.get(address).content.decode()


def test_the_code_of_offers_and_alerts_does_not_know_campaigns() -> None:
    root = Path(__file__).parents[3]
    sources = [path for folder in ("jobs", "search") for path in (root / folder).rglob("*.py")]

    assert len(sources) > 100
    assert [path for path in sources if "campaign" in path.read_text().lower()] == []


def test_no_menu_leads_to_the_list_of_campaigns(client: Client) -> None:
    index = CampaignIndexPage.objects.get(locale__language_code="fr")
    menus = NavigationSettings.objects.get()

    stored = str([menus.main_menu.get_prep_value(), menus.footer_columns.get_prep_value()])
    assert f"'page': {index.pk}," not in stored
    assert "/campagnes/" not in client.get("/").content.decode()


def test_the_list_says_that_there_is_nothing_or_shows_a_card(client: Client) -> None:
    empty = client.get("/campagnes/").content.decode()
    make_campaign("En cours", summary="Une ligne.")
    page = client.get("/campagnes/").content.decode()

    assert "empty-state" in empty
    assert 'class="card"' not in empty
    assert "empty-state" not in page.partition("<main")[2]
    assert page.count('class="card"') == 1
    assert "Une ligne." in page


def test_the_list_shows_what_is_under_way(client: Client) -> None:
    today = timezone.localdate()
    make_campaign("En cours")
    make_campaign("Finie", ends_on=today - dt.timedelta(days=1))
    make_campaign("À venir", starts_on=today + dt.timedelta(days=2))
    make_campaign("Brouillon", live=False)

    page = client.get("/campagnes/")

    assert [one.title for one in page.context["campaigns"]] == ["En cours"]
    assert "Campaigns" in client.get("/en/campagnes/").content.decode()


def test_a_campaign_that_is_over_leads_to_the_real_offers(client: Client) -> None:
    over = make_campaign(ends_on=timezone.localdate() - dt.timedelta(days=2))
    running = make_campaign("Une autre")

    assert "Cette campagne est terminée" in client.get(over.address).content.decode()
    page = client.get(running.address).content.decode()
    assert "Cette campagne est terminée" not in page
    main = page.split("<main")[1].split("<footer")[0]
    assert 'href="/offres/"' in main
    assert 'href="/contact/"' in main


@pytest.mark.parametrize(
    ("code", "link"),
    [("gare-cahors", "/contact/?c=gare-cahors"), ("<b>", "/contact/"), ("x" * 90, "/contact/")],
)
def test_the_code_of_the_link_follows_to_the_contact_form(
    client: Client, code: str, link: str
) -> None:
    page = client.get(make_campaign().address, {"c": code}).content.decode()

    assert f'href="{link}"' in page.split("<main")[1]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"slug": "c"}, "slug"),
        ({"starts_on": dt.date(2026, 2, 2), "ends_on": dt.date(2026, 2, 1)}, "ends_on"),
    ],
)
def test_impossible_campaigns_are_refused(fields: dict[str, Any], wrong: str) -> None:
    page = make_campaign()
    for name, value in fields.items():
        setattr(page, name, value)

    with pytest.raises(ValidationError) as refusal:
        page.full_clean()

    assert list(refusal.value.message_dict) == [wrong]


def test_one_and_twelve_campaigns_cost_the_same(client: Client) -> None:
    first = make_campaign(body=[visual()])
    counts = []
    for more in (0, 11):
        for number in range(more):
            make_campaign(f"Campagne {number}")
        for address in ("/campagnes/", first.address):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counts.append(len(queries))
    assert counts[:2] == counts[2:]
    assert max(counts) <= 10
