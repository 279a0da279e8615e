"""Pages in two languages: French is shown as French, a translation is whole, and never ahead of its French."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from config.sitemaps import online_pages
from home.models import LegalPage, StandardPage
from home.scheduling import publish_due_pages
from home.translations import remember, translate, update_translation
from tests.cast import Cast
from tests.factories import make_page
from ui.languages import DetachedFromFrench, NotOfTheFrenchText, SourceNotOnline
from ui.models import NavigationSettings, SiteSettings

pytestmark = pytest.mark.django_db
TITLE, SUMMARY, TEXT = "Une page", "Deux phrases.", "Des mots à nous."
WORDS = {TITLE: "A page", SUMMARY: "Two sentences.", f"{TEXT}": "Our own words."}


@pytest.fixture
def english() -> Locale:
    return Locale.objects.get(language_code="en")


@pytest.fixture
def page() -> StandardPage:
    """Return a French page online, not translated."""
    found: StandardPage = make_page(TITLE, summary=SUMMARY, body=[("prose", f"<p>{TEXT}</p>")])
    return found


@pytest.fixture
def cookies() -> LegalPage:
    """Return a text that binds in French."""
    found: LegalPage = LegalPage.objects.get(kind="cookies", locale__language_code="fr")
    return found


def publish_now(page: Any, callbacks: Any, english: Locale, words: dict[str, str]) -> Any:
    with callbacks(execute=True):
        return translate(page, english, words)


def test_a_page_not_translated_is_french_and_says_so(client: Client, page: StandardPage) -> None:
    html = client.get("/en/une-page/").content.decode()

    assert '<html lang="en">' in html
    assert "This page is not translated yet." in html
    before = html.split(TEXT)[0]
    assert before.rfind('lang="fr"') > before.rfind("<main")


def test_a_translation_that_was_begun_is_still_shown_as_french(
    client: Client,
    page: StandardPage,
    english: Locale,
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        translate_object(page, [english])
    begun = page.get_translation(english).specific

    assert begun.alias_of_id is None
    assert (begun.live, begun.is_untranslated, begun.content_language) == (True, True, "fr")
    html = client.get("/en/une-page/").content.decode()
    assert "This page is not translated yet." in html
    assert '<link rel="canonical" href="http://testserver/une-page/">' in html
    assert begun.pk not in set(online_pages().values_list("pk", flat=True))


def test_the_screen_of_translations_publishes_nothing_unfinished(
    cast: Cast,
    client: Client,
    page: StandardPage,
    english: Locale,
    django_capture_on_commit_callbacks: Any,
) -> None:
    translator = cast.client(cast.translator)
    translator.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        {"locales": english.pk},
    )
    begun = page.get_translation(english)
    address = reverse("wagtailadmin_pages:edit", args=[begun.pk])
    assert translator.get(address).status_code == 200

    answer = translator.post(address, {"action": "publish"}, follow=True)
    begun.refresh_from_db()
    assert begun.live_revision_id is None
    assert answer.context["messages"]

    source = TranslationSource.objects.get(object_id=page.translation_key)
    remember(source, english, WORDS)
    with django_capture_on_commit_callbacks(execute=True):
        translator.post(address, {"action": "publish"})
    html = client.get("/en/une-page/").content.decode()
    assert "Our own words." in html
    assert "This page is not translated yet." not in html


def test_an_update_never_publishes_what_is_still_in_french(
    cast: Cast,
    client: Client,
    page: StandardPage,
    english: Locale,
    django_capture_on_commit_callbacks: Any,
) -> None:
    publish_now(page, django_capture_on_commit_callbacks, english, WORDS)
    page.refresh_from_db()
    page.summary = "Une phrase nouvelle."
    page.save_revision().publish()
    source = TranslationSource.objects.get(object_id=page.translation_key)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    translator = cast.client(cast.translator)

    assert (
        'type="checkbox" name="publish_translations"'
        not in translator.get(address).content.decode()
    )
    with django_capture_on_commit_callbacks(execute=True):
        translator.post(address, {"publish_translations": "on"})

    html = client.get("/en/une-page/").content.decode()
    assert "Two sentences." in html
    assert "Une phrase nouvelle." not in html


def test_a_translation_says_that_the_french_changed_since(
    client: Client,
    page: StandardPage,
    english: Locale,
    django_capture_on_commit_callbacks: Any,
) -> None:
    publish_now(page, django_capture_on_commit_callbacks, english, WORDS)
    assert "may be out of date" not in client.get("/en/une-page/").content.decode()

    page.refresh_from_db()
    page.save_revision().publish()

    html = client.get("/en/une-page/").content.decode()
    assert "may be out of date" in html
    assert 'href="/une-page/"' in html


def test_a_translation_is_never_online_before_its_french(
    page: StandardPage, english: Locale, django_capture_on_commit_callbacks: Any
) -> None:
    page.unpublish()
    with pytest.raises(SourceNotOnline):
        publish_now(page, django_capture_on_commit_callbacks, english, WORDS)


def test_a_translation_leaves_the_site_with_its_french(
    client: Client,
    page: StandardPage,
    english: Locale,
    django_capture_on_commit_callbacks: Any,
) -> None:
    publish_now(page, django_capture_on_commit_callbacks, english, WORDS)
    assert client.get("/en/une-page/").status_code == 200

    page.refresh_from_db()
    page.unpublish()

    assert client.get("/en/une-page/").status_code == 404
    assert not page.get_translation(english).live


def test_a_programmed_translation_waits_for_its_french(
    client: Client,
    page: StandardPage,
    english: Locale,
    django_capture_on_commit_callbacks: Any,
) -> None:
    translated = publish_now(page, django_capture_on_commit_callbacks, english, WORDS).specific
    page.refresh_from_db()
    page.unpublish()
    translated = translated.__class__.objects.get(pk=translated.pk)
    due = timezone.now() - dt.timedelta(minutes=1)
    translated.go_live_at = due
    translated.save_revision(approved_go_live_at=due)

    publish_due_pages(timezone.now())
    assert client.get("/en/une-page/").status_code == 404

    page.refresh_from_db()
    page.save_revision().publish()
    publish_due_pages(timezone.now())
    assert client.get("/en/une-page/").status_code == 200


def test_a_legal_text_is_translated_from_the_french_that_is_online_and_says_which_binds(
    client: Client,
    cookies: LegalPage,
    english: Locale,
    django_capture_on_commit_callbacks: Any,
) -> None:
    publish_now(cookies, django_capture_on_commit_callbacks, english, {cookies.title: "Cookies"})

    html = client.get("/en/cookies/").content.decode()
    assert "The French text prevails." in html
    assert 'href="/cookies/"' in html


def test_a_legal_text_is_never_translated_from_another_text_than_the_one_online(
    cookies: LegalPage, english: Locale, django_capture_on_commit_callbacks: Any
) -> None:
    publish_now(cookies, django_capture_on_commit_callbacks, english, {})
    translated = cookies.get_translation(english).specific
    cookies.refresh_from_db()
    cookies.save_revision().publish()

    with pytest.raises(NotOfTheFrenchText):
        translated.save_revision().publish()

    with django_capture_on_commit_callbacks(execute=True):
        update_translation(cookies, english, {})


def test_a_legal_text_written_in_english_alone_is_not_published(
    cookies: LegalPage, english: Locale, django_capture_on_commit_callbacks: Any
) -> None:
    publish_now(cookies, django_capture_on_commit_callbacks, english, {})
    Translation.objects.filter(source__object_id=cookies.translation_key).update(enabled=False)
    translated = cookies.get_translation(english).specific
    translated.title = "Cookies, and a clause that French law does not know"

    with pytest.raises(NotOfTheFrenchText):
        translated.save_revision().publish()

    assert Page.objects.get(pk=translated.pk).title != translated.title


def test_menus_and_the_footer_say_what_they_leave_in_french(client: Client) -> None:
    menus = NavigationSettings.objects.get()
    first = menus.main_menu[0].value
    first["label_en"] = ""
    menus.save()
    SiteSettings.objects.update(footer_text="Le programme du Lot.", footer_text_en="")

    english = client.get("/en/").content.decode()
    french = client.get("/").content.decode()

    assert f'lang="fr">{first["label"]}</a>' in english
    assert '<p lang="fr">Le programme du Lot.</p>' in english
    assert f'lang="fr">{first["label"]}</a>' not in french


def test_the_way_to_a_page_says_which_of_its_steps_are_in_french(
    client: Client, page: StandardPage
) -> None:
    trail = client.get("/en/une-page/").content.decode().split('class="breadcrumb__list"')[1]

    assert f'aria-current="page" lang="fr">{TITLE}' in trail.split("</ol>")[0]


@pytest.fixture
def translated(page: StandardPage, english: Locale, django_capture_on_commit_callbacks: Any) -> Any:
    """Return the English of an ordinary page, online and translated."""
    return publish_now(page, django_capture_on_commit_callbacks, english, WORDS).specific


def translation_of(page: StandardPage) -> Translation:
    found: Translation = Translation.objects.get(source__object_id=page.translation_key)
    return found


def detach(page: StandardPage) -> None:
    """Leave the English of a page as a stop of its translation left it, before that was refused."""
    Translation.objects.filter(source__object_id=page.translation_key).update(enabled=False)


ALONE = "What no French text says"


@pytest.mark.parametrize("who", ["translator", "editor", "publisher", "administrator"])
def test_the_translation_of_a_page_is_never_stopped(
    cast: Cast, page: StandardPage, translated: Any, who: str
) -> None:
    translation = translation_of(page)
    address = reverse("wagtail_localize:stop_translation", args=[translation.pk])

    answer = cast.client(getattr(cast, who)).post(address, {"next": "/admin/"}, follow=True)

    assert translation_of(page).enabled
    edit = reverse("wagtailadmin_pages:edit", args=[translated.pk])
    assert answer.redirect_chain[0][0] == edit
    assert len(answer.context["messages"]) == 1


@pytest.mark.parametrize("who", ["translator", "editor", "publisher"])
def test_a_page_that_repeats_the_french_is_not_made_an_ordinary_one(
    cast: Cast, page: StandardPage, english: Locale, who: str
) -> None:
    alias = page.get_translation(english)
    assert alias.alias_of_id == page.pk

    cast.client(getattr(cast, who)).post(
        reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])
    )

    alias.refresh_from_db()
    assert alias.alias_of_id == page.pk


def test_an_ordinary_page_that_follows_nothing_is_not_published(
    page: StandardPage, translated: Any
) -> None:
    detach(page)
    translated.title = ALONE
    revision = translated.save_revision()

    with pytest.raises(DetachedFromFrench):
        revision.publish()
    assert Page.objects.get(pk=translated.pk).title != ALONE


def test_an_ordinary_page_that_follows_nothing_is_not_programmed_either(
    client: Client, page: StandardPage, translated: Any
) -> None:
    detach(page)
    due = timezone.now() - dt.timedelta(minutes=1)
    translated.title = ALONE
    translated.go_live_at = due
    translated.save_revision(approved_go_live_at=due)

    publish_due_pages(timezone.now())

    assert ALONE not in client.get("/en/une-page/").content.decode()


@pytest.mark.parametrize("act", ["action-publish", "action-submit", "programmed"])
def test_the_editor_refuses_it_with_the_reason_and_keeps_what_was_typed(
    cast: Cast, page: StandardPage, translated: Any, act: str
) -> None:
    detach(page)
    typed: dict[str, Any] = nested_form_data(
        {
            "title": ALONE, "slug": translated.slug, "summary": "", "seo_title": "", "search_description": "",
            "body": streamfield([]), "comments": inline_formset([]),
        }
    )  # fmt: skip
    typed["action-publish" if act == "programmed" else act] = "1"
    if act == "programmed":
        typed["go_live_at"] = (timezone.now() + dt.timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    client = cast.client(cast.editor if act == "action-submit" else cast.publisher)

    answer = client.post(reverse("wagtailadmin_pages:edit", args=[translated.pk]), typed)

    assert answer.status_code == 200
    assert str(DetachedFromFrench.message) in answer.context["form"].non_field_errors()
    assert ALONE in answer.content.decode()
    kept = Page.objects.get(pk=translated.pk)
    assert (kept.title, kept.current_workflow_state) == (translated.title, None)


def test_it_is_not_published_among_others(cast: Cast, page: StandardPage, translated: Any) -> None:
    detach(page)
    translated.title = ALONE
    translated.save_revision()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    answer = cast.client(cast.publisher).post(f"{bulk}?id={translated.pk}", follow=True)

    assert Page.objects.get(pk=translated.pk).title != ALONE
    said = [str(one) for one in answer.context["messages"]]
    assert any(str(DetachedFromFrench.message) in words for words in said)


def test_a_page_of_the_french_text_is_published_among_others(
    cast: Cast, page: StandardPage, translated: Any
) -> None:
    translated.title = "Another title"
    translated.save_revision()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    cast.client(cast.publisher).post(f"{bulk}?id={translated.pk}")

    assert Page.objects.get(pk=translated.pk).title == "Another title"


def test_a_detached_page_begun_again_says_what_its_translation_says(
    cast: Cast,
    client: Client,
    page: StandardPage,
    translated: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    detach(page)
    Page.objects.filter(pk=translated.pk).update(title=ALONE)
    address = reverse("wagtailadmin_pages:edit", args=[translated.pk])
    again = {"localize-restart-translation": "1"}

    cast.client(cast.editor).post(address, again)  # who does not publish does not put it online
    assert not translation_of(page).enabled

    with django_capture_on_commit_callbacks(execute=True):
        cast.client(cast.translator).post(address, again)
    assert translation_of(page).enabled
    html = client.get("/en/une-page/").content.decode()
    assert ALONE not in html
    assert "Our own words." in html


def test_an_ordinary_translation_is_published_though_the_french_changed_and_is_told_as_behind(
    client: Client, page: StandardPage, translated: Any
) -> None:
    page.refresh_from_db()
    page.save_revision().publish()

    translated.save_revision().publish()

    assert "may be out of date" in client.get("/en/une-page/").content.decode()


def test_translations_leave_the_site_with_a_french_page_that_is_deleted(
    client: Client, page: StandardPage, translated: Any
) -> None:
    page.refresh_from_db()
    page.delete()

    assert client.get("/en/une-page/").status_code == 404
