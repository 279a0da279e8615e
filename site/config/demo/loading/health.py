"""Load the demonstration of the health section: contacts, places, zones, testimonies, requests to call back."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from wagtail.models import Locale

from accounts.models import User
from config.demo import health as demo
from home.health import services, texts
from home.health.models import (
    HealthAudiencePage,
    HealthContact,
    HealthGrant,
    HealthHousing,
    HealthStructure,
    HealthZoning,
    SemesterPlaces,
    TrainingPractice,
)
from home.health.states import Profession, RequestStatus, Semester
from home.translations import update_translation
from jobs.offers.querysets import paris_day
from territory.models import Municipality
from ui.blocks.raw import block, items

from .portraits import load_portrait

CHECKED_DAYS_AGO = 20
# The last one shows what an aid that nobody checked looks like.
UNCHECKED = "cesp"
# Requests bear numbers of ours, so that a second run finds them.
NAMESPACE = uuid.UUID("5f0b2f0e-0000-4000-8000-000000000046")


def load_health(now: dt.datetime) -> None:
    """Create what is missing; safe to run again."""
    communes = _communes()
    load_contacts()
    load_places(communes)
    load_trainings(communes, paris_day(now))
    load_zones(communes)
    day = paris_day(now) - dt.timedelta(days=CHECKED_DAYS_AGO)
    grants = HealthGrant.objects.filter(code__isnull=False).exclude(code=UNCHECKED)
    grants.update(checked_on=day)
    load_testimonies()
    load_requests(now)


def _communes() -> dict[str, Municipality]:
    rows = (*demo.STRUCTURES, *demo.TRAININGS, *demo.HOMES)
    wanted = {row.insee for row in rows} | {insee for insee, _zone in demo.ZONES}
    return {row.insee: row for row in Municipality.objects.filter(insee__in=wanted)}


def load_contacts() -> None:
    """Create the people to call, with their portraits."""
    for rank, one in enumerate(demo.CONTACTS):
        contact, _created = HealthContact.objects.get_or_create(
            email=one.email,
            defaults={
                "name": one.name,
                "function": one.function,
                "function_en": one.function_en,
                "professions": [profession.value for profession in one.professions],
                "phone": one.phone,
                "hours": demo.HOURS,
                "hours_en": demo.HOURS_EN,
                "order": one.order,
            },
        )
        if contact.photo_id is None:
            contact.photo = load_portrait(one.name, demo.FIRST_PORTRAIT + rank)
            contact.save(update_fields=["photo"])


def load_places(communes: dict[str, Municipality]) -> None:
    """Create the structures and the housing."""
    for rank, one in enumerate(demo.STRUCTURES, start=1):
        structure, _created = HealthStructure.objects.get_or_create(
            name=one.name,
            defaults={
                "kind": one.kind,
                "municipality": communes[one.insee],
                "summary": one.summary,
                "summary_en": one.summary_en,
                "contact_name": one.contact_name,
                "phone": demo.CONTACTS[0].phone if one.contact_name else "",
                "order": rank * 10,
            },
        )
        if one.link and not structure.link:
            HealthStructure.objects.filter(pk=structure.pk).update(link=one.link)
    for rank, home in enumerate(demo.HOMES, start=1):
        HealthHousing.objects.get_or_create(
            title=home.title,
            defaults={
                "title_en": home.title_en,
                "kind": home.kind,
                "municipality": communes[home.insee],
                "places": home.places,
                "monthly_price": home.price,
                "conditions": home.conditions,
                "conditions_en": home.conditions_en,
                "phone": demo.CONTACTS[1].phone,
                "order": rank * 10,
            },
        )


def load_trainings(communes: dict[str, Municipality], today: dt.date) -> None:
    """Create the training practices, with the places of the running semester and of the next one."""
    for one in demo.TRAININGS:
        practice, _created = TrainingPractice.objects.get_or_create(
            name=one.name,
            defaults={
                "kind": one.kind,
                "municipality": communes[one.insee],
                "summary": one.summary,
                "summary_en": one.summary_en,
                "supervisors": one.supervisors,
            },
        )
        for (semester, year), places in zip(semesters_from(today), one.places, strict=True):
            SemesterPlaces.objects.get_or_create(
                practice=practice,
                semester=semester,
                year=year,
                defaults={"free_places": places, "counted_on": today - dt.timedelta(days=9)},
            )


def semesters_from(today: dt.date) -> list[tuple[Semester, int]]:
    """Return the running semester and the next one, with the year in which each starts."""
    if today.month >= 11:
        return [(Semester.WINTER, today.year), (Semester.SUMMER, today.year + 1)]
    if today.month <= 4:
        return [(Semester.WINTER, today.year - 1), (Semester.SUMMER, today.year)]
    return [(Semester.SUMMER, today.year), (Semester.WINTER, today.year)]


def load_zones(communes: dict[str, Municipality]) -> None:
    """Classify three communes, under an order that says it is invented."""
    for insee, zone in demo.ZONES:
        HealthZoning.objects.get_or_create(
            profession=Profession.GENERAL_PRACTITIONER,
            municipality=communes[insee],
            valid_from=dt.date(2024, 1, 1),
            defaults={"zone": zone, "order_reference": demo.ORDER},
        )


def load_testimonies() -> None:
    """Add the testimonies to the page of the interns, in both languages, unless it has some."""
    page = HealthAudiencePage.objects.get(slug="internes", locale__language_code="fr")
    if any(child.block_type == "testimonies" for child in page.body):
        return
    raw = [*page.body.raw_data, block("testimonies", _testimonies())]
    page.body = raw
    page.save_revision().publish(skip_permission_checks=True)
    update_translation(page, Locale.objects.get(language_code="en"), _english())


def _testimonies() -> dict[str, Any]:
    found = [
        {
            "quote": quote,
            "author": author,
            "role": demo.TESTIMONY_ROLE,
            "is_fictional": True,
            "image": None,
        }
        for quote, _quote_en, author, _author_en in demo.TESTIMONIES
    ]
    return {"title": demo.TESTIMONIES_TITLE, "testimonies": items(*found)}


def _english() -> dict[str, str]:
    words = dict(texts.ENGLISH)
    words |= {
        demo.TESTIMONIES_TITLE: "They came on placement",
        demo.TESTIMONY_ROLE: demo.TESTIMONY_ROLE_EN,
    }
    for quote, quote_en, author, author_en in demo.TESTIMONIES:
        words |= {quote: quote_en, author: author_en}
    return words


def load_requests(now: dt.datetime) -> None:
    """Create three requests to be called back, one of them answered."""
    by = User.objects.get(email="sante@demo.example")
    kinds = (
        (Profession.INTERN, "INTERN"),
        (Profession.NURSE, "SALARIED"),
        (Profession.DENTIST, "SETTLED"),
    )
    for rank, (profession, situation) in enumerate(kinds):
        asked_at = now - dt.timedelta(hours=20 * (rank + 1))
        key = uuid.uuid5(NAMESPACE, profession.value)
        request = services.ask_to_be_called(
            key=key,
            language="fr",
            now=asked_at,
            profession=profession.value,
            situation=situation,
            timeframe="LATER",
            mode="UNDECIDED",
            place="Figeac",
            first_name="Démo",
            last_name=f"Visite-{rank + 1}",
            email=f"visite{rank + 1}@demo.example",
            phone="06 39 98 00 46",
            slot="MIDDAY",
            message="Demande inventée pour la démonstration.",
            wants_visit=rank == 0,
        )
        if rank == len(kinds) - 1 and request.status == RequestStatus.NEW:
            services.change_status(
                request=request,
                status=RequestStatus.CALLED_BACK,
                expected=RequestStatus.NEW,
                by=by,
                now=now,
            )
