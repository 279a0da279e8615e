"""Menus, contact and languages around every page."""

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail.models import Site

from tests.factories import make_page
from ui.blocks.raw import block, items, menu_link
from ui.models import NavigationSettings, SiteSettings
from ui.navigation import Contact, Shell, shell_for

pytestmark = pytest.mark.django_db


def request_for(path: str = "/") -> HttpRequest:
    """Return a reader's request, before any view saw it."""
    request = RequestFactory().get(path)
    request.resolver_match = None
    return request


def set_menu(*entries: dict) -> None:
    """Replace the main menu."""
    menus = NavigationSettings.objects.get()
    menus.main_menu = [block("link", entry) for entry in entries]
    menus.save()


def labels(shell: Shell) -> list[str]:
    """Return the words of the main menu."""
    return [item.label for item in shell.main_menu]


def test_the_menu_follows_the_language() -> None:
    french = Shell(request_for("/actualites/"))
    with translation.override("en"):
        english = Shell(request_for("/en/"))
        assert english.main_menu[1] == ("Health", "/en/sante/", False)
    assert french.main_menu[1] == ("Professions de santé", "/sante/", False)
    assert french.main_menu[4] == ("Actualités", "/actualites/", True)


def test_an_entry_whose_page_is_not_online_disappears() -> None:
    page = make_page("Internes")
    set_menu(menu_link("Internes", "Students", page=page.pk))
    assert labels(Shell(request_for())) == ["Internes"]

    page.unpublish()
    assert labels(Shell(request_for())) == []

    page.delete()
    assert labels(Shell(request_for())) == []


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("/espace-employeur/", "/espace-employeur/"),
        ("/recherche/", "/recherche/"),
        ("https://www.example.org/", "https://www.example.org/"),
        ("/offres/?domaine=sante", "/offres/?domaine=sante"),
        ("/ceci-n-existe-pas/", ""),
    ],
)
def test_an_address_that_leads_nowhere_disappears(address: str, url: str) -> None:
    set_menu(menu_link("Entrée", "Entry", address=address))

    assert [item.url for item in Shell(request_for()).main_menu] == ([url] if url else [])


def test_addresses_of_views_follow_the_language_where_they_have_one() -> None:
    set_menu(
        menu_link("Rechercher", "Search", address="/recherche/"),
        menu_link("Employeurs", "Employers", address="/espace-employeur/"),
    )
    with translation.override("en"):
        assert [item.url for item in Shell(request_for("/en/")).main_menu] == [
            "/en/recherche/",
            "/espace-employeur/",
        ]


def test_a_column_without_links_disappears() -> None:
    menus = NavigationSettings.objects.get()
    empty = items(menu_link("Rien", "Nothing", address="/rien/"))
    menus.footer_columns = [block("column", {"title": "Vide", "title_en": "Empty", "links": empty})]
    menus.save()

    assert Shell(request_for()).footer_columns == []


def test_the_contact_is_what_editors_wrote() -> None:
    assert not Shell(request_for()).contact
    SiteSettings.objects.update(contact_phone="05 65 00 00 00", contact_hours="9 h – 17 h")

    shell = Shell(request_for())

    assert shell.contact == Contact(phone="05 65 00 00 00", hours="9 h – 17 h")
    assert shell.employer_contact == shell.contact
    SiteSettings.objects.update(employer_contact_email="employeurs@lot.example")
    assert Shell(request_for()).employer_contact == Contact(email="employeurs@lot.example")


def test_the_surroundings_cost_two_queries_and_only_when_used(
    django_assert_num_queries: object,
) -> None:
    shell = shell_for(request_for())
    with django_assert_num_queries(2):
        assert shell.main_menu
        assert shell.footer_columns
        assert shell.legal_links
        assert not shell.contact
    with django_assert_num_queries(0):
        shell_for(request_for())


def test_a_site_without_settings_still_has_its_surroundings() -> None:
    Site.objects.all().delete()

    shell = Shell(request_for())

    assert (shell.main_menu, shell.footer_columns, shell.legal_links) == ([], [], [])
    assert not shell.contact


def test_the_language_switch_shows_only_what_exists(client: Client) -> None:
    make_page()
    home = client.get("/").context["shell"].languages
    alone = client.get("/une-page/").context["shell"].languages
    search = client.get("/recherche/").context["shell"].languages

    assert [(link.code, link.url) for link in home] == [("fr", "/"), ("en", "/en/")]
    assert alone == []
    # A copy that is still in French leads back to French; the question asked follows.
    copy = client.get("/en/une-page/?page=2").context["shell"].languages
    assert [(link.code, link.url) for link in copy] == [
        ("fr", "/une-page/?page=2"),
        ("en", "/en/une-page/?page=2"),
    ]
    assert [(link.code, link.url) for link in search] == [
        ("fr", "/recherche/"),
        ("en", "/en/recherche/"),
    ]
