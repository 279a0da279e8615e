"""What an article needs before it is published, and what its page shows."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Locale

from home.news.models import NewsIndexPage, NewsPage
from tests.factories import make_article, make_image

pytestmark = pytest.mark.django_db


def test_an_article_is_published_with_its_photo_credit_and_text(client: Client) -> None:
    article = make_article("L’œuvre au cœur du Lot", photo=make_image(credit="Photo A. Martin"))

    page = client.get(article.get_url()).content.decode()

    assert article.slug == "l-oeuvre-au-coeur-du-lot"
    assert 'alt="Un pont sur la rivière"' in page
    assert "Photo A. Martin" in page
    assert "Le texte de l’article." in page
    assert '<meta property="og:type" content="article">' in page


def test_an_article_without_a_photo_cannot_be_published() -> None:
    with pytest.raises(ValidationError) as refusal:
        make_article(photo=None)
    assert list(refusal.value.message_dict) == ["photo"]


@pytest.mark.parametrize("missing", ["description", "credit"])
def test_a_photo_without_description_or_credit_cannot_be_published(missing: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        make_article(photo=make_image(**{missing: ""}))
    assert list(refusal.value.message_dict) == ["photo"]


def test_an_article_without_text_nor_summary_cannot_be_published() -> None:
    with pytest.raises(ValidationError) as refusal:
        make_article(body=[], summary="")
    assert sorted(refusal.value.message_dict) == ["body", "summary"]


def test_an_announcement_may_be_published_before_its_article(client: Client) -> None:
    teaser = make_article(body=[], is_teaser=True, full_article_on=dt.date(2026, 12, 1))

    page = client.get(teaser.get_url()).content.decode().replace("\u00a0", " ")

    assert "L’article complet paraîtra le 1er décembre 2026." in page
    assert "À paraître" in client.get("/actualites/").content.decode()


def test_a_draft_is_never_shown(client: Client) -> None:
    draft = make_article("Un brouillon", live=False)

    assert client.get(draft.get_url()).status_code == 404
    assert "Un brouillon" not in client.get("/actualites/").content.decode()


def test_other_articles_are_proposed_same_theme_first() -> None:
    article = make_article("Le premier", theme="sante")
    newer = make_article("Plus récent", theme="emploi", date=dt.date(2026, 11, 10))
    same = make_article("Même thème", theme="sante", date=dt.date(2025, 1, 1))
    make_article("Brouillon", theme="sante", live=False)

    assert list(NewsPage.objects.related_to(article)) == [same, newer]


def test_the_article_page_costs_the_same_whatever_it_links_to(
    client: Client, django_assert_num_queries: object
) -> None:
    link = '<p>Voir <a linktype="page" id="{}">ici</a>.</p>'
    offers = NewsIndexPage.objects.get(locale__language_code="fr")
    pictures = [make_image() for _ in range(5)]
    body = [{"type": "prose", "value": link.format(offers.pk)} for _ in range(10)]
    body += [{"type": "picture", "value": {"image": image.pk}} for image in pictures]
    simple, rich = make_article("Simple"), make_article("Riche", body=body)
    client.get("/")

    for address in (simple.address, rich.address):
        with django_assert_num_queries(6):
            response = client.get(address)
    assert response.content.decode().count('<a href="/actualites/">ici</a>') == 10
    assert response.content.decode().count("<figure") == 6


def test_an_untranslated_article_is_shown_in_french_with_its_own_address(client: Client) -> None:
    article = make_article("Une rencontre")
    article.copy_for_translation(
        Locale.objects.get(language_code="en"), copy_parents=True, alias=True
    )

    page = client.get("/en/actualites/une-rencontre/").content.decode()

    assert '<html lang="en">' in page
    assert '<article class="container news-page" lang="fr">' in page
    assert '<link rel="canonical" href="http://testserver/actualites/une-rencontre/">' in page
    assert 'rel="alternate" hreflang' not in page


def test_an_article_may_be_printed_with_a_button_that_waits_for_a_script(client: Client) -> None:
    page = client.get(make_article().get_url()).content.decode()

    tools = page.split('<ul class="tool-list"')[1].split("</ul>")[0]
    assert tools.startswith(" data-print-only-with-script hidden>")
    assert '<button class="tool-list__item" type="button" data-print>' in tools
    assert "js/print" in page
