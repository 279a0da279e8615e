"""From editor to publisher: who submits, who approves, what is asked for, what appears and leaves by itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, Workflow, WorkflowState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from accounts import roles
from accounts.roles import Role
from home.approval import WORKFLOW_NAME, pages_waiting, sent_back_to
from home.news.models import NewsIndexPage, NewsPage
from home.scheduling import publish_due_pages
from tests.cast import Cast
from tests.factories import make_image

pytestmark = pytest.mark.django_db
REMARK = "Ajoutez la date de la rencontre, s’il vous plaît."


def form(**changes: object) -> dict[str, Any]:
    """Return what the editor's form of an article sends."""
    values = {
        "title": "Une rencontre à Figeac",
        "slug": "une-rencontre-a-figeac",
        "summary": "Des employeurs et des candidats se sont rencontrés.",
        "date": "2026-11-01",
        "theme": "emploi",
        "body": streamfield([("prose", rich_text("<p>Le texte.</p>", features=["bold"]))]),
        "comments": inline_formset([]),
    }
    return nested_form_data(values | changes)


@pytest.fixture
def editing(cast: Cast) -> Client:
    return cast.client(cast.editor)


@pytest.fixture
def publishing(cast: Cast) -> Client:
    return cast.client(cast.publisher)


@pytest.fixture
def photo() -> int:
    return int(make_image().pk)


def write(client: Client, photo: int, **acts: str) -> NewsPage:
    """Write an article; return it as it is stored."""
    index = NewsIndexPage.objects.get(locale__language_code="fr")
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])
    assert client.post(address, form(photo=photo) | acts).status_code == 302
    found: NewsPage = NewsPage.objects.get(alias_of=None)
    return found


def edit(client: Client, article: NewsPage, photo: int, **acts: str) -> NewsPage:
    """Send the form of an article again; return it as it is stored."""
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert client.post(address, form(photo=photo) | acts).status_code == 302
    article.refresh_from_db()
    return article


def decide(client: Client, article: NewsPage, action: str, comment: str = "") -> NewsPage:
    """Answer what was submitted, from the dashboard."""
    state = article.current_workflow_state
    assert state is not None
    address = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[article.pk, action, state.current_task_state_id],
    )
    client.post(address, {"comment": comment})
    article.refresh_from_db()
    return article


def test_bootstrap_gives_every_page_its_workflow() -> None:
    article_parent = NewsIndexPage.objects.get(locale__language_code="fr")

    workflow = article_parent.get_workflow()

    assert workflow is not None
    assert workflow.name == WORKFLOW_NAME
    [task] = workflow.tasks
    assert [group.name for group in task.specific.groups.all()] == [Role.PUBLISHERS]
    assert Workflow.objects.filter(name=WORKFLOW_NAME).count() == 1


def test_an_editor_submits_and_cannot_publish(editing: Client, client: Client, photo: int) -> None:
    address = reverse(
        "wagtailadmin_pages:add",
        args=["news", "newspage", NewsIndexPage.objects.get(locale__language_code="fr").pk],
    )
    html = editing.get(address).content.decode()
    assert 'name="action-submit"' in html
    assert 'name="action-publish"' not in html

    article = write(editing, photo, **{"action-publish": "1"})
    assert (article.live, article.current_workflow_state) == (False, None)

    article = edit(editing, article, photo, **{"action-submit": "1"})
    assert article.current_workflow_state is not None
    assert not article.live
    assert client.get("/actualites/une-rencontre-a-figeac/").status_code == 404


def test_a_publisher_comments_then_approves_what_came_back(
    editing: Client, publishing: Client, client: Client, cast: Cast, photo: int
) -> None:
    article = write(editing, photo, **{"action-submit": "1"})
    assert article.title in publishing.get("/admin/").content.decode()

    decide(publishing, article, "reject", REMARK)
    assert [state.object_id for state in sent_back_to(cast.editor)] == [str(article.pk)]
    assert REMARK in editing.get("/admin/").content.decode()

    edit(editing, article, photo, **{"action-submit": "1"})
    article = decide(publishing, article, "approve")

    assert article.live
    assert client.get("/actualites/une-rencontre-a-figeac/").status_code == 200
    assert list(sent_back_to(cast.editor)) == []


