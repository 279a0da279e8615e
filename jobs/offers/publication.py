"""What Wagtail does at the end of a workflow. It is imported while Wagtail's models load, so it imports late."""

from __future__ import annotations

from typing import Any


def finish_workflow(workflow_state: Any, user: Any = None) -> None:
    """Publish at the end of a workflow: for an offer the reviewed revision, for pages as Wagtail does."""
    from wagtail.workflows import publish_workflow_state

    from jobs.offers.models import JobOffer

    if not isinstance(workflow_state.content_object, JobOffer):
        publish_workflow_state(workflow_state, user=user)
        return
    revision = workflow_state.current_task_state.revision
    revision.publish(user=user, skip_permission_checks=True)
