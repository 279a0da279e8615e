"""From the sign-up of an employer to the reader who finds the offer, with JavaScript and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import employer, moderator, visitor
from tests.journeys.conftest import Visit
from tests.journeys.employer import Offer, Recruiter
from tests.journeys.people import DEMO_PASSWORD, MODERATOR
from tests.journeys.processes import Site
from tests.journeys.reading import sign_in

pytestmark = pytest.mark.browser

REASON = "Merci pour cette offre. Un mot à revoir avant de la publier."
NOTE = "Écrivez le métier au féminin et au masculin."


def test_an_offer_goes_from_the_sign_up_to_the_reader(
    demo: Site, visit: Visit, tmp_path: Path
) -> None:
    recruiter = Recruiter("atelier@exemple.example", "Atelier imaginaire du Célé", "90000010")
    offer = Offer("Mégissier", "megissiere")
    play(demo, visit, tmp_path, recruiter, offer, "Mégissière ou mégissier (F/H)", javascript=True)


def test_an_offer_goes_all_the_way_without_javascript(
    demo: Site, visit: Visit, tmp_path: Path
) -> None:
    recruiter = Recruiter("fonderie@exemple.example", "Fonderie imaginaire du Drauzou", "90000020")
    offer = Offer("Chaudronnier d’art", "chaudronniere")
    play(
        demo,
        visit,
        tmp_path,
        recruiter,
        offer,
        "Chaudronnière ou chaudronnier d’art (F/H)",
        javascript=False,
    )


def play(
    site: Site,
    visit: Visit,
    folder: Path,
    recruiter: Recruiter,
    offer: Offer,
    corrected: str,
    *,
    javascript: bool,
) -> None:
    """Play the whole story: only the team's own screens may use scripts."""
    theirs = visit(site, javascript=javascript)
    team = visit(site)
    reader = visit(site, javascript=javascript)

    employer.sign_up(theirs, recruiter, site.mailbox)
    employer.find_kit_closed(theirs)
    sign_in(team, MODERATOR, DEMO_PASSWORD, to="/admin/")
    moderator.verify_employer(team, recruiter.establishment)
    employer.download_kit(theirs, folder)

    employer.write_offer(theirs, offer, recruiter)
    assert_not_found(reader, offer.title)
    moderator.ask_for_changes(team, offer.title, reason=REASON, note=NOTE)
    site.mailbox.wait_for(recruiter.email, about=REASON)
    employer.correct_offer(theirs, reason=REASON, note=NOTE, title=offer.title, new_title=corrected)
    assert_not_found(reader, corrected)
    moderator.approve(team, corrected)

    visitor.find_offer(reader, typed=offer.words_without_accent, title=corrected)
    data = visitor.read_structured_data(reader)
    assert (data["@type"], data["title"]) == ("JobPosting", corrected)
    assert data["hiringOrganization"]["name"] == recruiter.establishment
    visitor.print_offer(reader, corrected)
    assert reader.context.cookies() == []
    online = site.mailbox.wait_for(recruiter.email, about=reader.url)
    assert online["To"] == recruiter.email


def assert_not_found(page: Page, title: str) -> None:
    """See that the public does not know of an offer."""
    page.goto(f"/recherche/?q={title}")
    expect(page.get_by_role("main").get_by_role("link", name=title)).to_have_count(0)
