"""What an editor's browser never sends is refused with words, and what is stored already is read without harm."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from home.models import StandardPage
from home.redirection.links import check_links
from tests.cast import Cast
from tests.factories import make_page
from ui.writable import leads_nowhere, read_number, tidied

WRONG = ["²", 10**30, "abc", "", "-1", "0", "\x00"]


def contents(kind: str, **data: Any) -> str:
    """Return what the editor of rich text sends: a sentence with a link."""
    words = "Voir les offres du Lot"
    entity = {"offset": 0, "length": len(words), "key": 0}
    block = {
        "key": "abcde", "text": words + ".", "type": "unstyled", "depth": 0,
        "inlineStyleRanges": [], "entityRanges": [entity], "data": {},
    }  # fmt: skip
    entities = {"0": {"type": kind, "mutability": "MUTABLE", "data": data}}
    return json.dumps({"blocks": [block], "entityMap": entities})


def page_form(page: Any, text: str, **more: Any) -> dict[str, Any]:
    values = {
        "title": page.title,
        "slug": page.slug,
        "summary": "Deux phrases.",
        "body": streamfield([("prose", text)]),
        "comments": inline_formset([]),
    }
    return nested_form_data(values | more)


def test_the_numbers_of_rows_are_plain_and_not_too_long() -> None:
    assert [read_number(text) for text in WRONG] == [None, None, None, None, None, 0, None]
    assert (read_number("12"), read_number(12)) == (12, 12)


def test_a_text_is_tidied() -> None:
    assert tidied('<a linktype="page" id="²">x</a>') == '<a linktype="page" id="0">x</a>'
    assert tidied('<a id="12" linktype="page">\ud800\x00</a>') == (
        '<a id="12" linktype="page">\ufffd\ufffd</a>'
    )
    assert leads_nowhere('<a linktype="page">x</a>')
    assert not leads_nowhere(
        '<a linktype="document" id="3">x</a> <a href="https://a.example">y</a>'
    )


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("kind", ["LINK", "DOCUMENT"])
def test_a_link_to_an_impossible_number_is_refused_and_kept_in_a_draft(
    cast: Cast, client: Client, kind: str, wrong: Any
) -> None:
    page = make_page("Une page", slug="une-page")
    editing, address = cast.client(cast.publisher), f"/admin/pages/{page.pk}/edit/"
    sent = page_form(page, contents(kind, id=wrong))

    answer = editing.post(address, sent | {"action-publish": "1"})
    assert answer.status_code == 200
    said = gettext("A link leads to nothing on this site: remove it or choose it again.")
    assert said in answer.context["form"].errors.as_data()["body"][0].block_errors[0].messages
    assert "Voir les offres du Lot" in answer.content.decode()

    assert editing.post(address, sent).status_code == 302
    assert editing.get(address).status_code == 200
    assert editing.get(f"/admin/pages/{page.pk}/view_draft/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", ["²", str(10**30), "abc"])
@pytest.mark.parametrize("link", ['a linktype="page"', 'a linktype="document"', "a"])
def test_a_page_that_holds_one_already_is_read(
    cast: Cast, client: Client, link: str, wrong: str
) -> None:
    page = make_page("Une page", slug="une-page")
    raw = [{"type": "prose", "value": f'<p><{link} id="{wrong}">Voir le Lot</a></p>', "id": "1"}]
    StandardPage.objects.filter(pk=page.pk).update(body=raw)

    answer = client.get("/une-page/")
    assert answer.status_code == 200
    assert "Voir le Lot" in answer.content.decode()
    check_links(timezone.now())
    StandardPage.objects.get(pk=page.pk).save_revision()
    assert cast.client(cast.editor).get(f"/admin/pages/{page.pk}/edit/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("unwritable", ["\ud83d", "\x00"])
def test_half_a_character_is_replaced_and_the_page_is_shown(
    cast: Cast, client: Client, unwritable: str
) -> None:
    page = make_page("Une page", slug="une-page")
    publisher, address = cast.client(cast.publisher), f"/admin/pages/{page.pk}/edit/"
    text = contents("LINK", url=f"https://a.example/{unwritable}").replace(
        "Voir les", f"Voir{json.dumps(unwritable)[1:-1]}les"
    )
    answer = publisher.post(address, page_form(page, text))
    assert answer.status_code == 302
    assert publisher.get(f"/admin/pages/{page.pk}/view_draft/").status_code == 200
    publisher.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}")
    html = client.get("/une-page/").content.decode()
    assert "Voir\ufffdles" in html


@pytest.mark.django_db
@pytest.mark.parametrize("unwritable", ["\ud83d", "\x00"])
def test_a_page_with_half_a_character_is_saved_by_no_door(unwritable: str) -> None:
    page = make_page("Une page", slug="une-page")
    for broken in ({"summary": f"a{unwritable}b"}, {"body": [("prose", f"<p>{unwritable}</p>")]}):
        page = StandardPage.objects.get(pk=page.pk)
        for name, value in broken.items():
            setattr(page, name, value)
        with pytest.raises(ValidationError):
            page.save_revision()
        with pytest.raises(ValidationError):
            page.minimal_clean()


@pytest.mark.django_db
def test_a_form_that_the_admin_never_sends_is_not_a_fault_of_ours(cast: Cast) -> None:
    page = make_page("Une page", slug="une-page")
    client, address = cast.client(cast.publisher), f"/admin/pages/{page.pk}/edit/"
    form = page_form(page, contents("LINK", url="https://a.example/"))
    without_count = {key: value for key, value in form.items() if key != "body-count"}
    for wrong in (
        without_count,
        {key: value for key, value in form.items() if not key.startswith("comments-")},
        form | {"body-0-value": "{"},
        form | {"body-0-value": "[]"},
        form | {"body-0-value": "[" * 100_000},
    ):
        assert client.post(address, wrong).status_code < 500
    assert client.post(address, without_count).status_code == 400
    for number in ("9" * 20, str(2**63), "²"):
        answer = client.get(f"/admin/pages/{page.get_parent().pk}/?content_type={number}")
        assert answer.status_code in {200, 400}
