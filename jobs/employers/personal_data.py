"""What the employers' slice holds of a person: ties to employers, and acts in the history."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from accounts.models import User
from operations.personal_data import Person, Source, tell

from . import journal
from .models import EmployerEvent, Membership
from .states import EmployerAct, MembershipStatus


def export_memberships(person: Person) -> dict[str, Any]:
    """Tell the ties to employers, and what the person did for them."""
    ties = Membership.objects.filter(user_id=person.id).select_related("employer").order_by("pk")
    events = EmployerEvent.objects.filter(actor_id=person.id).select_related("employer")
    names = ("employer", "role", "status", "job_title", "created_at", "decided_at")
    return {
        str(Membership._meta.verbose_name_plural): tell(ties, *names),
        str(EmployerEvent._meta.verbose_name_plural): tell(
            events.order_by("pk"), "employer", "act", "reason", "created_at"
        ),
    }


def erase_memberships(person: Person, now: datetime) -> None:
    """Close the ties to employers and blank the position held; the history keeps its own delay."""
    ties = Membership.objects.filter(user_id=person.id).select_related("employer")
    left = [tie.employer for tie in ties.filter(status=MembershipStatus.ACTIVE)]
    ties.update(status=MembershipStatus.REMOVED, job_title="", decided_at=now)
    if left:
        # Without a name: the line would otherwise write down again what is being erased.
        nobody = User(pk=person.id)
        for employer in left:
            journal.record(employer=employer, act=EmployerAct.MEMBER_REMOVED, by=nobody, now=now)


MEMBERSHIPS = Source("employers", export_memberships, erase_memberships)
