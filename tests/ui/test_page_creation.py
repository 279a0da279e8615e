"""Adding a page: nothing is saved unasked, and two editors at once do not take the same place in the tree."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import StandardPage
from tests.cast import Cast
from tests.factories import make_user
from tests.racing import NEEDS_POSTGRESQL, at_once, committed

__all__ = ["committed"]  # a fixture


def add_address() -> str:
    """Return the address of the screen that adds a standard page below the home page."""
    home = Site.objects.get(is_default_site=True).root_page
    return reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])


def form(title: str) -> dict[str, str]:
    """Return what that screen sends."""
    body = streamfield([("prose", rich_text("<p>Le texte.</p>", features=["bold"]))])
    values = {"title": title, "slug": title, "body": body, "comments": inline_formset([])}
    return nested_form_data(values)


@pytest.mark.django_db
def test_nothing_is_saved_by_itself_before_the_page_exists(cast: Cast) -> None:
    editing = cast.client(cast.editor)
    assert "w-unsaved w-autosave" not in editing.get(add_address()).content.decode()

    assert editing.post(add_address(), form("horaires")).status_code == 302
    page = StandardPage.objects.get(slug="horaires", alias_of=None)
    edit = editing.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "w-unsaved w-autosave" in edit


@NEEDS_POSTGRESQL[0]
@NEEDS_POSTGRESQL[1]
def test_pages_added_at_once_do_not_take_the_same_place(committed: None) -> None:
    editor = make_user(groups=("Éditeurs",), is_staff=True)
    address = add_address()

    def add(title: str) -> int:
        client = Client()
        client.force_login(editor)
        return client.post(address, form(title)).status_code

    titles = [f"page-{turn}-{number}" for turn in range(5) for number in range(4)]
    answers = [
        answer
        for turn in range(5)
        for answer in at_once(*[lambda t=t: add(t) for t in titles[4 * turn : 4 * turn + 4]])
    ]

    assert answers == [302] * 20
    assert StandardPage.objects.filter(slug__in=titles, alias_of=None).count() == 20
    assert list(Page.find_problems()) == [[], [], [], [], []]
