"""Create the review workflow of offers; safe to run again."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Workflow, WorkflowTask

from .models import JobOffer, OfferReviewTask

WORKFLOW_NAME = "Vérification des offres"
TASK_NAME = "Lecture par l’équipe"


def ensure_workflow(group: Group) -> Workflow:
    """Make sure that offers are reviewed by the members of `group`; other groups already set stay."""
    task = OfferReviewTask.objects.order_by("pk").first()
    if task is None:
        task = OfferReviewTask.objects.create(
            name=TASK_NAME,
            active=True,
            content_type=ContentType.objects.get_for_model(OfferReviewTask),
        )
    if not task.groups.exists():
        task.groups.add(group)
    workflow = JobOffer.get_default_workflow()
    if workflow is None:
        workflow = Workflow.objects.create(name=WORKFLOW_NAME, active=True)
        WorkflowTask.objects.create(workflow=workflow, task=task.task_ptr, sort_order=0)
    return workflow