def test_an_editor_does_not_approve_what_a_publisher_has_to(editing: Client, photo: int) -> None:
    article = write(editing, photo, **{"action-submit": "1"})

    article = decide(editing, article, "approve")

    assert not article.live
    assert article.current_workflow_state is not None
    assert article.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_what_waits_is_counted_and_dated(editing: Client, photo: int, cast: Cast) -> None:
    assert pages_waiting(cast.publisher).count == 0

    write(editing, photo, **{"action-submit": "1"})
    found = pages_waiting(cast.publisher)

    assert found.count == 1
    assert found.oldest is not None
    assert timezone.now() - found.oldest < dt.timedelta(minutes=1)


def test_publishing_without_waiting_ends_the_review(
    editing: Client, publishing: Client, photo: int
) -> None:
    article = write(editing, photo, **{"action-submit": "1"})

    article = edit(publishing, article, photo, **{"action-publish": "1"})

    assert article.live
    assert article.current_workflow_state is None


def test_a_comment_is_kept_on_the_field_it_is_about(
    editing: Client, publishing: Client, photo: int, cast: Cast
) -> None:
    article = write(editing, photo)
    remark = {
        "text": "Qui parle ?", "contentpath": "title", "position": "", "deleted": "",
        "resolved": "", "id": "", "replies": inline_formset([]),
    }  # fmt: skip
    comments = nested_form_data({"comments": inline_formset([remark])})

    edit(publishing, article, photo, **comments)

    [comment] = article.wagtail_admin_comments.all()
    assert (comment.text, comment.contentpath, comment.user) == (
        "Qui parle ?",
        "title",
        cast.publisher,
    )
    assert (
        "Qui parle ?"
        in editing.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    )


def test_an_article_appears_and_leaves_at_its_hours(
    publishing: Client, client: Client, photo: int
) -> None:
    now = timezone.now()
    article = write(publishing, photo)
    article = article.get_latest_revision_as_object()
    article.go_live_at = now + dt.timedelta(hours=1)
    article.expire_at = now + dt.timedelta(hours=2)
    article.save_revision().publish()
    path = "/actualites/une-rencontre-a-figeac/"
    publish_due_pages(now)
    assert client.get(path).status_code == 404

    move(article, -dt.timedelta(minutes=90))
    publish_due_pages(now)
    assert client.get(path).status_code == 200

    Page.objects.filter(pk=article.pk).update(expire_at=now - dt.timedelta(minutes=1))
    publish_due_pages(now)
    article = NewsPage.objects.get(pk=article.pk)
    assert (article.live, article.expired) == (False, True)
    assert client.get(path).status_code == 404


def move(article: NewsPage, delay: dt.timedelta) -> None:
    """Bring the hours of a programmed page nearer, as time does."""
    revision = article.scheduled_revision
    assert revision is not None
    revision.approved_go_live_at += delay
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()


def test_a_site_older_than_the_publishers_gives_them_what_editors_published() -> None:
    roots = GroupPagePermission.objects.filter(
        group__name=Role.EDITORS, page=Page.get_first_root_node()
    )
    assert not roots.filter(permission__codename="publish_page").exists()

    groups = roles.sync_roles()
    given = GroupPagePermission.objects.filter(
        group=groups[Role.PUBLISHERS], page=Page.get_first_root_node()
    )
    assert given.filter(permission__codename="publish_page").exists()


def test_nobody_is_told_by_a_mail_that_wagtail_wrote_twice(editing: Client, photo: int) -> None:
    write(editing, photo, **{"action-submit": "1"})

    addresses = [address for message in mail.outbox for address in message.to]
    assert len(addresses) == len(set(addresses))
