"""An employer whose account is suspended reads the truth, and is told whom to call."""

from __future__ import annotations

import pytest
from wagtail.models import Site

from jobs.employers.services import restore_employer, suspend_employer
from jobs.offers import moderation
from jobs.offers.states import OfferState
from mailing.models import OutgoingMail
from tests.cast import Cast
from tests.employer_space.reading import address, words
from tests.factories import make_offer
from ui.models import SiteSettings

SPACE = "/espace-employeur/"
WHY = "Vos annonces citent une autre entreprise."


@pytest.fixture
def offer(cast: Cast, now):
    return make_offer(now, employer=cast.hospital, state=OfferState.ONLINE)


@pytest.fixture
def client(cast: Cast, offer, now):
    client = cast.client(cast.nurse_manager)
    suspend_employer(employer=cast.hospital, by=cast.moderator, reason=WHY, now=now)
    return client


def test_the_dashboard_says_that_nothing_is_visible_and_proposes_nothing(client) -> None:
    text = words(client.get(SPACE))
    assert "Votre compte est suspendu" in text
    assert f"{WHY} Vos offres ne sont pas visibles. Appelez-nous pour en parler." in text
    assert "En ligne (0)" in text
    assert "Non visible : compte suspendu" in text
    assert "Déposer une offre" not in text


def test_the_page_of_an_offer_says_so_and_has_no_act(client, offer) -> None:
    page = client.get(address(offer))
    text = words(page)
    assert "Personne ne voit cette offre tant que votre compte est suspendu." in text
    assert WHY in text
    assert (page.context["buttons"], page.context["write_button"]) == ([], None)
    assert page.context["public_url"] == ""


@pytest.mark.parametrize("page", ["poste", "verifier", "dupliquer", "fermer", "prolonger"])
def test_every_act_is_closed_with_the_reason(client, offer, page: str) -> None:
    response = client.get(address(offer, page))
    assert response.status_code == 403
    assert WHY in words(response)
    assert "Appelez-nous pour en parler." in words(response)


@pytest.mark.parametrize("page", ["offres/nouvelle/", "offres/nouvelle/poste/"])
def test_no_offer_can_be_started(client, page: str) -> None:
    response = client.get(f"{SPACE}{page}")
    assert response.status_code == 403
    assert WHY in words(response)


def test_nothing_is_sent_either(client, offer) -> None:
    before = offer.latest_revision_id
    assert client.post(address(offer, "envoyer")).status_code == 403
    assert client.post(address(offer, "poste"), {"title": "Autre titre"}).status_code == 403
    offer.refresh_from_db()
    assert offer.latest_revision_id == before


def test_the_kit_says_why_it_is_closed(client) -> None:
    text = words(client.get(f"{SPACE}kit/"))
    assert "Votre compte est suspendu : le kit rouvrira" in text
    assert "pas encore vérifié" not in text


def test_the_person_for_employers_is_shown_across_the_space(client, offer) -> None:
    site = Site.objects.get(is_default_site=True)
    settings = SiteSettings.for_site(site)
    settings.contact_phone = "05 36 49 46 00"
    settings.save()
    assert "05 36 49 46 00" in words(client.get(address(offer)))
    settings.employer_contact_name = "Noé Exemple"
    settings.employer_contact_phone = "05 36 49 46 01"
    settings.save()
    for page in (SPACE, address(offer), f"{SPACE}kit/", f"{SPACE}offres/nouvelle/"):
        assert "05 36 49 46 01" in words(client.get(page))


def test_the_mail_at_the_end_of_a_suspension_is_not_the_first_one(cast: Cast, client, now) -> None:
    restore_employer(employer=cast.hospital, by=cast.moderator, now=now)
    mail = OutgoingMail.objects.order_by("-pk")[0]
    assert mail.subject == "Votre compte est de nouveau actif"
    assert "est activé" not in mail.text


def test_a_suspended_offer_waits_among_the_things_to_handle(cast: Cast, now) -> None:
    offer = make_offer(now, employer=cast.hospital, state=OfferState.ONLINE)
    client = cast.client(cast.nurse_manager)
    why = "Le mot « jeune » ne convient pas."
    moderation.suspend_offer(offer=offer, by=cast.moderator, reason=why, now=now)
    text = words(client.get(SPACE))
    assert "Ce qui vous attend" in text
    assert "est suspendue : personne ne la voit" in text
    assert "« Le mot “jeune” ne convient pas. » Appelez-nous pour en parler." in text


def test_quotes_inside_a_quoted_reason_are_of_the_second_kind(cast: Cast, now) -> None:
    offer = make_offer(now, employer=cast.hospital, state=OfferState.ONLINE)
    why = "Le mot « jeune » ne convient pas."
    moderation.suspend_offer(offer=offer, by=cast.moderator, reason=why, now=now)
    text = OutgoingMail.objects.order_by("-pk")[0].text.replace("\u00a0", " ")
    assert "« Le mot “jeune” ne convient pas. »" in text


def test_the_address_of_the_offers_leads_to_the_dashboard(cast: Cast) -> None:
    response = cast.client(cast.nurse_manager).get(f"{SPACE}offres/")
    assert (response.status_code, response["Location"]) == (302, SPACE)
