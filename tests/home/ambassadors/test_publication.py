"""A portrait of a real person is online only while it is tied to a member who agrees, whoever publishes and however."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Locale
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.ambassadors import services
from home.ambassadors.models import PortraitPage
from home.ambassadors.models.pages import NO_CONSENT, NOT_LINKED, ConsentMissing, PersonNotLinked
from home.ambassadors.states import Purpose
from home.scheduling import publish_due_pages
from home.translations import translate
from tests.cast import Cast
from tests.home.ambassadors.people import (
    acts,
    mails,
    make_member,
    make_pictured,
    make_portrait,
    make_request,
)
from ui.checklist import checks_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> PortraitPage:
    """Return the draft of a portrait of a real person, tied to nobody."""
    return make_portrait(live=False, is_fictional=False)


def is_online(page: PortraitPage) -> bool:
    """Say whether a portrait is online now."""
    return bool(PortraitPage.objects.get(pk=page.pk).live)


def link(page: PortraitPage, cast: Cast, now: dt.datetime, **fields: Any) -> Any:
    """Tie a portrait to a member."""
    person = make_member(now, cast.moderator, **fields)
    return services.link_portrait(person=person, portrait=page, by=cast.moderator, now=now)


def typed(page: PortraitPage, **changes: Any) -> dict[str, Any]:
    """Return what the editor sends."""
    values = {
        "title": page.title, "slug": page.slug, "summary": page.summary, "place": page.place, "territory": "",
        "theme": page.theme, "second_theme": "", "photo": "", "photo_agreed_on": "", "quote": page.quote,
        "body": streamfield([]), "seo_title": "", "search_description": "", "social_image": "",
        "go_live_at": "", "expire_at": "", "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
    }  # fmt: skip
    return dict(nested_form_data(values)) | changes


def edit(page: PortraitPage, client: Client, **changes: Any) -> Any:
    """Send the screen of the editor."""
    sent = typed(page, **changes)
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), sent, follow=True)


def words_of(response: Any) -> str:
    """Return what a screen says, without its no-break spaces."""
    return str(response.content.decode().replace("\u00a0", " ").replace("&#x27;", "’"))


def shown(message: Any) -> str:
    """Return a message as a page holds it."""
    return str(message).replace("\u00a0", " ")


def test_a_portrait_tied_to_nobody_is_refused_beside_its_box_and_the_draft_is_kept(
    cast: Cast, draft: PortraitPage
) -> None:
    publisher = cast.client(cast.publisher)

    refused = edit(draft, publisher, **{"action-publish": "1"})

    assert refused.context["form"].errors["is_fictional"] == [str(NOT_LINKED)]
    assert not is_online(draft)
    with pytest.raises(ValidationError):
        draft.full_clean()
    # The same page may be written and saved meanwhile.
    saved = edit(draft, publisher, quote="Mot changé.")
    assert saved.redirect_chain
    kept = PortraitPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert kept.quote == "Mot changé."


def test_with_the_consent_of_its_member_it_is_published(
    cast: Cast, draft: PortraitPage, now: dt.datetime, client: Client
) -> None:
    link(draft, cast, now)

    edit(draft, cast.client(cast.publisher), **{"action-publish": "1"})

    assert is_online(draft)
    assert client.get(draft.address).status_code == 200


def test_an_invented_person_needs_no_member(cast: Cast, draft: PortraitPage) -> None:
    edit(draft, cast.client(cast.publisher), is_fictional="on", **{"action-publish": "1"})

    assert is_online(draft)


@pytest.mark.parametrize("fields", [{"agrees_to_publication": False}, {}])
def test_a_member_who_did_not_agree_or_is_not_accepted_yet_is_no_consent(
    cast: Cast, draft: PortraitPage, now: dt.datetime, fields: dict[str, Any]
) -> None:
    person = make_member(now, cast.moderator, **fields) if fields else make_request(now)
    services.link_portrait(person=person, portrait=draft, by=cast.moderator, now=now)

    with pytest.raises(ConsentMissing) as refused:
        draft.save_revision(clean=False).publish()

    assert str(refused.value) == str(NO_CONSENT)
    assert not is_online(draft)


def test_what_counts_is_the_version_that_is_published(draft: PortraitPage) -> None:
    page = make_portrait("Inventée")
    page.is_fictional = False

    with pytest.raises(PersonNotLinked):
        page.save_revision(clean=False).publish()

    assert PortraitPage.objects.get(pk=page.pk).is_fictional


def test_a_portrait_is_not_programmed_without_consent(
    cast: Cast, draft: PortraitPage, now: dt.datetime
) -> None:
    later = timezone.now() + dt.timedelta(hours=1)
    asked = {"go_live_at": later.strftime("%Y-%m-%d %H:%M"), "action-publish": "1"}

    refused = edit(draft, cast.client(cast.publisher), **asked)

    assert "is_fictional" in refused.context["form"].errors
    draft.go_live_at = later
    with pytest.raises(PersonNotLinked):
        draft.save_revision(clean=False).publish()
    assert not PortraitPage.objects.get(pk=draft.pk).approved_schedule


def test_what_was_programmed_waits_for_the_consent(
    cast: Cast, draft: PortraitPage, now: dt.datetime
) -> None:
    due = timezone.now() - dt.timedelta(minutes=1)
    draft.go_live_at = due
    draft.save_revision(approved_go_live_at=due, clean=False)

    publish_due_pages(timezone.now())
    assert not is_online(draft)

    person = make_member(now, cast.moderator)
    person.portrait = draft
    person.save(update_fields=["portrait"])
    publish_due_pages(timezone.now())
    assert is_online(draft)


@pytest.mark.parametrize("from_above", [False, True])
def test_a_portrait_tied_to_nobody_is_not_published_among_others(
    cast: Cast, draft: PortraitPage, now: dt.datetime, from_above: bool
) -> None:
    chosen = draft.get_parent() if from_above else draft
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    address, sent = f"{bulk}?id={chosen.pk}", {"include_descendants": "on"} if from_above else {}
    publisher = cast.client(cast.publisher)

    answer = publisher.post(address, sent, follow=True)

    assert not is_online(draft)
    said = [shown(one) for one in answer.context["messages"]]
    assert any(draft.title in words and shown(NOT_LINKED) in words for words in said)
    link(draft, cast, now)
    publisher.post(address, sent)
    assert is_online(draft)


def test_the_approval_of_a_workflow_publishes_no_portrait_without_consent(
    cast: Cast, draft: PortraitPage, now: dt.datetime
) -> None:
    draft.get_workflow().start(draft, cast.editor)
    task = draft.current_workflow_task_state
    assert isinstance(task.task.specific, GroupApprovalTask)
    approve = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", task.pk])
    publisher = cast.client(cast.publisher)

    answer = publisher.post(approve, {"comment": ""}, follow=True)

    assert not is_online(draft)
    said = [shown(one) for one in answer.context["messages"]]
    assert any(shown(NOT_LINKED) in words for words in said)
    hurried = publisher.post(
        approve, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"}
    )
    assert hurried.json()["redirect"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    # The request still waits: once the person is linked, the same approval publishes.
    link(draft, cast, now)
    publisher.post(approve, {"comment": ""})
    assert is_online(draft)


def test_the_list_of_the_editor_says_what_to_do(
    cast: Cast, draft: PortraitPage, now: dt.datetime
) -> None:
    def line() -> Any:
        return next(check for check in checks_of(draft) if check.name == "consent")

    assert (line().is_passed, line().is_required, line().help) == (False, True, NOT_LINKED)
    page = cast.client(cast.editor).get(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    assert 'data-check="consent" data-state="refused"' in page.content.decode()

    person = link(draft, cast, now)
    assert line().is_passed
    services.change_consent(person=person, purpose=Purpose.PUBLICATION, agrees=False, now=now)
    assert (line().is_passed, line().help) == (False, NO_CONSENT)


def test_the_team_links_a_draft_then_the_publisher_publishes(
    cast: Cast, draft: PortraitPage, now: dt.datetime
) -> None:
    person, team = make_member(now, cast.moderator), cast.client(cast.moderator)
    file = reverse("ambassadors_admin:detail", args=[person.pk])
    assert f'<option value="{draft.pk}">' in team.get(file).content.decode()

    team.post(reverse("ambassadors_admin:portrait", args=[person.pk]), {"portrait": draft.pk})
    edit(draft, cast.client(cast.publisher), **{"action-publish": "1"})

    assert is_online(draft)
    assert acts(person)[-1] == "PORTRAIT_LINKED"


@pytest.mark.parametrize("is_replaced", [True, False])
def test_a_portrait_that_is_nobodys_any_more_leaves_the_site(
    cast: Cast, now: dt.datetime, is_replaced: bool, django_capture_on_commit_callbacks: Any
) -> None:
    editor, (person, portrait) = cast.editor, make_pictured(now, cast.moderator)
    with django_capture_on_commit_callbacks(execute=True):
        same = (portrait.title, portrait.summary, portrait.place, portrait.quote)
        translate(
            portrait, Locale.objects.get(language_code="en"), dict(zip(same, same, strict=True))
        )
    other = make_portrait("Autre Essai", live=False, is_fictional=False) if is_replaced else None

    services.link_portrait(person=person, portrait=other, by=cast.moderator, now=now)

    pages = PortraitPage.objects.filter(translation_key=portrait.translation_key)
    assert [page.live for page in pages] == [False, False]
    assert acts(person)[-2:] == ["PORTRAIT_LINKED", "PORTRAIT_WITHDRAWN"]
    assert editor.email in [mail.to for mail in mails("portrait_withdrawn")]


def test_an_invented_portrait_stays_when_its_member_takes_another(
    cast: Cast, now: dt.datetime
) -> None:
    person, portrait = make_member(now, cast.moderator), make_portrait()
    person = services.link_portrait(person=person, portrait=portrait, by=cast.moderator, now=now)

    services.link_portrait(person=person, portrait=None, by=cast.moderator, now=now)

    assert is_online(portrait)
