"""A page of an older site becomes the type that its section has now, where it stands."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from wagtail.models import Locale, Page

from home.bootstrap import ensure_child, publish
from home.models import HomePage, StandardPage
from home.news.models import NewsIndexPage
from home.page_types import change_type
from tests.factories import translate_whole

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> StandardPage:
    """Return a published plain page with its copy in English."""
    home = HomePage.objects.get(locale__language_code="fr")
    page = StandardPage(title="Une rubrique", slug="une-rubrique", summary="Deux phrases.")
    ensure_child(home, page)
    page.summary = "Deux phrases changées."
    publish(page)
    return page


def test_address_words_and_copies_stay(page: StandardPage, client: Client) -> None:
    english = Locale.objects.get(language_code="en")
    if not page.has_translation(english):
        page.copy_for_translation(english, alias=True)
    numbers = set(
        Page.objects.filter(translation_key=page.translation_key).values_list("pk", flat=True)
    )

    changed = change_type(page, NewsIndexPage)

    assert (changed.pk, changed.path, changed.slug) == (page.pk, page.path, "une-rubrique")
    assert (type(changed), changed.summary) == (NewsIndexPage, "Deux phrases changées.")
    same = Page.objects.filter(translation_key=page.translation_key)
    assert set(same.values_list("pk", flat=True)) == numbers
    assert {type(each.specific) for each in same} == {NewsIndexPage}
    assert not StandardPage.objects.filter(pk__in=numbers).exists()
    assert client.get("/une-rubrique/").status_code == 200
    assert client.get("/en/une-rubrique/").status_code == 200


def test_its_history_is_read_as_the_new_type(page: StandardPage) -> None:
    before = page.revisions.count()

    changed = change_type(page, NewsIndexPage)

    kind = ContentType.objects.get_for_model(NewsIndexPage)
    assert list(changed.revisions.values_list("content_type", flat=True)) == [kind.pk] * before
    oldest = changed.revisions.order_by("created_at", "pk").first()
    assert oldest is not None
    assert (type(oldest.as_object()), oldest.as_object().summary) == (
        NewsIndexPage,
        "Deux phrases.",
    )
    assert changed.save_revision(clean=False)  # its address is that of the news: not published


def test_a_translation_keeps_its_words(page: StandardPage) -> None:
    english = Locale.objects.get(language_code="en")
    translate_whole(page, english, {"Une rubrique": "A section"})

    changed = change_type(page, NewsIndexPage)

    assert changed.get_translation(english).specific.title == "A section"
    assert isinstance(changed.get_translation(english).specific, NewsIndexPage)
