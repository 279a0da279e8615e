"""The screens of translation give away no draft, publish nothing unfinished, and keep what can be kept."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from home.translations import remember, translate, update_translation
from tests.cast import Cast
from tests.factories import make_page
from tests.ui.test_figures import make_figure
from ui.languages import UnfinishedTranslation

pytestmark = pytest.mark.django_db
TITLE, SUMMARY, TEXT = "Une page", "Deux phrases.", "Des mots à nous."
WORDS = {TITLE: "A page", SUMMARY: "Two sentences.", TEXT: "Our own words."}
BULK = "/admin/bulk/wagtailcore/page/publish/"


@pytest.fixture
def english() -> Locale:
    return Locale.objects.get(language_code="en")


@pytest.fixture
def page() -> Any:
    return make_page(TITLE, summary=SUMMARY, body=[("prose", f"<p>{TEXT}</p>")])


@pytest.fixture
def draft(page: Any) -> Any:
    """Return a French page that was never published."""
    kept = make_page("Un secret", slug="un-secret", summary="Rien de public.")
    Page.objects.filter(pk=kept.pk).update(live=False, live_revision=None)
    return Page.objects.get(pk=kept.pk).specific


@pytest.fixture
def begun(page: Any, english: Locale, django_capture_on_commit_callbacks: Any) -> Any:
    """Return a translation that was begun, all in French."""
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(page, [english])
    return page.get_translation(english).specific


def is_published(page: Any) -> bool:
    return Page.objects.get(pk=page.pk).live_revision_id is not None


def submit(page: Any) -> str:
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])


def test_a_translation_with_sentences_in_french_is_published_by_no_door(
    cast: Cast, begun: Any
) -> None:
    translator = cast.client(cast.translator)
    answer = translator.post(f"{BULK}?id={begun.pk}", follow=True)
    assert str(UnfinishedTranslation.message) in answer.content.decode().replace("&#x27;", "'")

    home = begun.get_parent()
    translator.post(f"{BULK}?id={home.pk}", {"include_descendants": "on"})
    translator.post(f"/admin/api/main/pages/{begun.pk}/action/publish/")
    with pytest.raises(UnfinishedTranslation):
        begun.save_revision().publish()
    assert not is_published(begun)


def test_a_draft_older_than_its_translation_is_not_published_among_others(
    cast: Cast, page: Any, begun: Any, english: Locale, django_capture_on_commit_callbacks: Any
) -> None:
    source = TranslationSource.objects.get(object_id=page.translation_key)
    remember(source, english, WORDS)
    translator = cast.client(cast.translator)
    translator.post(f"{BULK}?id={begun.pk}")
    assert not is_published(begun)

    with django_capture_on_commit_callbacks(execute=True):
        Translation.objects.get(source=source).save_target(publish=False)
    translator.post(f"{BULK}?id={begun.pk}")
    assert is_published(begun)
    assert Page.objects.get(pk=begun.pk).title == "A page"


def test_a_translation_programmed_with_sentences_in_french_waits(begun: Any) -> None:
    begun.go_live_at = timezone.now() + dt.timedelta(days=1)
    revision = begun.save_revision()
    revision.publish()
    revision.refresh_from_db()
    assert revision.approved_go_live_at
    content = revision.content | {"go_live_at": None}
    type(revision).objects.filter(pk=revision.pk).update(content=content)
    type(revision).objects.get(pk=revision.pk).publish()
    assert not is_published(begun)


def test_words_known_in_part_begin_a_translation_without_publishing_it(
    page: Any, english: Locale
) -> None:
    translated = translate(page, english, {TITLE: "A page"})
    assert not is_published(translated)
    assert is_published(update_translation(page, english, WORDS))


def test_the_french_of_a_draft_is_not_given_to_translators(
    cast: Cast, draft: Any, page: Any, english: Locale
) -> None:
    translator, editor = cast.client(cast.translator), cast.client(cast.editor)
    assert translator.get(submit(page)).status_code == 200
    for answer in (
        translator.get(submit(draft), follow=True),
        translator.post(submit(draft), {"locales": english.pk}, follow=True),
    ):
        assert answer.status_code in {200, 403}
        assert "Un secret" not in answer.content.decode()
    assert not TranslationSource.objects.filter(object_id=draft.translation_key).exists()

    home = draft.get_parent()
    translator.post(submit(home), {"locales": english.pk, "include_subtree": "on"})
    assert not TranslationSource.objects.filter(object_id=draft.translation_key).exists()

    editor.post(submit(draft), {"locales": english.pk})  # who writes it may have it prepared
    source = TranslationSource.objects.get(object_id=draft.translation_key)
    Page.objects.filter(pk=draft.pk).update(title="Un autre secret")
    update = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert translator.post(update).status_code != 200
    source.refresh_from_db()
    assert source.object_repr == "Un secret"


def test_an_english_page_is_no_source(cast: Cast, begun: Any) -> None:
    assert cast.client(cast.publisher).get(submit(begun)).status_code in {302, 403}


def test_the_other_screens_ask_for_their_permissions(cast: Cast, begun: Any) -> None:
    figure = make_figure(label="Un chiffre à moi")
    report = reverse("wagtail_localize:translations_report")
    snippet = reverse(
        "wagtail_localize:submit_snippet_translation", args=["ui", "keyfigure", figure.pk]
    )
    assert cast.client(cast.translator).get(report).status_code == 200
    for who in (cast.referent, cast.health_contact, cast.moderator):
        client = cast.client(who)
        for address in (report, reverse("wagtail_localize:translations_report_results"), snippet):
            assert client.get(address).status_code in {302, 403}, address


def test_a_sentence_that_cannot_be_kept_is_refused(cast: Cast, begun: Any) -> None:
    translation = Translation.objects.get(source__object_id=begun.translation_key)
    segment = StringSegment.objects.filter(source=translation.source).first()
    assert segment is not None
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    client = cast.client(cast.translator)
    put = lambda data: client.put(  # noqa: E731
        address, data, content_type="application/x-www-form-urlencoded"
    )
    for wrong in ("", "value=a%00b", "value=" + "<b>" * 2000 + "x" + "</b>" * 2000):
        assert put(wrong).status_code == 400, wrong[:20]
    assert not StringTranslation.objects.filter(context=segment.context).exists()
    assert put("value=Our+words").status_code == 201


def test_a_po_file_that_cannot_be_read_is_said(cast: Cast, begun: Any) -> None:
    translation = Translation.objects.get(source__object_id=begun.translation_key)
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    client = cast.client(cast.translator)
    assert client.post(address).status_code == 302
    assert client.post(address, {"file": SimpleUploadedFile("a.po", b"")}).status_code == 302


def test_the_copy_of_a_draft_in_the_english_tree_gives_nothing_away(
    cast: Cast, draft: Any, english: Locale
) -> None:
    copy = draft.get_translation_or_none(english) or draft.copy_for_translation(english, alias=True)
    Page.objects.filter(pk=copy.pk).update(live=False)
    assert copy.alias_of_id == draft.pk
    translator, address = cast.client(cast.translator), f"/admin/pages/{copy.pk}/"
    for path in (
        f"/admin/pages/{copy.get_parent().pk}/",
        address,
        f"{address}edit/",
        f"{address}view_draft/",
        f"{address}history/",
        f"{address}usage/",
        f"{address}delete/",
        f"{address}move/",
        f"{address}copy/",
        f"{address}convert_alias/",
        f"/admin/api/main/pages/{copy.pk}/",
        "/admin/pages/search/?q=secret",
        "/admin/reports/aging-pages/",
        "/admin/",
    ):
        answer = translator.get(path)
        assert "Un secret" not in answer.content.decode(), path
    assert cast.client(cast.editor).get(f"{address}edit/").status_code == 200
