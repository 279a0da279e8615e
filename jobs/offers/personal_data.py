"""What offers hold of a person: lines of the log, contacts, reports, Wagtail's own history."""

from __future__ import annotations

import datetime as dt
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import ModelLogEntry, Revision

from jobs.employers.models import Membership
from operations.personal_data import Person, Source, tell, told

from .contacts import forget_contact
from .models import JobOffer, ModerationLogEntry, OfferReport
from .retention import WAITING


def is_contact(person: Person, prefix: str = "") -> Q:
    """Keep the offers, or with a prefix their versions, that give the person as the contact."""
    asked = [Q(**{f"{prefix}apply_email__iexact": address}) for address in person.addresses]
    return reduce(or_, asked)


def named_by_colleagues(person: Person) -> QuerySet[Any]:
    """Return the offers of the person's own employers: there, a name is enough. People choose their name."""
    own = Membership.objects.filter(user_id=person.id).values("employer_id")
    return JobOffer.objects.filter(employer_id__in=own) if person.name else JobOffer.objects.none()


def offers_naming(person: Person) -> QuerySet[Any]:
    """Return the offers one version of which gives the person as the contact."""
    versions = Revision.objects.filter(
        is_contact(person, "content__"),
        base_content_type=ContentType.objects.get_for_model(JobOffer),
    )
    colleagues = named_by_colleagues(person)
    own = [str(key) for key in colleagues.values_list("pk", flat=True)]
    by_name = Revision.objects.filter(
        content__contact_name=person.name,
        object_id__in=own,
        base_content_type=ContentType.objects.get_for_model(JobOffer),
    )
    keys = {
        int(row)
        for found in (versions, by_name)
        for row in found.values_list("object_id", flat=True)
    }
    named = Q(pk__in=colleagues.filter(contact_name=person.name).values("pk"))
    return JobOffer.objects.filter(is_contact(person) | named | Q(pk__in=keys)).order_by("pk")


def still_open(offers: QuerySet[Any]) -> QuerySet[Any]:
    """Keep the offers whose contact serves: online and not closed, or in the hands of the team."""
    return offers.filter(
        Q(live=True, lifecycle__closed_at__isnull=True) | Q(lifecycle__review__in=WAITING)
    )


def reports_by(person: Person) -> QuerySet[Any]:
    """Return the reports that the person signed with an address."""
    wanted = reduce(or_, (Q(email__iexact=address) for address in person.addresses))
    return OfferReport.objects.filter(wanted).order_by("pk")


def export_offers(person: Person) -> dict[str, Any]:
    """Tell what the person did to offers, which ones name them, what they reported."""
    log = ModerationLogEntry.objects.filter(actor_id=person.id).select_related("offer")
    own = ModelLogEntry.objects.filter(user_id=person.id).order_by("pk")
    return {
        str(ModerationLogEntry._meta.verbose_name_plural): tell(
            log.order_by("pk"), "offer", "act", "reason", "created_at"
        ),
        str(JobOffer._meta.verbose_name_plural): [
            {"offer": str(offer), **told(offer, "contact_name", "apply_email", "apply_phone")}
            for offer in offers_naming(person)
        ],
        str(OfferReport._meta.verbose_name_plural): tell(
            reports_by(person), "offer", "reason", "message", "email", "created_at"
        ),
        "Wagtail": tell(own, "label", "action", "timestamp"),
    }


def erase_offers(person: Person, now: dt.datetime) -> None:
    """Blank the contact of drafts and of offers that are over, and the reports.

    Where the contact still serves, it is the employer's: the retention of contacts blanks it later.
    """
    named = offers_naming(person)
    serving = set(still_open(named).values_list("pk", flat=True))
    for offer_id in named.values_list("pk", flat=True):
        if offer_id not in serving:
            forget_contact(offer_id=offer_id, now=now)
    reports_by(person).update(email="", message="")


OFFERS = Source("offers", export_offers, erase_offers)
