"""What the public reads of people: the charter, and the portraits that they agree to."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction

from home.ambassadors import emails, journal
from home.ambassadors.errors import ActNotAllowed
from home.ambassadors.models import Ambassador, Charter, PortraitPage
from home.ambassadors.states import Actor, AmbassadorAct


@transaction.atomic
def withdraw_publication(
    *,
    person: Ambassador,
    now: dt.datetime,
    actor: Actor = Actor.PERSON,
    portrait: PortraitPage | None = None,
) -> bool:
    """Take the portrait of a person offline in every language and tell the editors; False when none was online.

    `portrait` is one that is theirs no more. Publishing it again is refused by the page itself as long as the person
    does not agree.
    """
    portrait = portrait or person.portrait
    if portrait is None:
        return False
    key = portrait.translation_key
    online = PortraitPage.objects.filter(translation_key=key, live=True).order_by("pk")
    pages = list(online)
    for page in pages:
        page.unpublish()
    # A version that waits for its hour would bring the page back.
    for page in PortraitPage.objects.filter(translation_key=key):
        page.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
    if pages:
        journal.record(person=person, act=AmbassadorAct.PORTRAIT_WITHDRAWN, actor=actor, now=now)
        emails.portrait_withdrawn(page=portrait, now=now)
    return bool(pages)


def publish_charter(*, text: str, text_en: str, now: dt.datetime) -> Charter:
    """Publish a new version of the charter; the same text again changes nothing.

    Raises ActNotAllowed when a colleague published another version at the same instant.
    """
    current = Charter.objects.current()
    if current is not None and (current.text, current.text_en) == (text, text_en):
        return current
    number = current.version + 1 if current is not None else 1
    try:
        with transaction.atomic():
            return Charter.objects.create(
                version=number, text=text, text_en=text_en, published_at=now
            )
    except IntegrityError as error:
        raise ActNotAllowed("CHARTER", str(number)) from error
