"""Write the text of an offer: new draft, saved draft, copy of another offer."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, transaction

from accounts.models import signature
from jobs.offers import journal
from jobs.offers.errors import DraftConflict
from jobs.offers.models import JobOffer, OfferLifecycle
from jobs.offers.querysets import paris_day
from jobs.offers.situation import lock_offer, offer_state, require
from jobs.offers.states import OfferAct, OfferState, ReviewState, Role

if TYPE_CHECKING:
    from accounts.models import User
    from jobs.employers.models import Employer

# What identifies an offer or tells its origin: never copied to a duplicate.
NOT_COPIED = frozenset(
    {"id", "public_id", "creation_key", "live", "has_unpublished_changes", "first_published_at"}
    | {
        "last_published_at",
        "go_live_at",
        "expire_at",
        "expired",
        "locked",
        "locked_at",
        "locked_by",
    }
    | {
        "latest_revision",
        "live_revision",
        "source",
        "source_id",
        "source_url",
        "is_external",
        "source_raw",
    }
    | {"public_csp_number", "public_csp_url", "start_date", "public_vacancy_date"}
)


def default_last_day(now: dt.datetime) -> dt.date:
    """Return the last day an offer gets when nobody chose one."""
    return paris_day(now) + dt.timedelta(days=settings.OFFER_DEFAULT_DAYS)


def latest_draft(offer: JobOffer) -> JobOffer:
    """Return the offer as last saved, whether it is online or not, with its lifecycle loaded."""
    draft: JobOffer = offer.get_latest_revision_as_object()
    draft.lifecycle = offer.lifecycle
    return draft


def create_draft(
    *,
    employer: Employer,
    by: User | None,
    now: dt.datetime,
    key: uuid.UUID | None = None,
    **values: Any,
) -> JobOffer:
    """Create a draft for `employer`; the same `key` twice gives the first draft again.

    `values` are fields of `JobOffer`; `municipalities` takes a list, of which the first is the main one unless
    `main_municipality` says otherwise.
    """
    key = key or uuid.uuid4()
    try:
        with transaction.atomic():
            return _create(employer=employer, by=by, now=now, key=key, values=values)
    except IntegrityError:
        existing: JobOffer | None = JobOffer.objects.filter(
            employer=employer, creation_key=key
        ).first()
        if existing is None:
            raise
        return existing


def _create(
    *, employer: Employer, by: User | None, now: dt.datetime, key: uuid.UUID, values: dict[str, Any]
) -> JobOffer:
    places = values.pop("municipalities", [])
    if "main_municipality_id" not in values:
        values.setdefault("main_municipality", places[0] if places else None)
    # `live` defaults to True: forgetting it would publish without review.
    offer = JobOffer(
        employer=employer, creation_key=key, live=False, has_unpublished_changes=True, **values
    )
    offer.municipalities = places
    offer.save()
    offer.lifecycle = OfferLifecycle.objects.create(
        offer=offer,
        last_day=default_last_day(now),
        working_title=offer.title,
        saved_at=now,
        saved_by=by,
    )
    revision = offer.save_revision(user=by, clean=False, log_action="wagtail.create")
    journal.record(
        offer=offer,
        act=OfferAct.CREATE,
        by=by,
        now=now,
        to_state=OfferState.DRAFT,
        revision=revision,
    )
    return offer


@transaction.atomic
def save_draft(
    *, draft: JobOffer, by: User | None, expected_revision: int | None, now: dt.datetime
) -> JobOffer:
    """Save `draft` as the latest version of its offer; what is online does not move.

    `expected_revision` is the version the writer started from (None: do not check).
    Raises `DraftConflict` when a colleague saved in between, `ActNotAllowed` when the offer is over.
    """
    offer = lock_offer(draft.pk)
    require(offer, OfferAct.SAVE, Role.EMPLOYER, now)
    life = offer.lifecycle
    if expected_revision is not None and offer.latest_revision_id != expected_revision:
        raise DraftConflict(by=signature(life.saved_by), at=life.saved_at)
    draft.save_revision(user=by, clean=False, log_action=True)
    life.working_title, life.saved_at, life.saved_by = draft.title, now, by
    if life.review == ReviewState.WAITING_ACCOUNT:
        # What waits for the account is what was sent and checked: a changed text is sent again.
        life.review = ReviewState.APPROVED if offer.live else ReviewState.NONE
    life.save(update_fields=["working_title", "saved_at", "saved_by", "review"])
    return lock_offer(draft.pk)


@transaction.atomic
def duplicate_offer(
    *, offer: JobOffer, by: User, now: dt.datetime, key: uuid.UUID | None = None
) -> JobOffer:
    """Start a new draft with the text of `offer`, which keeps its own history; the same `key` gives it again."""
    model = latest_draft(offer)
    values = {
        field.name: getattr(model, field.name)
        for field in JobOffer._meta.concrete_fields
        if field.name not in NOT_COPIED and field.name != "employer"
    }
    copy = create_draft(
        employer=offer.employer,
        by=by,
        now=now,
        key=key,
        municipalities=list(model.municipalities.all()),
        **values,
    )
    if copy.lifecycle.copied_from_id is not None:
        return copy
    copy.lifecycle.copied_from = offer
    copy.lifecycle.save(update_fields=["copied_from"])
    journal.record(
        offer=copy,
        act=OfferAct.DUPLICATE,
        by=by,
        now=now,
        from_state=offer_state(offer, now),
        to_state=OfferState.DRAFT,
        reason=offer.reference,
    )
    return copy
