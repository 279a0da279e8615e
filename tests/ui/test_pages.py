"""What all pages share: locked addresses, languages, privacy, caching, the admin."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction

from home.models import HomePage, LegalPage, SiteMapPage, StandardPage
from home.news.models import NewsIndexPage
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def health() -> StandardPage:
    """Return the French page of health."""
    return StandardPage.objects.get(slug="sante", alias_of=None)


@pytest.fixture
def editing(client: Client, cast: Cast) -> Client:
    """Return a browser in which an editor is signed in."""
    client.force_login(cast.editor)
    return client


def test_a_contract_address_cannot_be_changed(health: StandardPage) -> None:
    health.slug = "professions-de-sante"

    with pytest.raises(ValidationError) as refusal:
        health.full_clean()

    assert list(refusal.value.message_dict) == ["slug"]


def test_an_ordinary_address_may_be_changed() -> None:
    page = StandardPage.objects.get(slug="internes", alias_of=None)
    page.slug = "etudiants"

    page.full_clean()


@pytest.mark.parametrize("model", [NewsIndexPage, SiteMapPage])
def test_types_with_one_address_take_it_back(model: type[Page]) -> None:
    page = model.objects.get(alias_of=None)
    page.slug = "autre"
    page.full_clean()

    assert page.slug == model.contract_slug


def test_the_editor_sees_no_address_field_on_a_contract_page(
    editing: Client, health: StandardPage
) -> None:
    locked = editing.get(reverse("wagtailadmin_pages:edit", args=[health.pk]))
    free = editing.get(
        reverse(
            "wagtailadmin_pages:edit",
            args=[StandardPage.objects.get(slug="medecins", alias_of=None).pk],
        )
    )

    assert (locked.status_code, 'name="slug"' in locked.content.decode()) == (200, False)
    assert (free.status_code, 'name="slug"' in free.content.decode()) == (200, True)


@pytest.mark.parametrize("act", ["delete", "unpublish"])
def test_a_contract_page_cannot_be_removed(editing: Client, health: StandardPage, act: str) -> None:
    response = editing.post(reverse(f"wagtailadmin_pages:{act}", args=[health.pk]))

    assert response.status_code == 302
    assert Page.objects.get(pk=health.pk).live


def test_an_ordinary_page_may_be_removed(editing: Client) -> None:
    page = StandardPage.objects.get(slug="medecins", alias_of=None)

    editing.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    assert not Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize(
    "page_type", [HomePage, StandardPage, LegalPage, SiteMapPage, NewsIndexPage]
)
def test_every_type_opens_in_the_editor_and_in_the_preview(
    editing: Client, page_type: type[Page]
) -> None:
    page = page_type.objects.filter(alias_of=None).first()

    assert editing.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    preview = editing.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert preview.status_code == 200
    assert getattr(page, "hero_title", page.title) in preview.content.decode()


def test_only_one_home_page_may_be_made() -> None:
    root = Page.get_first_root_node()

    assert not HomePage.can_create_at(root)
    assert not NewsIndexPage.can_create_at(HomePage.objects.get(locale__language_code="fr"))
    assert not StandardPage.can_create_at(NewsIndexPage.objects.get(alias_of=None))


def test_an_untranslated_page_is_french_inside_an_english_page(client: Client) -> None:
    page = client.get("/en/sante/").content.decode()

    assert '<html lang="en">' in page
    assert 'lang="fr"' in page
    assert '<link rel="canonical" href="http://testserver/sante/">' in page
    assert 'rel="alternate" hreflang' not in page
    assert "This page is not translated yet." in page


def test_a_translated_page_names_its_translations(client: Client) -> None:
    for path in ("/", "/en/"):
        page = client.get(path).content.decode()
        assert f'<link rel="canonical" href="http://testserver{path}">' in page
        assert '<link rel="alternate" hreflang="fr" href="http://testserver/">' in page
        assert '<link rel="alternate" hreflang="en" href="http://testserver/en/">' in page


def test_a_translation_that_is_not_online_is_not_named(client: Client) -> None:
    english = HomePage.objects.get(locale=Locale.objects.get(language_code="en"))
    english.unpublish()

    assert "hreflang" not in client.get("/").content.decode()


def test_anyone_may_keep_a_public_page_for_a_minute(client: Client) -> None:
    response = client.get("/sante/")

    assert response["Cache-Control"] == "public, max-age=60"
    assert "Set-Cookie" not in response


def test_a_signed_in_person_gets_a_page_of_their_own(editing: Client) -> None:
    assert "no-store" in editing.get("/sante/")["Cache-Control"]


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD])
def test_a_private_page_is_not_shown_and_leaves_the_menus(
    client: Client, health: StandardPage, kind: str
) -> None:
    assert "Nous vous accompagnons" in client.get("/sante/").content.decode()
    assert 'href="/sante/"' in client.get("/").content.decode()

    PageViewRestriction.objects.create(page=health, restriction_type=kind, password="secret")

    for path in ("/sante/", "/en/sante/", "/sante/internes/", "/en/sante/internes/"):
        assert "Nous vous accompagnons" not in client.get(path).content.decode()
        assert "terrains de stage" not in client.get(path).content.decode()
    assert 'href="/sante/"' not in client.get("/").content.decode()
    assert 'href="/en/sante/"' not in client.get("/en/").content.decode()


def test_a_page_that_does_not_exist_is_not_found(client: Client) -> None:
    for path in ("/rien/", "/en/rien/", "/sante/rien/", "/actualites/rien/"):
        assert client.get(path).status_code == 404


def test_a_reader_of_a_simple_page_costs_five_queries(
    client: Client, django_assert_num_queries: object
) -> None:
    client.get("/")
    with django_assert_num_queries(5):
        client.get("/sante/")
    with django_assert_num_queries(5):
        client.get("/en/sante/")
    with django_assert_num_queries(4):
        client.get("/accessibilite/")


def test_the_site_map_lists_what_is_online(client: Client, health: StandardPage) -> None:
    StandardPage.objects.get(slug="medecins", alias_of=None).unpublish()

    page = client.get("/plan-du-site/").content.decode()

    assert 'href="/sante/internes/"' in page
    assert 'href="/sante/medecins/"' not in page
    assert 'href="/recherche/"' in page
