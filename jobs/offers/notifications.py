"""Keep Wagtail's own mails about workflows away from employers: ours tell the decision, with its reason."""

from __future__ import annotations

from typing import Any

from wagtail.admin.mail import (
    WorkflowStateApprovalEmailNotifier,
    WorkflowStateRejectionEmailNotifier,
)
from wagtail.models import WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected

from .models import JobOffer


class NotForOffers:
    """A notifier that says nothing about job offers."""

    def can_handle(self, instance: Any, **kwargs: Any) -> bool:
        """Leave offers to `emails`."""
        about_an_offer = isinstance(instance, WorkflowState) and isinstance(
            instance.content_object, JobOffer
        )
        return not about_an_offer and bool(super().can_handle(instance, **kwargs))  # type: ignore[misc]


class ApprovalNotifier(NotForOffers, WorkflowStateApprovalEmailNotifier):
    """Tell of the approval of anything but an offer."""


class RejectionNotifier(NotForOffers, WorkflowStateRejectionEmailNotifier):
    """Tell of the rejection of anything but an offer."""


def replace_wagtail_mails() -> None:
    """Put our notifiers in the place of Wagtail's, whichever was connected first."""
    for signal, name, notifier in (
        (workflow_approved, "workflow_state_approved_email_notification", ApprovalNotifier()),
        (workflow_rejected, "workflow_state_rejected_email_notification", RejectionNotifier()),
    ):
        signal.disconnect(sender=WorkflowState, dispatch_uid=name)
        signal.connect(notifier, sender=WorkflowState, dispatch_uid=name, weak=False)
