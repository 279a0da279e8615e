"""« Trouver mon référent »: by commune, former name, postcode or intercommunality; always answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.welcome.presentation import (
    Answer,
    answer_in,
    breadcrumb,
    epci_choices,
    request_path,
    territory_links,
    want_photos,
)
from jobs.offers.querysets import paris_day
from territory.gazetteer import Place, current
from territory.models import Intercommunality, Territory
from territory.places import LONGEST, Candidate, Kind, PlaceResult, find
from territory.welcome import WelcomeNetwork
from ui.addresses import absolute
from ui.meta import Meta


@dataclass(frozen=True)
class Choice:
    """One of several communes that the words may mean."""

    label: str
    url: str


@dataclass(frozen=True)
class Found:
    """What the words meant, and the places whose referent is asked for."""

    label: str = ""
    places: tuple[Place, ...] = ()
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[Choice, ...] = ()
    is_unknown: bool = False
    is_everywhere: bool = False

    @property
    def is_answered(self) -> bool:
        """Say whether somebody can be named."""
        return bool(self.places) or self.is_unknown or self.is_everywhere


@require_safe
def find_referent(request: HttpRequest) -> HttpResponse:
    """Name the referent of a place; an unknown one gets suggestions and the referent of the département."""
    text = " ".join(request.GET.get("ou", "").replace("\x00", " ").split())[:LONGEST]
    siren = request.GET.get("epci", "")
    choices = epci_choices()
    known = siren if siren in dict(choices) else ""
    found = read_place(find(text)) if text else read_intercommunality(known)
    answers = answers_for(found)
    want_photos(request, answers)
    context = {
        "ou": text,
        "epci": "" if text else known,
        "epci_choices": choices,
        "found": found,
        "answers": answers,
        "is_ignored": bool(siren and not known),
        "breadcrumb": breadcrumb(_("Find my referent")),
        "has_referent": any(answer.welcome for answer in answers),
        "request_url": request_path(found.label if found.places else ""),
        "meta": Meta(
            title=title_of(found),
            description=_(
                "The person who answers those who want to settle, for each commune of the Lot."
            ),
            canonical=absolute(reverse("welcome:referents")),
            robots="noindex,follow" if request.GET else "",
        ),
    }
    return render(request, "welcome/referents.html", context)


def title_of(found: Found) -> str:
    """Return the title of the page, which promises no more than its answer holds."""
    place = {"place": found.label}
    if found.choices:
        return _("“%(place)s”: which town?") % place
    if found.is_unknown:
        return _("We do not know “%(place)s”") % place
    if found.is_answered:
        return _("Your referent: %(place)s") % place
    return _("Find my referent")


def read_place(result: PlaceResult) -> Found:
    """Turn a reading of the words into what the page shows."""
    if result.kind == Kind.UNKNOWN:
        links = tuple(_choice(name, name) for name in result.suggestions)
        return Found(result.text, suggestions=links, is_unknown=True)
    if result.kind == Kind.HOMONYMS:
        links = tuple(_choice(_label(one), one.query) for one in result.candidates)
        return Found(result.text, choices=links)
    if result.kind == Kind.WHOLE:
        return Found(result.label, is_everywhere=True)
    territories = {place.territory_id for place in result.places}
    if result.kind == Kind.POSTCODE and len(territories) > 1:
        in_order = sorted(result.places, key=lambda place: place.name)
        links = tuple(_choice(place.name, place.label) for place in in_order)
        return Found(result.label, choices=links)
    return Found(result.label, result.places)


def read_intercommunality(siren: str) -> Found:
    """Return the communes of an intercommunality; nothing was asked when there is none."""
    group = Intercommunality.objects.filter(siren=siren).first() if siren else None
    if group is None:
        return Found()
    held = (place for place in current().places if place.intercommunality_id == group.pk)
    return Found(group.short_name, tuple(held))


def _label(one: Candidate) -> str:
    """Return what a commune is called; an old name says which commune it belongs to today."""
    if not one.former:
        return one.label
    return _("%(name)s (former commune of %(place)s)") % {
        "name": one.former,
        "place": one.place.label,
    }


def _choice(label: str, query: str) -> Choice:
    return Choice(label, f"{reverse('welcome:referents')}?{urlencode({'ou': query})}")


def answers_for(found: Found) -> list[Answer]:
    """Return who answers in each territory of the places, in three queries whatever their number."""
    if not found.is_answered:
        return []
    network = WelcomeNetwork.read(paris_day(timezone.now()))
    numbers = list(dict.fromkeys(place.territory_id for place in found.places))
    wanted: list[int] = [number for number in numbers if number is not None]
    territories: dict[int, Any] = Territory.objects.in_bulk(wanted) if wanted else {}
    pages = territory_links(wanted) if wanted else {}
    in_order = sorted(territories.values(), key=lambda one: (one.order, one.name))
    answers = [answer_in(one, network, pages.get(one.pk)) for one in in_order]
    return answers or [answer_in(None, network)]
