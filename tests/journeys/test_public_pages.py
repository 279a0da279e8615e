"""Every kind of public page, and each public form with its errors, through axe at two widths and at 320 pixels."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import employer, words
from tests.journeys.conftest import Visit
from tests.journeys.employer import Recruiter
from tests.journeys.examination import Examination
from tests.journeys.people import DEMO_PASSWORD, EMPLOYER, MODERATOR
from tests.journeys.processes import Site
from tests.journeys.reading import expect_errors, field, press, send_empty, sign_in

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/en/",
    "/offres/",
    "/en/offres/",
    "/offres/?q=cuisine&ou=Figeac&rayon=50&contrat=cdi&contrat=cdd&accompagnement=debutants&tri=date",
    "/offres/?q=scaphandrier&ou=Figeac",
    "/actualites/",
    "/actualites/?theme=sante",
    "/sante/",
    "/s-installer/",
    "/ambassadeurs/",
    "/mentions-legales/",
    "/donnees-personnelles/",
    "/accessibilite/",
    "/cookies/",
    "/plan-du-site/",
    "/recherche/",
    "/recherche/?q=figeac",
    "/recherche/?q=scaphandrier",
    "/espace-employeur/",
)


def test_every_public_page_is_accessible(demo: Site, visit: Visit) -> None:
    page, seen = visit(demo), Examination()
    for path in PAGES:
        seen.visit(page, path)
    for path in (
        first_link(page, "/actualites/", ".card a"),
        first_link(page, "/offres/", ".job-row a"),
    ):
        seen.visit(page, path)
        seen.visit(page, f"/en{path}") if path.startswith("/offres/") else None
    seen.visit(page, ended_offer(visit(demo)), status=410)
    assert page.context.cookies() == []
    assert seen.report == ""


def test_every_component_is_accessible_in_each_state(demo: Site, visit: Visit) -> None:
    seen = Examination()
    seen.visit(visit(demo), "/_components/")
    assert seen.report == ""


def test_public_forms_with_errors_are_accessible(demo: Site, visit: Visit) -> None:
    page, seen = visit(demo), Examination()
    offer = first_link(page, "/offres/", ".job-row a")
    for path in (
        f"{offer}signaler/",
        "/compte/connexion/",
        "/compte/connexion/code/",
        "/compte/mot-de-passe/oublie/",
        "/espace-employeur/inscription/",
    ):
        seen.visit(page, path)
        send_empty(page)
        seen.look(page, f"{path} with errors")
    assert seen.report == ""


def test_the_other_ways_in_are_accessible_with_their_errors(demo: Site, visit: Visit) -> None:
    page, staff, seen = visit(demo), visit(demo), Examination()
    page.goto("/compte/connexion/code/")
    field(page, words.EMAIL).fill(EMPLOYER)
    page.get_by_role("main").locator('form[method="post"] button').first.click()
    expect(page).to_have_url("/compte/connexion/code/saisie/")
    seen.look(page, "code received")
    send_empty(page)
    seen.look(page, "code received, with errors")
    sign_in(staff, MODERATOR, DEMO_PASSWORD)
    seen.visit(staff, "/compte/second-facteur/application/")
    send_empty(staff)
    seen.look(staff, "second factor, with errors")
    assert seen.report == ""


def test_the_sign_up_and_its_errors_are_accessible(demo: Site, visit: Visit) -> None:
    page, seen = visit(demo), Examination()
    recruiter = Recruiter("verger@exemple.example", "Verger imaginaire de la Bouriane", "90000040")
    employer.prove_address(page, recruiter, demo.mailbox)
    for answer, button in zip(
        employer.SIGN_UP_STEPS, (words.CONTINUE, words.CONTINUE, words.SEND_REQUEST), strict=True
    ):
        seen.look(page, f"sign-up, {answer.__name__}")
        press(page, button)
        expect_errors(page)
        seen.look(page, f"sign-up, {answer.__name__} with errors")
        answer(page, recruiter)
    seen.look(page, "sign-up, request sent")
    seen.visit(page, "/espace-employeur/")
    seen.visit(page, "/espace-employeur/kit/", status=403)
    assert seen.report == ""


def test_the_examination_finds_what_is_planted(demo: Site, visit: Visit) -> None:
    page, seen = visit(demo), Examination()
    page.goto("/")
    page.locator("main").evaluate(
        "main => main.insertAdjacentHTML('afterbegin', '<input><p class=\"site-header\">&nbsp;</p><pre>' + 'x'.repeat(99) + '</pre>')"
    )
    seen.look(page, "planted")
    assert "label, " in seen.report
    assert "pixels too wide" in seen.report


def first_link(page: Page, path: str, selector: str) -> str:
    """Return where the first of some links of a page leads."""
    page.goto(path)
    href = page.get_by_role("main").locator(selector).first.get_attribute("href")
    assert href is not None
    return href


def ended_offer(page: Page) -> str:
    """Return the address of an offer whose time is over, from its reference in the employer's archives."""
    sign_in(page, EMPLOYER, DEMO_PASSWORD)
    page.goto("/espace-employeur/")
    page.get_by_role("link", name=words.ARCHIVED).first.click()
    page.get_by_role("main").get_by_role("table").get_by_role("link").first.click()
    reference = page.get_by_role("main").get_by_text("OML-").first.inner_text()
    return f"/offres/offre-{reference.partition('OML-')[2].split()[0]}/"


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_the_header_stands_on_one_line(demo: Site, visit: Visit, path: str) -> None:
    page = visit(demo)
    page.goto(path)
    for width in (1100, 1280, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        middles = page.evaluate(
            """() => [...document.querySelectorAll('.site-header__inner > *')].map(one => one.getBoundingClientRect())
            .filter(box => box.height).map(box => Math.round((box.top + box.bottom) / 2))"""
        )
        assert max(middles) - min(middles) < 10, (width, middles)
