"""The report of translations and the editor's desk tell each page as it stands."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation

from home.bootstrap import ensure_child
from home.editor_panel import figures_to_check, own_drafts, programmed_pages
from home.models import HomePage, StandardPage
from home.translation_report import work_url
from home.translation_states import TranslationState, count_by_state, with_translation_state
from home.translations import translate, update_translation
from tests.cast import Cast
from ui.models import KeyFigure

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/traductions/"
SUMMARY = "Une ligne à traduire."


@pytest.fixture
def english() -> Locale:
    return Locale.objects.get(language_code="en")


@pytest.fixture
def page(english: Locale) -> StandardPage:
    """Return a French page that nobody translated: the English tree repeats it."""
    home = HomePage.objects.get(depth=2, locale__language_code="fr")
    found: StandardPage = ensure_child(
        home, StandardPage(title="Page d’essai", slug="essai", summary=SUMMARY)
    )
    found.copy_for_translation(english, alias=True)
    return found


def state_of(page: Page) -> str:
    return str(with_translation_state().get(pk=page.pk).state)


WORDS = {"Page d’essai": "A page", "essai": "a-page", SUMMARY: "One line."}


def forget_words(page: Page) -> None:
    """Leave a published translation without some of its words, as after a sentence that the French page gained."""
    words = StringTranslation.objects.filter(context__object_id=page.translation_key)
    words.filter(translation_of__data=SUMMARY).delete()


def test_every_french_page_online_is_told_once(page: StandardPage) -> None:
    french = Page.objects.live().filter(locale__language_code="fr", depth__gt=1)

    assert list(with_translation_state().order_by("pk")) == list(french.order_by("pk"))
    assert sum(count_by_state().values()) == french.count()


def test_a_page_shown_in_french_in_the_english_tree_is_not_translated(page: StandardPage) -> None:
    assert Page.objects.filter(translation_key=page.translation_key).count() == 2
    assert state_of(page) == TranslationState.UNTRANSLATED


def test_a_translated_page_falls_behind_when_the_french_changes_and_catches_up(
    page: StandardPage, english: Locale
) -> None:
    translate(page, english, WORDS)
    assert state_of(page) == TranslationState.TRANSLATED

    page.refresh_from_db()
    page.title = "Page changée"
    page.save_revision().publish()
    assert state_of(page) == TranslationState.BEHIND
    behind = with_translation_state().get(pk=page.pk)
    assert "/localize/update/" in work_url(behind)

    page.refresh_from_db()
    update_translation(page, english, {"Page changée": "A changed page"})
    assert state_of(page) == TranslationState.TRANSLATED


def test_a_translation_with_words_left_is_behind(page: StandardPage, english: Locale) -> None:
    translate(page, english, WORDS)
    forget_words(page)

    assert state_of(page) == TranslationState.BEHIND


def test_a_translation_that_is_not_online_is_behind(page: StandardPage, english: Locale) -> None:
    translate(page, english, WORDS).unpublish()

    assert state_of(page) == TranslationState.BEHIND


def test_a_page_written_by_hand_in_english_is_told_as_detached(
    page: StandardPage, english: Locale
) -> None:
    alias = page.get_translation(english)
    alias.alias_of = None
    alias.save()

    assert state_of(page) == TranslationState.DETACHED


def test_a_page_whose_translation_was_stopped_is_never_told_as_translated(
    cast: Cast, page: StandardPage, english: Locale
) -> None:
    translate(page, english, WORDS)
    Translation.objects.filter(source__object_id=page.translation_key).update(enabled=False)

    assert state_of(page) == TranslationState.DETACHED
    page.refresh_from_db()
    page.save_revision().publish()  # later than the French or not, it follows nothing
    assert state_of(page) == TranslationState.DETACHED
    told = with_translation_state().get(pk=page.pk)
    assert work_url(told) == f"/admin/pages/{told.english_pk}/edit/"
    html = cast.client(cast.translator).get(REPORT, {"state": "DETACHED"}).content.decode()
    assert page.title in html
    assert page.title not in (
        cast.client(cast.translator).get(REPORT, {"state": "TRANSLATED"}).content.decode()
    )
    assert f"{REPORT}?state=DETACHED" in panel(cast.client(cast.editor))


def test_a_new_site_has_translated_its_home_page_and_its_list_of_offers() -> None:
    states = with_translation_state().filter(url_path__in=["/accueil/", "/accueil/offres/"])

    assert {page.state for page in states} == {TranslationState.TRANSLATED}


def test_editors_read_the_report_and_sort_it_by_state(cast: Cast, page: StandardPage) -> None:
    client = cast.client(cast.editor)
    everything = client.get(REPORT).content.decode()
    translated = client.get(REPORT, {"state": "TRANSLATED"}).content.decode()

    assert page.title in everything
    assert page.title not in translated
    assert f"/admin/localize/submit/page/{page.pk}/" in everything
    assert client.get(REPORT, {"export": "csv"}).status_code == 200


def test_what_is_to_be_done_first_comes_first(
    cast: Cast, page: StandardPage, english: Locale
) -> None:
    home = HomePage.objects.get(depth=2, locale__language_code="fr")
    late = ensure_child(home, StandardPage(title="Page d’essai", slug="tard", summary=SUMMARY))
    translate(late, english, WORDS)
    forget_words(late)
    response = cast.client(cast.editor).get(REPORT)

    states = [found.state for found in response.context["object_list"]]
    order = ["UNTRANSLATED", "BEHIND", "TRANSLATED"]
    assert set(states) == set(order)
    assert states == sorted(states, key=order.index)
    for state in order:
        number = states.count(state)
        assert re.search(rf'\?state={state}"[^>]*>[^<]*\({number}\)</a>', response.content.decode())


def test_moderators_do_not_read_the_report(cast: Cast) -> None:
    answer = cast.client(cast.moderator).get(REPORT)

    assert answer.status_code == 302
    assert cast.client(cast.administrator).get(REPORT).status_code == 200


def test_the_menu_has_one_report_of_translations(cast: Cast) -> None:
    html = cast.client(cast.editor).get("/admin/").content.decode()

    assert html.count(REPORT) >= 1
    assert "/admin/localize/reports/translations/" not in html


def test_the_translation_editor_is_given_its_missing_words(cast: Cast) -> None:
    english = HomePage.objects.get(locale__language_code="en")
    html = cast.client(cast.editor).get(f"/admin/pages/{english.pk}/edit/").content.decode()
    script = html.split("js/admin-translation.js")[1].split(">")[0]

    assert "js-translation-editor" in html
    assert 'data-publish="Publier en "' in script
    assert "{source}" in script
    assert "{date}" in script


def test_the_report_costs_the_same_for_one_page_and_for_many(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    client = cast.client(cast.editor)
    home = HomePage.objects.get(depth=2, locale__language_code="fr")
    client.get(REPORT)
    counts = []
    for _turn in range(2):
        with django_assert_max_num_queries(60) as seen:
            client.get(REPORT)
        counts.append(len(seen))
        for number in range(10):
            ensure_child(home, StandardPage(title=f"Page {number}", slug=f"page-{number}"))

    assert counts[0] == counts[1]


def test_a_draft_waits_for_the_person_who_wrote_it(cast: Cast, page: StandardPage) -> None:
    page.title = "Page en travaux"
    page.save_revision(user=cast.editor)

    assert [found.pk for found in own_drafts(cast.editor)] == [page.pk]
    assert list(own_drafts(cast.administrator)) == []


def test_what_is_programmed_is_told_soonest_first(cast: Cast, page: StandardPage) -> None:
    now = timezone.now()
    page.go_live_at = now + dt.timedelta(days=2)
    page.save_revision(user=cast.editor).publish()
    leaving = Page.objects.get(slug="sante", locale__language_code="fr")
    Page.objects.filter(pk=leaving.pk).update(expire_at=now + dt.timedelta(days=1))

    found = programmed_pages(now)

    assert [(one.page.pk, one.is_leaving) for one in found] == [
        (leaving.pk, True),
        (page.pk, False),
    ]
    assert programmed_pages(now + dt.timedelta(days=3)) == []


@pytest.mark.parametrize(
    ("fields", "is_to_check"),
    [
        ({"year": 2026}, False),
        ({"year": 2024}, False),
        ({"year": 2023}, True),
        ({"source": ""}, True),
        ({"checked_on": dt.date(2024, 11, 20)}, True),
        ({"checked_on": dt.date(2024, 11, 22)}, False),
        ({"value": "3", "unit": "familles"}, True),
        ({"value": "+3"}, True),
        ({"value": "3", "unit": "%"}, False),
    ],
)
def test_a_figure_is_to_check_without_source_or_after_two_years(
    fields: dict[str, object], is_to_check: bool
) -> None:
    values = {"value": "108", "label": "familles", "definition": "Foyers.", "year": 2026}
    french = Locale.objects.get(language_code="fr")
    KeyFigure.objects.create(**values | {"source": "COPIL", "locale": french} | fields)

    assert bool(figures_to_check(dt.date(2026, 11, 21))) is is_to_check


def test_the_dashboard_shows_the_desk_to_editors_only(cast: Cast, page: StandardPage) -> None:
    page.title = "Page en travaux"
    page.save_revision(user=cast.editor)

    assert "Page en travaux" in panel(cast.client(cast.editor))
    assert panel(cast.client(cast.moderator)) == ""


def test_the_desk_costs_the_same_whatever_waits(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    client = cast.client(cast.editor)
    home = HomePage.objects.get(depth=2, locale__language_code="fr")
    client.get("/admin/")
    counts = []
    for turn in range(2):
        with django_assert_max_num_queries(60) as seen:
            client.get("/admin/")
        counts.append(len(seen))
        for number in range(8 * (1 - turn)):
            made = ensure_child(home, StandardPage(title=f"Page {number}", slug=f"page-{number}"))
            made.go_live_at = timezone.now() + dt.timedelta(days=number + 1)
            made.save_revision(user=cast.editor).publish()
            made.save_revision(user=cast.editor)

    assert counts[1] <= counts[0] + 1  # the pages that the revisions name, asked together


def panel(client: Client) -> str:
    """Return the desk as the dashboard shows it, empty where there is none."""
    html = client.get("/admin/").content.decode()
    found = re.search(r'<section[^>]*aria-labelledby="panel-desk".*?</section>', html, re.DOTALL)
    return found[0] if found else ""
