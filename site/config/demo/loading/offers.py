"""Load the offers of the demonstration in every state, through the services, with dates relative to today."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from accounts.models import User
from config.demo.employers import employers
from config.demo.offers import DemoOffer, offers
from jobs.employers.models import Employer, Establishment, Membership
from jobs.employers.states import MembershipStatus
from jobs.offers import listeners, moderation, services
from jobs.offers.models import JobOffer, OfferLifecycle
from jobs.offers.querysets import paris_day
from jobs.offers.states import OfferState, Outcome
from territory.models import Municipality

NAMESPACE = uuid.UUID("6f0d2a52-6a1b-4a46-9b58-0a46c0ffee46")
REVIEW_DELAY = dt.timedelta(hours=20)
PUBLISHED = frozenset(
    {
        OfferState.ONLINE,
        OfferState.ONLINE_CHANGE_PENDING,
        OfferState.PAUSED,
        OfferState.SUSPENDED,
        OfferState.EXPIRED,
        OfferState.FILLED,
        OfferState.CLOSED,
    }
)
# The reason shown where the story gives none.
REASON = "L’équipe vérifie une information avec l’employeur."


def key_of(demo: DemoOffer) -> uuid.UUID:
    """Return the number by which an offer of the demonstration is found again."""
    return uuid.uuid5(NAMESPACE, demo.key)


class OfferLoader:
    """Load offers with what is read once: people, places, employers."""

    def __init__(self, loaded: dict[str, Employer], moderator: User, now: dt.datetime) -> None:
        self.employers, self.moderator, self.now = loaded, moderator, now
        self.places = {place.insee: place for place in Municipality.objects.all()}
        self.establishments = {
            (place.employer_id, place.name): place for place in Establishment.objects.all()
        }
        memberships = Membership.objects.filter(status=MembershipStatus.ACTIVE).select_related(
            "user"
        )
        self.writers = {member.employer_id: member.user for member in memberships.order_by("-pk")}

    def load(self, demo: DemoOffer) -> bool:
        """Create one offer and lead it to its state, or refresh its dates; True when it is new."""
        employer = self.employers[demo.employer]
        existing = JobOffer.objects.filter(employer=employer, creation_key=key_of(demo)).first()
        if existing is not None:
            self._refresh(demo, existing)
            return False
        sent = self.now - dt.timedelta(days=demo.age_days)
        draft = services.create_draft(
            employer=employer,
            by=self.writers.get(employer.pk),
            now=sent,
            key=key_of(demo),
            family_id=demo.family or None,
            establishment=self._establishment(demo, employer),
            municipalities=[self.places[code] for code in demo.municipalities],
            **demo.model_fields(paris_day(self.now)),
        )
        self._set_dates(demo, draft, sent)
        self._lead(demo, draft, sent)
        self._refresh(demo, draft)
        return True

    def _establishment(self, demo: DemoOffer, employer: Employer) -> Establishment | None:
        name = next(
            (
                place.name
                for place in employers()[demo.employer].establishments
                if place.key == demo.establishment
            ),
            "",
        )
        return self.establishments.get((employer.pk, name))

    def _set_dates(self, demo: DemoOffer, offer: JobOffer, sent: dt.datetime) -> None:
        # Submission refuses a last day in the past: an expired offer gets its own once it was online.
        last_day = max(demo.last_day(paris_day(self.now)), paris_day(sent))
        OfferLifecycle.objects.filter(pk=offer.pk).update(last_day=last_day)

    def _lead(self, demo: DemoOffer, offer: JobOffer, sent: dt.datetime) -> None:
        state = OfferState(demo.state)
        writer = self.writers.get(offer.employer_id)
        if state == OfferState.DRAFT:
            return
        services.submit_offer(offer=offer, by=writer, now=sent)
        if state in (OfferState.PENDING, OfferState.WAITING_ACCOUNT):
            return
        decided = sent + min(REVIEW_DELAY, (self.now - sent) / 2)
        task = self._task(offer)
        if state == OfferState.CHANGES_REQUESTED:
            moderation.request_changes(
                task_state_id=task, by=self.moderator, reason=demo.state_note or REASON,
                notes=demo.notes, now=decided,
            )  # fmt: skip
        elif state == OfferState.REFUSED:
            moderation.refuse_offer(
                task_state_id=task, by=self.moderator, reason=demo.state_note or REASON,
                reason_code=demo.reason_code or "OTHER", now=decided,
            )  # fmt: skip
        else:
            moderation.approve_offer(task_state_id=task, by=self.moderator, now=decided)
            self._after_approval(demo, state, offer, writer)

    def _after_approval(
        self, demo: DemoOffer, state: OfferState, offer: JobOffer, writer: User | None
    ) -> None:
        act: dict[str, Any] = {"offer": offer, "by": writer, "now": self.now}
        if state == OfferState.PAUSED:
            services.pause_offer(**act)
        elif state == OfferState.SUSPENDED:
            moderation.suspend_offer(
                **act | {"by": self.moderator}, reason=demo.state_note or REASON
            )
        elif state in (OfferState.FILLED, OfferState.CLOSED, OfferState.WITHDRAWN):
            fallback = Outcome.WITHDRAWN if state == OfferState.WITHDRAWN else Outcome.FILLED_BY_US
            services.close_offer(**act, outcome=Outcome(demo.outcome or fallback))
        elif state == OfferState.ONLINE_CHANGE_PENDING:
            self._change(demo, offer, writer)

    def _change(self, demo: DemoOffer, offer: JobOffer, writer: User | None) -> None:
        offer = JobOffer.objects.select_related("lifecycle", "employer").get(pk=offer.pk)
        draft = services.latest_draft(offer)
        for name, value in demo.pending_changes.items():
            setattr(draft, name, value)
        services.save_draft(draft=draft, by=writer, expected_revision=None, now=self.now)
        services.submit_offer(offer=offer, by=writer, now=self.now)

    def _task(self, offer: JobOffer) -> int:
        state = JobOffer.objects.get(pk=offer.pk).current_workflow_state
        return int(state.current_task_state_id)

    def _refresh(self, demo: DemoOffer, offer: JobOffer) -> None:
        today = paris_day(self.now)
        sent = self.now - dt.timedelta(days=demo.age_days)
        dates: dict[str, Any] = {"last_day": demo.last_day(today)}
        if OfferState(demo.state) != OfferState.DRAFT:
            # An edit of an offer online was sent long after the offer itself.
            is_edit = demo.state == OfferState.ONLINE_CHANGE_PENDING
            dates["submitted_at"] = self.now - dt.timedelta(hours=5) if is_edit else sent
        if OfferState(demo.state) in PUBLISHED:
            dates["online_since"] = sent + min(REVIEW_DELAY, (self.now - sent) / 2)
        OfferLifecycle.objects.filter(pk=offer.pk).update(**dates)
        if demo.start_in_days is not None:
            JobOffer.objects.filter(pk=offer.pk).update(
                start_date=demo.model_fields(today)["start_date"]
            )


def load_offers(loaded: dict[str, Employer], moderator: User, now: dt.datetime) -> tuple[int, int]:
    """Load every offer; returns how many were created and how many there are."""
    loader = OfferLoader(loaded, moderator, now)
    created = sum(loader.load(demo) for demo in offers())
    ids = (
        JobOffer.objects.filter(employer__is_demo=True, live=True)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    listeners.notify(offer_ids=list(ids))
    return created, len(offers())


def are_fresh(now: dt.datetime) -> bool:
    """Say whether every offer is there with the dates of the day, in one query."""
    today = paris_day(now)
    expected = {key_of(demo): demo.last_day(today) for demo in offers()}
    rows = JobOffer.objects.filter(employer__is_demo=True, creation_key__in=expected).values_list(
        "creation_key", "lifecycle__last_day", "live", "lifecycle__outcome"
    )
    found = {key: (last_day, live and not outcome) for key, last_day, live, outcome in rows}
    return found.keys() == expected.keys() and all(
        found[key][0] == last_day for key, last_day in expected.items() if found[key][1]
    )
