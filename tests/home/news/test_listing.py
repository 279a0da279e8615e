"""The list of articles, whatever is typed in the address."""

import datetime as dt

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from home.news.listing import NewsChoice
from home.news.states import NewsTheme
from tests.factories import make_article, make_image

pytestmark = pytest.mark.django_db


def titles(client: Client, query: str = "") -> list[str]:
    """Return the titles of the list, in order."""
    response = client.get(f"/actualites/{query}")
    assert response.status_code == 200
    return [article.title for article in response.context["page_obj"].object_list]


def test_articles_are_listed_newest_first(client: Client) -> None:
    make_article("Ancien", date=dt.date(2024, 5, 23))
    make_article("Récent", date=dt.date(2026, 10, 1))

    assert titles(client) == ["Récent", "Ancien"]


def test_the_list_is_narrowed_by_theme_and_year(client: Client) -> None:
    make_article("Santé 2024", theme="sante", date=dt.date(2024, 5, 23))
    make_article("Santé 2026", theme="sante", date=dt.date(2026, 5, 23))
    make_article("Emploi 2026", theme="emploi", date=dt.date(2026, 5, 23))

    assert titles(client, "?theme=sante") == ["Santé 2026", "Santé 2024"]
    assert titles(client, "?theme=sante&annee=2024") == ["Santé 2024"]
    assert titles(client, "?annee=2026&theme=emploi") == ["Emploi 2026"]
    assert titles(client, "?annee=2011") == []


@pytest.mark.parametrize(
    "query",
    [
        "?theme=inconnu",
        "?theme=%00",
        "?theme[]=sante",
        "?annee=abc",
        "?annee=99999999999999999999",
        "?annee=%C2%B2",
        "?page=-1",
        "?page=0",
        "?page=1e9",
        "?page=99999999999999",
        "?theme=" + "x" * 5000,
    ],
)
def test_what_means_nothing_is_left_out(client: Client, query: str) -> None:
    make_article("Le seul")

    assert titles(client, query) == ["Le seul"]


def test_a_page_past_the_last_one_shows_the_last_one(client: Client) -> None:
    for number in range(13):
        make_article(f"Article {number}", date=dt.date(2026, 1, 1 + number), photo=None, live=False)
    from home.news.models import NewsPage

    NewsPage.objects.update(live=True)

    assert titles(client, "?page=2") == ["Article 0"]
    assert titles(client, "?page=9999") == ["Article 0"]


def test_links_to_pages_keep_the_choice(client: Client) -> None:
    from home.news.models import NewsPage

    for number in range(13):
        make_article(f"Article {number}", theme="sante", photo=None, live=False)
    NewsPage.objects.update(live=True)

    page = client.get("/actualites/?theme=sante&annee=2026").content.decode()

    assert 'href="?theme=sante&amp;annee=2026&amp;page=2"' in page


def test_a_private_article_is_not_listed(client: Client) -> None:
    secret = make_article("Réservé")
    assert titles(client) == ["Réservé"]

    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)

    assert titles(client) == []


def test_the_list_costs_the_same_for_one_and_thirty_articles(
    client: Client, django_assert_num_queries: object
) -> None:
    from home.news.models import NewsPage

    image = make_image()
    make_article("Le premier", photo=image)
    client.get("/")
    with django_assert_num_queries(8):
        client.get("/actualites/")
    for number in range(29):
        make_article(f"Article {number}", photo=image)
    assert NewsPage.objects.live().count() == 30
    with django_assert_num_queries(8):
        client.get("/actualites/")


def test_a_choice_is_written_back_as_an_address() -> None:
    choice = NewsChoice.from_query({"theme": "sante", "annee": "2026", "page": "3"})

    assert choice == NewsChoice(NewsTheme.HEALTH, 2026, 3)
    assert choice.query() == "?theme=sante&annee=2026"
    assert choice.query(theme="") == "?annee=2026"
    assert NewsChoice().query() == ""
