"""Load the welcome network of the demonstration: referents, absences, resource cards, requests."""

from __future__ import annotations

import datetime as dt
import uuid

from accounts.models import User
from config.demo import welcome
from home.welcome import agreement, services
from home.welcome.models import SettlementRequest
from home.welcome.states import RequestAct
from jobs.offers.querysets import PARIS, paris_day
from territory.gazetteer import current
from territory.models import (
    ReferentAbsence,
    ReferentTerritory,
    ResourceCard,
    Territory,
    WelcomeReferent,
)
from territory.places import find

from .portraits import load_portrait

NAMESPACE = uuid.UUID("0b6f4f0e-8a5c-4a3e-9d53-0a46c0ffee46")
FOLLOWED = (RequestAct.CONTACT, RequestAct.SETTLE)


def load_welcome(now: dt.datetime) -> None:
    """Create what is missing, and bring the dates up to today."""
    today = paris_day(now)
    _load_referents(today)
    _load_cards(today)
    for demo in welcome.requests():
        _load_request(demo, now)


def _load_referents(today: dt.date) -> None:
    territories = dict(Territory.objects.values_list("slug", "pk"))
    loaded: dict[str, WelcomeReferent] = {}
    for order, demo in enumerate(welcome.referents()):
        referent, is_new = WelcomeReferent.objects.get_or_create(
            name=demo.name,
            defaults={
                name: getattr(demo, name)
                for name in (
                    "structure", "role", "role_en", "phone", "email", "hours", "hours_en",
                    "languages", "languages_en", "is_departmental",
                )
            }
            | {"order": order},
        )  # fmt: skip
        loaded[demo.key] = referent
        if not referent.structure:  # loaded before structures were known
            referent.structure = demo.structure
            referent.save(update_fields=["structure"])
        if referent.photo_id is None and not demo.is_departmental:  # a team has no portrait
            referent.photo = load_portrait(demo.name, order)
            referent.save(update_fields=["photo"])
        if not is_new:
            continue
        referent.user = User.objects.filter(email=demo.account).first() if demo.account else None
        referent.save()
        ReferentTerritory.objects.bulk_create(
            ReferentTerritory(referent=referent, territory_id=territories[slug], order=demo.rank)
            for slug in demo.territories
            if slug in territories
        )
    for demo in welcome.referents():
        if demo.away_days:
            _renew_absence(loaded[demo.key], loaded.get(demo.backup), demo.away_days, today)


def _renew_absence(
    referent: WelcomeReferent, backup: WelcomeReferent | None, days: int, today: dt.date
) -> None:
    first = today - dt.timedelta(days=1)
    ReferentAbsence.objects.update_or_create(
        referent=referent,
        defaults={
            "first_day": first,
            "last_day": first + dt.timedelta(days=days),
            "backup": backup,
        },
    )


def _load_cards(today: dt.date) -> None:
    for territory in Territory.objects.order_by("order", "pk"):
        towns = [place for place in current().places if place.territory_id == territory.pk]
        if not towns:
            continue
        town = max(towns, key=lambda place: (place.population, place.insee)).name
        for demo in welcome.cards():
            checked_on = today - dt.timedelta(days=demo.days_ago)
            card, is_new = ResourceCard.objects.get_or_create(
                territory=territory,
                theme=demo.theme,
                title=demo.title.format(town=town),
                defaults={
                    "title_en": demo.title_en.format(town=town),
                    "text": demo.text.format(town=town),
                    "text_en": demo.text_en.format(town=town),
                    "url": demo.url,
                    "checked_on": checked_on,
                },
            )
            if not is_new and card.checked_on != checked_on:
                ResourceCard.objects.filter(pk=card.pk).update(checked_on=checked_on)


def _load_request(demo: welcome.DemoRequest, now: dt.datetime) -> None:
    key = uuid.uuid5(NAMESPACE, demo.key)
    received = dt.datetime.combine(
        paris_day(now) - dt.timedelta(days=demo.days_ago), dt.time(0, 5), tzinfo=PARIS
    )
    known = SettlementRequest.objects.filter(creation_key=key)
    if not known.exists():
        _create_request(demo, key, received)
    dates: dict[str, object] = {"created_at": received}
    if demo.next_contact_days is not None:
        dates["next_contact_on"] = paris_day(now) + dt.timedelta(days=demo.next_contact_days)
    known.update(**dates)
    words = agreement.proof(language=demo.language, now=received)
    known.filter(forgotten_at__isnull=True).update(**words)


def _create_request(demo: welcome.DemoRequest, key: uuid.UUID, received: dt.datetime) -> None:
    found = find(demo.place).place
    project = {
        name: getattr(demo, name)
        for name in (
            "timing", "job", "occupation", "place", "first_name", "last_name", "email", "phone",
        )
    }  # fmt: skip
    household = {
        name: getattr(demo, name)
        for name in ("adults", "children_0_3", "children_3_6", "children_6_11", "children_11", "message")
    }  # fmt: skip
    request = services.submit_request(
        project=project
        | {
            "municipality_id": found.id if found else None,
            "territory_id": found.territory_id if found else None,
        },
        household=household | {"needs": list(demo.needs)},
        key=key,
        language=demo.language,
        now=received,
    )
    if demo.outcome not in FOLLOWED:
        return
    referent = User.objects.get(email="accueil@demo.example")
    later = received + dt.timedelta(days=2)
    services.move_request(request=request, act=RequestAct.CONTACT, by=referent, now=later)
    if demo.note:
        services.add_note(request=request, text=demo.note, by=referent, now=later)
    if demo.outcome == RequestAct.SETTLE:
        services.move_request(
            request=request,
            act=RequestAct.SETTLE,
            by=referent,
            now=received + dt.timedelta(days=90),
        )
