"""The search page of the site: what it finds, what it never shows, what it withstands."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from django.utils.translation import gettext
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction

from home.models import HomePage, LegalPage, StandardPage
from home.news.models import NewsIndexPage, NewsPage, NewsTheme
from jobs.offers.states import OfferState
from search.models import Document
from tests.cast import Cast
from tests.factories import make_offer
from ui.models import SiteImage
from ui.page_text import in_sentences

pytestmark = pytest.mark.django_db


def home() -> HomePage:
    return HomePage.objects.get(locale__language_code="fr")


def add_page(
    title: str, text: str = "", *, live: bool = True, parent: Page | None = None
) -> StandardPage:
    page = StandardPage(title=title, live=False, body=[("prose", f"<p>{text}</p>")] if text else [])
    (parent or home()).add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return StandardPage.objects.get(pk=page.pk)


def add_article(title: str, day: dt.date, **fields: object) -> NewsPage:
    index = NewsIndexPage.objects.get(locale__language_code="fr")
    photo, _is_new = SiteImage.objects.get_or_create(
        title="essai",
        defaults={"file": get_test_image_file(), "description": "Un essai", "credit": "Essai"},
    )
    values = {
        "summary": "En deux phrases.",
        "body": [("prose", "<p>Le texte.</p>")],
        "photo": photo,
        **fields,
    }
    article = NewsPage(title=title, date=day, theme=NewsTheme.HEALTH, live=False, **values)
    index.add_child(instance=article)
    article.save_revision().publish()
    return article


def words(client: Client, q: str, **params: str) -> str:
    response = client.get("/recherche/", {"q": q, **params})
    assert response.status_code == 200
    return response.content.decode()


def test_offers_pages_and_articles_are_found_in_groups(client: Client, cast: Cast) -> None:
    for _number in range(4):
        make_offer(cast.now, employer=cast.hospital, title="Fauconnier (F/H)")
    add_page("Devenir fauconnière", "Un métier rare.")
    add_article("Une fauconnière à Rocamadour", cast.now.date(), summary="Portrait.")

    page = words(client, "fauconniers")

    assert page.count("search-hit__title") == 5
    assert "/offres/?q=fauconniers" in page
    assert "Devenir fauconnière" in page
    assert "Une fauconnière à Rocamadour" in page
    assert page.index('id="resultats-offres"') < page.index('id="resultats-pages"')
    assert page.index('id="resultats-pages"') < page.index('id="resultats-actualites"')


def test_a_draft_an_unpublished_and_an_ended_page_are_never_shown(
    client: Client, cast: Cast
) -> None:
    shown = add_page("Zététique ouverte")
    add_page("Zététique brouillon", live=False)
    gone = add_page("Zététique retirée")
    ended = add_page("Zététique terminée")
    gone.unpublish()
    Page.objects.filter(pk=ended.pk).update(expire_at=cast.now - dt.timedelta(days=1))

    page = words(client, "zététique")

    assert shown.title in page
    assert "Zététique brouillon" not in page
    assert "Zététique retirée" not in page
    assert "Zététique terminée" not in page


def test_a_private_page_and_those_below_it_are_never_shown(client: Client) -> None:
    parent = add_page("Zététique réservée")
    child = add_page("Zététique dessous", parent=parent)
    assert child.title in words(client, "zététique")

    restriction = PageViewRestriction.objects.create(
        page=parent, restriction_type=PageViewRestriction.LOGIN
    )
    assert "Zététique" not in words(client, "zététique").replace("zététique", "")
    assert not Document.objects.filter(kind="page", object_id=child.pk).exists()

    restriction.delete()
    assert child.title in words(client, "zététique")


def test_privacy_is_checked_when_reading_even_if_the_index_is_late(client: Client) -> None:
    page = add_page("Zététique tardive")
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page, restriction_type=PageViewRestriction.LOGIN)]
    )
    assert Document.objects.filter(kind="page", object_id=page.pk).exists()
    assert page.title not in words(client, "zététique")


def test_a_deleted_page_leaves_the_index(client: Client) -> None:
    page = add_page("Zététique effacée")
    page.delete()

    assert not Document.objects.filter(kind="page", object_id=page.pk).exists()


def test_the_text_of_an_article_only_announced_is_not_searched(client: Client, cast: Cast) -> None:
    body = [("prose", "<p>Le nom du lauréat est Zoroastre.</p>")]
    article = add_article("Annonce du prix", cast.now.date(), is_teaser=True, body=body)
    assert article.title not in words(client, "zoroastre")

    article.is_teaser = False
    article.save_revision().publish()
    assert article.title in words(client, "zoroastre")


@pytest.mark.parametrize(
    "state",
    [
        state
        for state in OfferState
        if state not in (OfferState.ONLINE, OfferState.ONLINE_CHANGE_PENDING)
    ],
)
def test_an_offer_that_is_not_online_is_never_shown(
    client: Client, cast: Cast, state: OfferState
) -> None:
    if state == OfferState.WAITING_ACCOUNT:
        make_offer(cast.now, employer=cast.newcomer.employer, state=state, title="Zythologue (F/H)")
    else:
        make_offer(cast.now, employer=cast.hospital, state=state, title="Zythologue (F/H)")

    assert "Zythologue" not in words(client, "zythologue")


def test_the_words_found_are_marked_and_nothing_typed_becomes_markup(client: Client) -> None:
    add_page("Zététique", "On y pratique la fauconnerie le lundi.")

    assert "<mark>fauconnerie</mark>" in words(client, "fauconnerie")
    assert "<script>alert" not in words(client, "<script>alert(1)</script>")


def test_the_words_of_the_page_are_those_of_the_specification(client: Client, db: None) -> None:
    blank = words(client, "")
    none = words(client, "xyzxyz")

    assert "Tapez un mot, par exemple « infirmier » ou « logement »." in blank.replace("\xa0", " ")
    text = none.replace("\xa0", " ")
    assert "Aucun résultat pour « xyzxyz »." in text
    assert "plan du site" in text
    assert 'name="robots" content="noindex' in none


def test_a_mistyped_word_gets_a_suggestion(client: Client) -> None:
    add_page("Fauconnerie de Rocamadour")
    assert "?q=fauconnerie" in words(client, "fauconerrie")


def test_one_kind_may_be_listed_alone_page_after_page(client: Client) -> None:
    for number in range(23):
        add_page(f"Zététique {number}")
    assert words(client, "zététique", dans="pages").count("search-hit__title") == 20
    assert words(client, "zététique", dans="pages", page="2").count("search-hit__title") == 3
    assert words(client, "zététique", dans="pages", page="9999").count("search-hit__title") == 3


@pytest.mark.parametrize(
    "query",
    [
        {"q": "\x00"}, {"q": "a" * 5_000}, {"q": ["a", "b"]}, {"q[]": "a"}, {"q": "'\"*():&|!<>"}, {"q": "%00%"},
        {"q": "a", "page": "-1"}, {"q": "a", "page": "x" * 300}, {"q": "a", "page": "9" * 40},
        {"q": "a", "dans": "\x00"}, {"q": "a", "dans": "inconnu"}, {"q": "\ud83d"}, {"q": "·e" * 100}, {"Q": "a"},
    ],
)  # fmt: skip
def test_any_parameter_gets_a_page(client: Client, query: dict[str, str]) -> None:
    if query.get("q") == "\ud83d":
        response = client.get("/recherche/?q=%ED%A0%BD")
    else:
        response = client.get("/recherche/", query)
    assert response.status_code == 200
    assert not response.cookies


def test_results_cost_the_same_queries_for_one_and_thirty(client: Client, cast: Cast) -> None:
    make_offer(cast.now, employer=cast.hospital, title="Fauconnier (F/H)")
    add_page("Fauconnerie 0")
    add_article("Fauconnerie au jour 0", cast.now.date())
    words(client, "fauconnerie fauconnier")
    counts = []
    for _round in range(2):
        with CaptureQueriesContext(connection) as queries:
            words(client, "fauconnerie")
        counts.append(len(queries))
        for number in range(1, 6):
            add_page(f"Fauconnerie {number}")
            add_article(f"Fauconnerie au jour {number}", cast.now.date())
        words(client, "fauconnerie")
    assert counts[0] == counts[1]
    assert counts[0] <= 10
    assert len({query["sql"] for query in queries}) == len(queries)


@pytest.mark.parametrize("params", [{}, {"dans": "pages"}])
def test_legal_pages_hold_words_of_every_subject_and_come_last(
    client: Client, params: dict[str, str]
) -> None:
    add_page("Trouver un toit", "La zététique du toit.")
    legal = LegalPage.objects.get(slug="donnees-personnelles", locale__language_code="fr")
    legal.body = [("prose", "<p>La zététique.</p>")]
    legal.save_revision().publish()
    # Later than the other page: nothing but its type puts it behind.
    Page.objects.filter(pk=legal.pk).update(
        first_published_at=timezone.now() + dt.timedelta(days=1)
    )

    page = words(client, "zététique", **params)
    found = re.findall(r'search-hit__link" href="([^"]+)"', page)

    assert found == ["/trouver-un-toit/", "/donnees-personnelles/"]


def test_the_texts_of_a_document_end_like_sentences() -> None:
    assert in_sentences(["Salle Démo", "Figeac", "Venez !", "Qui ? Tous.", "Fin"]) == (
        "Salle Démo. Figeac. Venez ! Qui ? Tous. Fin"
    )
    assert in_sentences([]) == ""


def test_in_english_a_french_result_says_its_language(client: Client) -> None:
    add_page("Zététique")
    response = client.get("/en/recherche/", {"q": "zététique"})

    assert response.status_code == 200
    assert 'lang="fr"' in response.content.decode()


def test_the_title_says_when_nothing_is_found(client: Client) -> None:
    with translation.override("fr"):
        said = gettext("No result for “%(text)s”") % {"text": "zzyzx"}
    page = client.get("/recherche/", {"q": "zzyzx"}).content.decode().replace("\u00a0", " ")
    assert f"<title>{said}".replace("\u00a0", " ") in page


@pytest.mark.parametrize("path", ["/recherche/", "/en/recherche/"])
def test_the_french_words_searched_for_an_english_one_are_told(client, now, path):
    make_offer(now, title="Infirmière de nuit")

    page = html.unescape(client.get(path, {"q": "nurse"}).content.decode())
    assert "Infirmière de nuit" in page
    told = re.search(r'<p class="search-page__note">(.*?)</p>', page)
    assert told is not None
    assert "infirmier" in told[1]
    assert "search-page__note" not in client.get(path, {"q": "infirmier"}).content.decode()
