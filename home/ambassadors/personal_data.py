"""What the slice holds of a person: their files as an ambassador, and the letters they wrote for the team."""

from __future__ import annotations

import datetime as dt
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from operations.append_only import PSEUDONYM
from operations.personal_data import Person, Source, tell, told

from .models import Ambassador, AmbassadorLogEntry, AmbassadorPhoto, Consent, GoodRequest, Letter
from .services import erase_person
from .states import Actor, AmbassadorStatus

TOLD = (
    "status", "first_name", "last_name", "email", "place", "activity", "reason", "social_url", "language",
    "helps_welcome", "helps_testify", "helps_relay", "helps_fairs", "created_at", "confirmed_at", "joined_at",
    "ended_at",
    "heard_at", "portrait",
)  # fmt: skip


def files_of(person: Person) -> QuerySet[Any]:
    """Return the files that bear one of the person's addresses."""
    if not person.addresses:
        return Ambassador.objects.none()
    wanted = reduce(or_, (Q(email__iexact=address) for address in person.addresses))
    return Ambassador.objects.filter(wanted).order_by("pk")


def tell_file(ambassador: Ambassador) -> dict[str, Any]:
    """Tell one file whole: agreements, what happened, goods asked for, and whether there is a photo."""
    known = told(ambassador, *TOLD)
    consents = ambassador.consents.order_by("given_at", "pk")
    log = ambassador.log.order_by("created_at", "pk")
    goods = ambassador.good_requests.select_related("good").order_by("created_at", "pk")
    known[str(Consent._meta.verbose_name_plural)] = tell(
        consents, "purpose", "text_version", "wording", "given_at", "withdrawn_at"
    )
    known[str(AmbassadorLogEntry._meta.verbose_name_plural)] = tell(
        log, "act", "words", "created_at"
    )
    known[str(GoodRequest._meta.verbose_name_plural)] = tell(
        goods, "good", "quantity", "address", "status", "reason", "created_at", "handled_at"
    )
    photo = AmbassadorPhoto.objects.filter(ambassador=ambassador).defer("content").first()
    known[str(AmbassadorPhoto._meta.verbose_name)] = str(photo or "")
    return known


def export_files(person: Person) -> dict[str, Any]:
    """Tell the person's files, and the letters that they wrote for the team."""
    letters = Letter.objects.filter(written_by_id=person.id).order_by("pk")
    return {
        str(Ambassador._meta.verbose_name_plural): [tell_file(one) for one in files_of(person)],
        str(Letter._meta.verbose_name_plural): tell(letters, "subject", "number", "created_at"),
    }


def erase_files(person: Person, now: dt.datetime) -> None:
    """Forget the person's files, and take their name off the letters that they wrote."""
    for ambassador in files_of(person).exclude(status=AmbassadorStatus.ERASED):
        erase_person(person=ambassador, actor=Actor.PERSON, now=now)
    Letter.objects.filter(written_by_id=person.id).update(written_by=None, author_name=PSEUDONYM)


FILES = Source("ambassadors", export_files, erase_files)
