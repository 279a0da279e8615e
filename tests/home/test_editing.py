"""What an editor meets in the admin: drafts, publishing, images, settings, translations."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.admin.localization import get_available_admin_languages
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail_localize.models import TranslationSource

from home.models import HomePage
from home.news.models import NewsIndexPage, NewsPage
from home.translations import translate
from tests.cast import Cast
from tests.factories import make_article, make_image
from ui.blocks.raw import block, items, link
from ui.models import KeyFigure, NavigationSettings, SiteImage, SiteSettings

pytestmark = pytest.mark.django_db


@pytest.fixture
def editing(client: Client, cast: Cast) -> Client:
    """Return a browser in which an editor is signed in."""
    client.force_login(cast.editor)
    return client


@pytest.fixture
def publishing(cast: Cast) -> Client:
    """Return a browser in which somebody who publishes is signed in."""
    return cast.client(cast.publisher)


def article_form(**changes: object) -> dict:
    """Return what the editor's form of an article sends."""
    values = {
        "title": "Une rencontre à Figeac",
        "slug": "une-rencontre-a-figeac",
        "summary": "Des employeurs et des candidats se sont rencontrés.",
        "date": "2026-11-01",
        "theme": "emploi",
        "body": streamfield([("prose", rich_text("<p>Le texte.</p>", features=["bold"]))]),
        "comments": inline_formset([]),
    }
    return nested_form_data(values | changes)


def source_words(page: NewsPage) -> list[str]:
    """Return every sentence of a page that translators are given."""
    source, _created = TranslationSource.get_or_create_from_instance(page)
    return list(source.stringsegment_set.values_list("string__data", flat=True))


def add_address() -> str:
    """Return the address of the form of a new article."""
    index = NewsIndexPage.objects.get(locale__language_code="fr")
    return reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])


def test_an_article_is_published_from_the_admin(publishing: Client, client: Client) -> None:
    form = article_form(photo=make_image().pk)

    response = publishing.post(add_address(), form | {"action-publish": "1"})

    assert response.status_code == 302
    article = NewsPage.objects.get(alias_of=None)
    assert (article.live, article.slug) == (True, "une-rencontre-a-figeac")
    assert client.get("/actualites/une-rencontre-a-figeac/").status_code == 200
    assert client.get("/en/actualites/une-rencontre-a-figeac/").status_code == 200


def test_a_draft_needs_only_a_title(editing: Client) -> None:
    empty = {"summary": "", "theme": "", "body": streamfield([])}

    response = editing.post(add_address(), article_form(**empty))

    assert response.status_code == 302
    assert not NewsPage.objects.get(alias_of=None).live


def test_an_incomplete_article_is_not_published_and_what_was_typed_is_kept(
    publishing: Client,
) -> None:
    response = publishing.post(
        add_address(),
        article_form(body=streamfield([]), title="Un titre gardé") | {"action-publish": "1"},
    )

    assert response.status_code == 200
    assert sorted(response.context["form"].errors) == ["body", "photo"]
    assert "Un titre gardé" in response.content.decode()
    assert not NewsPage.objects.exists()


def test_an_image_needs_its_alternative_text_and_its_credit(editing: Client) -> None:
    image = make_image()
    address = reverse("wagtailimages:edit", args=[image.pk])

    response = editing.post(
        address, {"title": "Le pont", "description": "", "credit": "", "tags": ""}
    )

    assert response.status_code == 200
    assert {"description", "credit"} <= set(response.context["form"].errors)
    assert SiteImage.objects.get(pk=image.pk).description == "Un pont sur la rivière"


@pytest.mark.parametrize("model", [SiteSettings, NavigationSettings])
def test_settings_open_for_editors(editing: Client, model: type) -> None:
    site = model.objects.get().site
    address = reverse("wagtailsettings:edit", args=["ui", model._meta.model_name, site.pk])

    assert editing.get(address).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "wagtailsnippets_ui_keyfigure:list",
        "wagtailsnippets_ui_keyfigure:add",
        "wagtailimages:index",
    ],
)
def test_figures_and_images_open_for_editors(editing: Client, name: str) -> None:
    assert editing.get(reverse(name)).status_code == 200


def test_editors_do_not_manage_people(editing: Client) -> None:
    for name in ("wagtailusers_users:index", "wagtailusers_groups:index"):
        assert editing.get(reverse(name)).status_code == 302


def test_the_english_home_page_opens_in_the_translation_screen(editing: Client) -> None:
    english = HomePage.objects.get(locale__language_code="en")

    response = editing.get(reverse("wagtailadmin_pages:edit", args=[english.pk]))

    assert response.status_code == 200
    assert "wagtail_localize/admin/edit_translation.html" in [t.name for t in response.templates]


def test_every_block_survives_a_translation(
    client: Client, django_capture_on_commit_callbacks: object
) -> None:
    image = make_image()
    home = HomePage.objects.get(locale__language_code="fr")
    body = [
        block("prose", f'<p>Bonjour <a linktype="page" id="{home.pk}">accueil</a></p>'),
        block(
            "picture", {"image": image.pk, "is_decorative": False, "alt": "", "caption": "Légende"}
        ),
        block("quote", {"quote": "Paroles", "author": "Camille", "role": ""}),
        block("notice", {"variant": "warning", "title": "Attention", "text": "<p>Texte</p>"}),
        block(
            "questions",
            {"title": "", "questions": items({"question": "Pourquoi ?", "answer": "<p>Oui</p>"})},
        ),
        block(
            "call_to_action",
            {"title": "Appel", "text": "", "actions": items(link("Voir", page=home.pk))},
        ),
    ]
    article = make_article("Bonjour", body=body)
    words = {
        "Bonjour": "Hello",
        "Légende": "Caption",
        "Pourquoi ?": "Why?",
        "Appel": "Call",
        "Voir": "See",
    }
    # What is in French and not told apart here keeps its words: nothing is published with sentences left.
    words |= {text: text for text in source_words(article) if text not in words}

    with django_capture_on_commit_callbacks(execute=True):
        translated = translate(article, Locale.objects.get(language_code="en"), words)
    page = client.get(f"/en/actualites/{article.slug}/").content.decode()

    assert [item.block_type for item in translated.body] == [
        item.block_type for item in article.body
    ]
    assert "<h1" in page
    for word in ("Hello", "Caption", "Why?", "Call", "See"):
        assert word in page
    assert 'href="/en/"' in page
    assert "This page is not translated yet." not in page


def test_nobody_else_edits_pages(client: Client, cast: Cast) -> None:
    client.force_login(cast.nurse_manager.user)

    assert client.get(add_address()).status_code in (302, 403)


def test_the_admin_writes_and_reads_days_as_french_people_do(cast: Cast) -> None:
    """A stored preference for another language would read 03/11 as March: only French is proposed."""
    figure = KeyFigure.objects.create(
        value="1",
        label="essai",
        definition="Essai.",
        year=2026,
        source="Essai",
        checked_on=dt.date(2026, 11, 3),
        locale=Locale.objects.get(language_code="fr"),
    )
    address = reverse(KeyFigure.snippet_viewset.get_url_name("edit"), args=[figure.pk])
    page = cast.client(cast.editor).get(address).content.decode()

    assert 'value="03/11/2026"' in page
    assert "d/m/Y" in page
    assert [code for code, _name in get_available_admin_languages()] == ["fr"]
