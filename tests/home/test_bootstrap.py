"""What a new site starts with, and what a second run leaves alone."""

import pytest
from django.conf import settings
from django.test import Client
from wagtail.models import Collection, Page, Site

from home.bootstrap import ensure_child, ensure_editorial_site
from home.models import HomePage, LegalPage, StandardPage
from home.texts import home_page, job_index
from jobs.board.models import JobIndexPage
from ui.addresses import CONTRACT_SLUGS
from ui.languages import STILL_FRENCH
from ui.models import NavigationSettings

pytestmark = pytest.mark.django_db

FRENCH = [
    "/",
    "/offres/",
    "/actualites/",
    "/sante/",
    "/sante/internes/",
    "/ambassadeurs/",
    "/s-installer/",
    "/agenda/",
    "/contact/",
    "/campagnes/",
    "/accessibilite/",
    "/mentions-legales/",
    "/donnees-personnelles/",
    "/cookies/",
    "/plan-du-site/",
]


@pytest.mark.parametrize("path", FRENCH)
def test_every_address_of_the_contract_answers_in_both_languages(client: Client, path: str) -> None:
    for address in (path, f"/en{path}"):
        response = client.get(address)
        assert (address, response.status_code) == (address, 200)
        assert not set(response.cookies) - {"csrftoken"}  # a form on the page is protected


def test_the_site_stands_at_the_address_of_the_settings() -> None:
    site = Site.objects.get()

    assert (site.hostname, site.port) == ("testserver", 80)
    assert settings.BASE_URL == "http://testserver"
    assert site.root_page.specific == HomePage.objects.get(locale__language_code="fr")


def test_the_sample_page_of_wagtail_is_gone() -> None:
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    assert Page.objects.filter(depth=2).count() == 2


def test_the_roots_are_named_in_french_unless_somebody_named_them() -> None:
    root, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    assert (root.title, collection.name) == ("Racine", "Racine")

    Collection.objects.filter(pk=collection.pk).update(name="Médiathèque")
    ensure_editorial_site(base_url="http://testserver")

    collection.refresh_from_db()
    assert collection.name == "Médiathèque"


def test_a_second_run_adds_nothing() -> None:
    pages = list(Page.objects.order_by("pk").values_list("pk", "title", "latest_revision_id"))

    ensure_editorial_site(base_url="http://testserver")

    assert (
        list(Page.objects.order_by("pk").values_list("pk", "title", "latest_revision_id")) == pages
    )


def test_a_second_run_keeps_what_editors_wrote() -> None:
    home = HomePage.objects.get(locale__language_code="fr")
    home.hero_title, home.sections = "Le Lot vous attend", []
    home.save_revision().publish()
    page = LegalPage.objects.get(kind="cookies", locale__language_code="fr")
    page.title = "Nos cookies"
    page.save_revision().publish()
    menus = NavigationSettings.objects.get()
    menus.main_menu = []
    menus.save()

    ensure_editorial_site(base_url="http://testserver")

    home.refresh_from_db()
    assert (home.hero_title, len(home.sections)) == ("Le Lot vous attend", 0)
    assert LegalPage.objects.get(kind="cookies", locale__language_code="fr").title == "Nos cookies"
    assert len(NavigationSettings.objects.get().main_menu) == 0


def test_what_has_no_english_words_yet_is_a_copy_of_the_french() -> None:
    home = HomePage.objects.get(locale__language_code="fr")
    ensure_child(home, StandardPage(title="Page d’essai", slug="essai"))
    ensure_editorial_site(base_url="http://testserver")
    english = Page.objects.filter(locale__language_code="en")
    translated = {page.specific_class for page in english.exclude(STILL_FRENCH)}
    repeated = english.filter(STILL_FRENCH, depth__gt=1)

    assert {HomePage, JobIndexPage, LegalPage} <= translated
    assert [page.title for page in repeated] == ["Page d’essai"]


def test_no_french_word_is_left_on_the_translated_pages(client: Client) -> None:
    page = client.get("/en/").content.decode()

    for french, english in (home_page.ENGLISH | job_index.ENGLISH).items():
        if (
            french not in (home_page.DESCRIPTION, job_index.TITLE, job_index.SUMMARY)
            and french != english
        ):
            assert f">{french}<" not in page
    assert "Find your place in the Lot" in page
    assert "The latest offers" in page


def test_contract_addresses_are_those_of_the_pages() -> None:
    slugs = set(
        Page.objects.filter(depth=3, locale__language_code="fr").values_list("slug", flat=True)
    )

    assert slugs | {"contact"} == CONTRACT_SLUGS  # writing to the team is a view, not a page


def test_legal_pages_say_what_is_missing_and_never_claim_conformity(client: Client) -> None:
    notice = client.get("/mentions-legales/").content.decode()
    declaration = client.get("/accessibilite/").content.decode()

    assert "[À compléter par le Département" in notice
    assert "non conforme" in declaration
    assert "Défenseur des droits" in declaration
