"""Load the agenda of the demonstration: events around today, some registrations, both languages."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone
from wagtail.models import Locale

from accounts.models import User
from config.demo import events as demo
from home.events import services
from home.events.models import EventDesk, EventIndexPage, EventPage, Registration
from home.events.services import Attendee
from home.events.services.desk import told
from home.translations import update_translation
from jobs.employers.models import Employer
from ui.blocks.raw import block
from ui.models import SiteImage

ASKED_BEFORE = dt.timedelta(days=6)


def load_events(images: dict[str, SiteImage], now: dt.datetime) -> int:
    """Create the events that are missing and move the others to their day; returns how many are new."""
    index = EventIndexPage.objects.get(locale__language_code="fr")
    known = {page.slug: page for page in EventPage.objects.child_of(index)}
    created = 0
    for one in demo.EVENTS:
        page = known.get(one.slug)
        if page is not None:
            move(page, one, now)
            continue
        page = create(index, one, images, now)
        load_registrations(page, one, now)
        if one.more.get("is_cancelled"):
            page.is_cancelled = True
            page.cancellation_message = one.more["cancellation_message"]
            page.save_revision().publish(skip_permission_checks=True)
        translate(page, one)
        created += 1
    return created


def times(one: demo.DemoEvent, now: dt.datetime) -> dict[str, dt.datetime]:
    """Return when an event starts and ends, seen from `now`."""
    day = timezone.localtime(now).date() + dt.timedelta(days=one.days)
    start = timezone.make_aware(dt.datetime.combine(day, dt.time(one.hour, one.minute)))
    if one.days_long:
        last = day + dt.timedelta(days=one.days_long - 1)
        first = timezone.make_aware(dt.datetime.combine(day, dt.time()))
        end = timezone.make_aware(dt.datetime.combine(last, dt.time(23, 59, 59)))
        return {"starts_at": first, "ends_at": end}
    return {"starts_at": start, "ends_at": start + dt.timedelta(hours=one.hours)}


def move(page: EventPage, one: demo.DemoEvent, now: dt.datetime) -> None:
    """Give an event, in every language, its kind and its day seen from today; nobody is written to about it."""
    found = EventPage.objects.filter(translation_key=page.translation_key)
    found.update(kind=one.kind, **times(one, now))
    page.refresh_from_db()
    EventDesk.objects.filter(event=page).update(**told(page))


def create(
    index: EventIndexPage, one: demo.DemoEvent, images: dict[str, SiteImage], now: dt.datetime
) -> EventPage:
    """Publish an event; one that is cancelled is so afterwards, so that people could register to it."""
    name, street, postcode, city = one.place
    facts = {key: value for key, value in one.more.items() if not key.startswith("cancel")}
    facts.pop("is_cancelled", None)
    page = EventPage(
        locale=index.locale,
        slug=one.slug,
        kind=one.kind,
        title=one.title,
        summary=one.summary,
        is_all_day=bool(one.days_long),
        place_name=name,
        street=street,
        postcode=postcode,
        city=city,
        organiser=demo.TEAM,
        access_notes=one.access[0],
        photo=images.get(one.image),
        is_free=not one.price[0],
        price=one.price[0],
        **times(one, now),
        **facts,
    )
    page.body = [block("prose", "".join(f"<p>{french}</p>" for french, _english in one.text))] if one.text else []  # fmt: skip
    page.employers = list(Employer.objects.active().filter(name__in=one.employers))
    index.add_child(instance=page)
    page.save_revision().publish(skip_permission_checks=True)
    fresh: EventPage = EventPage.objects.select_related("locale").get(pk=page.pk)
    return fresh


def load_registrations(page: EventPage, one: demo.DemoEvent, now: dt.datetime) -> None:
    """Register invented people through the services, and mark those who came."""
    asked = min(now, page.starts_at) - ASKED_BEFORE
    rows: list[Registration] = []
    for number, size in enumerate(one.parties, start=1):
        attendee = Attendee(
            "Démo",
            f"Participante {number}",
            f"participante{number}@demo.example",
            party_size=size,
        )
        moment = asked + dt.timedelta(hours=number)
        rows.append(services.register(event=page, attendee=attendee, now=moment, is_proved=True))
    moderator = User.objects.get(email="moderation@demo.example")
    for row in rows[: one.seen]:
        services.mark_present(registration=row, is_present=True, by=moderator, now=page.ends_at)


def translate(page: EventPage, one: demo.DemoEvent) -> None:
    """Publish the event in English."""
    words: dict[str, str] = {one.title: one.title_en, one.summary: one.summary_en, **dict(one.text)}
    words |= {french: english for french, english in (one.access, one.price) if french}
    if message := one.more.get("cancellation_message", ""):
        words[str(message)] = demo.CANCELLED_EN
    english: Any = Locale.objects.get(language_code="en")
    update_translation(EventPage.objects.get(pk=page.pk), english, words)
