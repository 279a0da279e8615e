"""The admin's choosers, copies and API give nobody the drafts and the files of others, and go round no rule."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Collection, Page

from home.models import HomePage
from tests.cast import Cast
from tests.factories import make_image, make_page
from ui.models import SiteDocument

pytestmark = pytest.mark.django_db
SECRET = "Un titre secret"


@pytest.fixture
def draft() -> Any:
    page = make_page(SECRET, slug="en-preparation")
    Page.objects.filter(translation_key=page.translation_key).update(live=False)
    return Page.objects.get(pk=page.pk)


def others(cast: Cast) -> list[Any]:
    return [cast.referent, cast.health_contact, cast.moderator, cast.translator]


def test_the_page_chooser_shows_drafts_to_those_who_write_them(cast: Cast, draft: Any) -> None:
    online = make_page("Une page lue de tous", slug="lue-de-tous")
    parent = draft.get_parent().pk
    browse, below = f"/admin/choose-page/{parent}/", f"/admin/choose-page/{draft.pk}/"
    find = "/admin/choose-page/search/?q=titre"
    assert SECRET in cast.client(cast.editor).get(browse).content.decode()
    assert cast.client(cast.editor).get(below).status_code == 200
    for who in others(cast):
        client = cast.client(who)
        seen = client.get(browse).content.decode()
        assert online.title in seen
        assert SECRET not in seen
        assert SECRET not in client.get(find).content.decode()
        assert client.get(below).status_code == 404


def test_the_list_of_pages_of_the_admin_shows_one_s_own(cast: Cast, draft: Any) -> None:
    address = "/admin/api/main/pages/"
    search = f"{address}?slug={draft.slug}"
    assert SECRET in cast.client(cast.editor).get(search).content.decode()
    for who in others(cast):
        client = cast.client(who)
        answer = client.get(search)
        assert answer.status_code == (200 if who == cast.translator else 403)
        assert SECRET not in answer.content.decode()
        assert client.get(f"{address}{draft.pk}/").status_code in {403, 404}


@pytest.mark.parametrize("act", ["publish", "copy", "move", "delete", "create_alias"])
def test_no_page_is_changed_by_the_api(cast: Cast, draft: Any, act: str) -> None:
    address = f"/admin/api/main/pages/{draft.pk}/action/{act}/"
    answer = cast.client(cast.administrator).post(address, {}, content_type="application/json")
    assert answer.status_code == 404


@pytest.mark.parametrize("kind", ["documents", "images"])
def test_the_lists_of_files_are_for_those_who_choose_some(cast: Cast, kind: str) -> None:
    SiteDocument.objects.create(title=SECRET, collection=Collection.get_first_root_node())
    make_image(SECRET)
    address = f"/admin/api/main/{kind}/"
    assert SECRET in cast.client(cast.editor).get(address).content.decode()
    for who in others(cast):
        answer = cast.client(who).get(address)
        assert answer.status_code == 403
        assert SECRET not in answer.content.decode()


@pytest.mark.parametrize("kind", ["documents", "images"])
def test_a_translator_reads_the_files_of_a_page_one_by_one(cast: Cast, kind: str) -> None:
    file = SiteDocument.objects.create(title="Un plan", collection=Collection.get_first_root_node())
    number = file.pk if kind == "documents" else make_image("Un plan").pk
    address = f"/admin/api/main/{kind}/{number}/"
    assert "Un plan" in cast.client(cast.translator).get(address).content.decode()
    assert cast.client(cast.moderator).get(address).status_code == 403


def copy(page: Any, parent: Any) -> tuple[str, dict[str, Any]]:
    form = {
        "new_title": "Une copie",
        "new_slug": "une-copie",
        "new_parent_page": parent.pk,
        "publish_copies": "on",
    }
    return reverse("wagtailadmin_pages:copy", args=[page.pk]), form


def test_a_page_is_copied_in_its_own_language_only(cast: Cast) -> None:
    page = make_page("Une page", slug="une-page")
    french, english = (
        HomePage.objects.get(locale__language_code=code, depth=2) for code in ("fr", "en")
    )
    publisher = cast.client(cast.publisher)
    translated = page.get_translation(english.locale)
    for wrong in (copy(page, english), copy(translated, english), copy(translated, french)):
        for change in ({}, {"alias": "on"}):
            answer = publisher.post(wrong[0], wrong[1] | change)
            assert not Page.objects.filter(slug="une-copie").exists()
            assert answer.status_code in {200, 302, 403}
    address, form = copy(page, french)
    assert publisher.post(address, form).status_code == 302
    copies = Page.objects.filter(slug="une-copie", alias_of=None)
    assert [one.locale.language_code for one in copies] == ["fr"]


def test_a_page_is_not_moved_below_one_of_another_language(cast: Cast) -> None:
    page = make_page("Une page", slug="une-page")
    english = HomePage.objects.get(locale__language_code="en", depth=2)
    address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, english.pk])
    publisher = cast.client(cast.publisher)
    publisher.post(address)
    bulk = f"/admin/bulk/wagtailcore/page/move/?id={page.pk}"
    publisher.post(bulk, {"chooser": english.pk})
    assert Page.objects.get(pk=page.pk).get_parent().pk != english.pk

    other = make_page("Une autre page", slug="une-autre-page")
    assert publisher.post(bulk, {"chooser": other.get_parent().pk}).status_code in {200, 302}
    for wrong in ("", "abc", "9" * 30):
        answer = publisher.post(copy(page, page)[0], {"new_parent_page": wrong})
        assert answer.status_code == 404
