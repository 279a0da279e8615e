"""What all pages share: locked addresses, languages, privacy, caching, the admin."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction

from home.models import HomePage, LegalPage, SiteMapPage, StandardPage
from home.news.models import NewsIndexPage
from home.translations import translate
from tests.cast import Cast
from tests.factories import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def health() -> Page:
    """Return the French page of health, whose address is a contract."""
    return Page.objects.get(slug="sante", depth=3, locale__language_code="fr").specific


@pytest.fixture
def page() -> StandardPage:
    """Return an ordinary page, not translated."""
    return make_page(summary="Deux phrases.", body=[("prose", "<p>Des mots à nous.</p>")])


@pytest.fixture
def editing(client: Client, cast: Cast) -> Client:
    """Return a browser in which an editor is signed in."""
    client.force_login(cast.editor)
    return client


def test_a_contract_address_cannot_be_changed() -> None:
    kept = StandardPage.objects.get(pk=make_page(slug="contact").pk)
    kept.slug = "ecrivez-nous"

    with pytest.raises(ValidationError) as refusal:
        kept.full_clean()

    assert list(refusal.value.message_dict) == ["slug"]


def test_an_ordinary_address_may_be_changed(page: StandardPage) -> None:
    page.slug = "etudiants"

    page.full_clean()


@pytest.mark.parametrize("model", [NewsIndexPage, SiteMapPage])
def test_types_with_one_address_take_it_back(model: type[Page]) -> None:
    page = model.objects.get(locale__language_code="fr")
    page.slug = "autre"
    page.full_clean()

    assert page.slug == model.contract_slug


def test_the_editor_sees_no_address_field_on_a_contract_page(
    editing: Client, health: Page, page: StandardPage
) -> None:
    locked = editing.get(reverse("wagtailadmin_pages:edit", args=[health.pk]))
    free = editing.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert (locked.status_code, 'name="slug"' in locked.content.decode()) == (200, False)
    assert (free.status_code, 'name="slug"' in free.content.decode()) == (200, True)


@pytest.mark.parametrize("act", ["delete", "unpublish"])
def test_a_contract_page_cannot_be_removed(cast: Cast, health: Page, act: str) -> None:
    response = cast.client(cast.publisher).post(
        reverse(f"wagtailadmin_pages:{act}", args=[health.pk])
    )

    assert response.status_code == 302
    assert Page.objects.get(pk=health.pk).live


def test_an_ordinary_page_may_be_removed(cast: Cast, page: StandardPage) -> None:
    cast.client(cast.publisher).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))

    assert not Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize(
    "page_type", [HomePage, StandardPage, LegalPage, SiteMapPage, NewsIndexPage]
)
def test_every_type_opens_in_the_editor_and_in_the_preview(
    editing: Client, page_type: type[Page], page: StandardPage
) -> None:
    page = page_type.objects.filter(locale__language_code="fr").first()

    assert editing.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    preview = editing.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert preview.status_code == 200
    assert getattr(page, "hero_title", page.title) in preview.content.decode()


def test_only_one_home_page_may_be_made() -> None:
    root = Page.get_first_root_node()

    assert not HomePage.can_create_at(root)
    assert not NewsIndexPage.can_create_at(HomePage.objects.get(locale__language_code="fr"))
    assert not StandardPage.can_create_at(NewsIndexPage.objects.get(locale__language_code="fr"))


def test_an_untranslated_page_is_french_inside_an_english_page(
    client: Client, page: StandardPage
) -> None:
    html = client.get("/en/une-page/").content.decode()

    assert '<html lang="en">' in html
    assert 'lang="fr"' in html
    assert '<link rel="canonical" href="http://testserver/une-page/">' in html
    assert 'rel="alternate" hreflang' not in html
    assert "This page is not translated yet." in html


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
def test_a_private_page_is_not_shown_and_leaves_the_menus(client: Client, kind: str) -> None:
    cookies = LegalPage.objects.get(slug="cookies", locale__language_code="fr")
    english = Locale.objects.get(language_code="en")
    cookies.get_translation(english).delete()
    cookies.refresh_from_db()
    cookies.copy_for_translation(english, alias=True)  # shown in French, as what nobody translated
    assert cookies.summary in client.get("/cookies/").content.decode()
    assert 'href="/cookies/"' in client.get("/").content.decode()

    PageViewRestriction.objects.create(page=cookies, restriction_type=kind, password="secret")

    for path in ("/cookies/", "/en/cookies/"):
        assert cookies.summary not in client.get(path).content.decode()
    assert 'href="/cookies/"' not in client.get("/").content.decode()
    assert 'href="/en/cookies/"' not in client.get("/en/").content.decode()


def test_a_page_that_does_not_exist_is_not_found(client: Client) -> None:
    for path in ("/rien/", "/en/rien/", "/sante/rien/", "/actualites/rien/"):
        assert client.get(path).status_code == 404


def test_a_reader_of_a_simple_page_costs_three_queries(
    client: Client, page: StandardPage, django_assert_num_queries: object
) -> None:
    client.get("/")
    ContentType.objects.get_for_models(StandardPage, LegalPage)  # a process asks once in its life
    with django_assert_num_queries(3):
        client.get("/une-page/")
    with django_assert_num_queries(3):
        client.get("/en/une-page/")
    with django_assert_num_queries(4):
        client.get("/accessibilite/")


def test_the_site_map_lists_what_is_online(client: Client, page: StandardPage) -> None:
    make_page("Retirée", slug="retiree").unpublish()

    html = client.get("/plan-du-site/").content.decode()

    assert 'href="/une-page/"' in html
    assert 'href="/retiree/"' not in html
    assert 'href="/recherche/"' in html


def test_an_unlisted_page_is_reached_by_its_links_only(client: Client) -> None:
    page = make_page("Zététique à copier", slug="modele", is_unlisted=True)
    translate(page, Locale.objects.get(language_code="en"), {page.title: "Zététique to copy"})

    for path in ("/modele/", "/en/modele/"):
        response = client.get(path)
        assert response.status_code == 200
        assert '<meta name="robots" content="noindex">' in response.content.decode()
    for path in ("/recherche/?q=zetetique", "/en/recherche/?q=zetetique"):
        assert "/modele/" not in client.get(path).content.decode()
    for path in ("/plan-du-site/", "/en/plan-du-site/"):
        assert 'href="/modele/"' not in client.get(path).content.decode()
        assert 'href="/en/modele/"' not in client.get(path).content.decode()
    assert b"/modele/" not in b"".join(client.get("/sitemap.xml").streaming_content)


def test_a_page_made_from_an_unlisted_one_is_listed(client: Client) -> None:
    model = make_page("Zététique à copier", slug="modele", is_unlisted=True)

    made = model.copy(update_attrs={"title": "Zététique neuve", "slug": "neuve"}, keep_live=False)
    made.get_latest_revision().publish()

    assert model.is_unlisted
    assert 'href="/neuve/"' in client.get("/recherche/?q=zetetique").content.decode()
    assert 'href="/neuve/"' in client.get("/plan-du-site/").content.decode()
