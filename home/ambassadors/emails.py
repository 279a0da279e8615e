"""The mails to people, in their language; written in the transaction of the act.

Mails are passed on: none holds the link of a person's own page, but the one they asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from accounts.models import User, signature
from accounts.roles import Role
from home.ambassadors.links import Door, absolute, link_for
from home.ambassadors.models import Ambassador, GoodRequest, Letter, PortraitPage
from home.ambassadors.presentation import promise
from home.ambassadors.states import AmbassadorAct
from mailing.rendering import render_mail
from mailing.services import Letter as OutgoingLetter
from mailing.services import queue_letter, queue_mail
from ui.addresses import contract_path
from ui.models import SiteSettings

if TYPE_CHECKING:
    from ui.models import SiteSettings as Details

DECISION_TEMPLATES = {
    AmbassadorAct.ACCEPT: "ambassador_accepted",
    AmbassadorAct.ASK: "ambassador_more_asked",
    AmbassadorAct.REFUSE: "ambassador_refused",
}


def _contact() -> Details | None:
    """Return whom a person may call; None when the editors gave neither telephone nor address."""
    found = SiteSettings.objects.filter(site__is_default_site=True).first()
    return found if found is not None and (found.contact_phone or found.contact_email) else None


def author_of(by: User, language: str) -> str:
    """Return how a mail names the member of the team who decided."""
    with translation.override(language):
        return gettext("%(name)s, Oh My Lot ! team") % {"name": signature(by)}


def _send(template: str, person: Ambassador, now: dt.datetime, **context: Any) -> None:
    queue_mail(
        template=f"emails/{template}",
        to=person.email,
        context={"person": person, "contact": _contact(), "page_url": _page_url(person), **context},
        language=person.language,
        related=f"ambassador:{person.pk}",
        act=template,
        # Some hold a link that opens something, all tell of a person.
        secret=True,
        now=now,
    )


def _page_url(person: Ambassador) -> str:
    """Return where a person asks for the link of their own page; nothing once they are gone."""
    return absolute("ask_link", person.language) if person.is_open else ""


def _promise(person: Ambassador) -> str:
    with translation.override(person.language):
        return promise()


def to_confirm(*, person: Ambassador, now: dt.datetime) -> None:
    """Ask to confirm the address: not a word of what was typed.

    The address may be somebody else's: a mail that quotes would carry a stranger's words to them.
    """
    _send(
        "ambassador_request_received",
        person,
        now,
        confirm_url=link_for(person, Door.CONFIRM, "confirm"),
        days=settings.KEEP_AMBASSADOR_UNCONFIRMED_DAYS,
        promise=_promise(person),
        page_url="",
    )


def already_known(*, person: Ambassador, now: dt.datetime) -> None:
    """Say, to the owner of the address alone, that their file is open already."""
    _send("ambassador_already_known", person, now)


def decided(
    *, person: Ambassador, act: AmbassadorAct, by: User, reason: str, now: dt.datetime
) -> None:
    """Tell the decision, who took it, and whom to call."""
    answer = link_for(person, Door.ANSWER, "answer") if act == AmbassadorAct.ASK else ""
    agenda = f"{settings.BASE_URL}{contract_path('agenda', person.language)}"
    _send(
        DECISION_TEMPLATES[act],
        person,
        now,
        author=author_of(by, person.language),
        reason=reason,
        answer_url=answer,
        agenda_url=agenda,
    )


def answer_received(*, person: Ambassador, now: dt.datetime) -> None:
    """Acknowledge the answer to a question."""
    _send("ambassador_answer_received", person, now, promise=_promise(person))


def space_link(*, person: Ambassador, now: dt.datetime) -> None:
    """Send the link that a person asked for: the one mail that holds it."""
    _send(
        "ambassador_space_link",
        person,
        now,
        space_url=link_for(person, Door.SPACE, "space"),
        hours=settings.AMBASSADOR_LINK_HOURS,
    )


def goodbye(*, person: Ambassador, was_member: bool, now: dt.datetime) -> None:
    """Say that the person has left, and what becomes of what they had given."""
    _send("ambassador_goodbye", person, now, was_member=was_member)


def asks_to_stay(*, person: Ambassador, last_day: dt.date, now: dt.datetime) -> None:
    """Ask a member not heard from for years whether to stay."""
    stay_url = link_for(person, Door.STAY, "stay")
    _send("ambassador_asks_to_stay", person, now, stay_url=stay_url, last_day=last_day)


def letter(*, letter: Letter, people: Iterable[Ambassador], now: dt.datetime) -> None:
    """Queue a letter of the team, one mail for each member, each with the link that stops them."""
    contact = _contact()
    for person in people:
        stop_url = link_for(person, Door.LETTERS, "stop_letters")
        context = {
            "person": person,
            "contact": contact,
            "letter": letter,
            "page_url": _page_url(person),
            "stop_url": stop_url,
        }
        drawn = render_mail("emails/ambassador_letter", context, language=person.language)
        queue_letter(
            OutgoingLetter(
                to=person.email,
                subject=drawn.subject,
                text=drawn.text,
                html=drawn.html,
                reply_to=settings.REPLY_TO_EMAIL,
                headers={"List-Unsubscribe": f"<{stop_url}>"},
                language=person.language,
                related=f"ambassador:{person.pk}",
                act="ambassador_letter",
                is_secret=True,
            ),
            now=now,
        )


def good_asked(*, asked: GoodRequest, now: dt.datetime) -> None:
    """Acknowledge a request for goods."""
    _send_good("ambassador_good_asked", asked, now)


def good_sent(*, asked: GoodRequest, now: dt.datetime) -> None:
    """Say that the parcel has left."""
    _send_good("ambassador_good_sent", asked, now)


def good_refused(*, asked: GoodRequest, by: User, now: dt.datetime) -> None:
    """Say why the goods will not come."""
    author = author_of(by, asked.ambassador.language)
    _send_good("ambassador_good_refused", asked, now, reason=asked.reason, author=author)


def _send_good(template: str, asked: GoodRequest, now: dt.datetime, **context: Any) -> None:
    with translation.override(asked.ambassador.language):
        name = asked.good.display_name
    _send(template, asked.ambassador, now, good=name, quantity=asked.quantity, **context)


def portrait_withdrawn(*, page: PortraitPage, now: dt.datetime) -> None:
    """Tell those who publish pages that a portrait left the public view, so that nobody puts it back."""
    groups = (Role.EDITORS.value, Role.PUBLISHERS.value)
    editors = User.objects.filter(is_active=True, groups__name__in=groups).distinct()
    for editor in editors.order_by("pk"):
        queue_mail(
            template="emails/portrait_withdrawn",
            to=editor.email,
            context={
                "page": page,
                "edit_url": f"{settings.BASE_URL}{reverse('wagtailadmin_pages:edit', args=[page.pk])}",
            },
            related=f"portrait:{page.pk}",
            act="portrait_withdrawn",
            now=now,
        )
