"""Follow what happens to an employer's account: its offers appear, wait or disappear with it."""

from __future__ import annotations

from django.utils import timezone

from . import listeners
from .models import JobOffer
from .services import release_waiting_offers


def follow_employer(*, employer_id: int, is_active: bool) -> None:
    """Put waiting offers in the queue when the employer becomes active, and refresh what is public."""
    from jobs.employers.models import Employer

    if is_active:
        employer = Employer.objects.get(pk=employer_id)
        release_waiting_offers(employer=employer, now=timezone.now())
    ids = list(
        JobOffer.objects.filter(employer_id=employer_id, live=True)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    listeners.notify(offer_ids=ids)
