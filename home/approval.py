"""From editor to publisher: the workflow of pages, and what a publication changes to it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Min
from django.utils.translation import gettext_lazy as _
from wagtail.models import (
    GroupApprovalTask,
    Page,
    Revision,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)
from wagtail.signals import page_published

from home.editors import PUBLISH_PERMISSION
from ui.waiting import Waiting, WaitingKind

WORKFLOW_NAME = "Relecture avant publication"
TASK_NAME = "Relecture par un responsable de publication"
# News grow old: an editor should not wait longer for an answer.
LATE_AFTER = dt.timedelta(days=2)


def ensure_page_workflow(group: Group) -> Workflow:
    """Make sure that somebody of `group` approves each page; a workflow already given to the root stays."""
    root = Page.get_first_root_node()
    existing: WorkflowPage | None = WorkflowPage.objects.filter(page=root).first()
    if existing is not None:
        return existing.workflow
    task, _created = GroupApprovalTask.objects.get_or_create(
        name=TASK_NAME,
        defaults={"content_type": ContentType.objects.get_for_model(GroupApprovalTask)},
    )
    task.groups.add(group)
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW_NAME)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=root)
    return workflow


def connect() -> None:
    """Follow the publications."""
    page_published.connect(end_what_is_online, dispatch_uid="home.end_what_is_online")


def end_what_is_online(instance: Any, revision: Revision | None = None, **_kwargs: Any) -> None:
    """End the review of a version that is online already: a publisher published it without waiting.

    The review of a newer version goes on: a programmed publication must not lose it.
    """
    state = instance.current_workflow_state
    if state is None or revision is None or state.current_task_state is None:
        return
    if state.current_task_state.revision_id <= revision.pk:
        state.cancel()


def page_states() -> Any:
    """Return the reviews of pages, under way or finished."""
    return WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    ).order_by("pk")


def pages_waiting(_user: Any = None) -> Waiting:
    """Count the pages sent to the publishers, and date the oldest."""
    found = (
        page_states()
        .filter(status=WorkflowState.STATUS_IN_PROGRESS)
        .order_by()
        .aggregate(count=Count("pk"), oldest=Min("current_task_state__started_at"))
    )
    return Waiting(**found)


def sent_back_to(user: Any) -> Any:
    """Return the reviews in which a publisher asked this person for changes, latest first."""
    return (
        page_states()
        .filter(status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=user)
        .select_related("current_task_state")
        .order_by("-current_task_state__finished_at", "-pk")
    )


def kind() -> WaitingKind:
    """Return what publishers are shown as waiting."""
    return WaitingKind(
        name="pages",
        label=_("Pages to approve"),
        permission=PUBLISH_PERMISSION,
        read=pages_waiting,
        url_name="wagtailadmin_reports:workflow",
        late_after=LATE_AFTER,
        order=5,
    )
