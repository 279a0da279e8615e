"""What the pages about settling show, read in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from jobs.offers.querysets import paris_day
from territory.around import read_around
from territory.models import Intercommunality, ResourceCard, ResourceTheme, Territory
from territory.models.resources import stale_before
from territory.welcome import TeamMember, Welcome, WelcomeNetwork
from ui.addresses import contract_path, language_prefix, page_path, with_privacy
from ui.navigation import shell_for
from ui.offer_lists import OfferCriteria

LATEST_OFFERS = 4


@dataclass(frozen=True)
class Door:
    """One way in."""

    title: str
    text: str
    url: str
    icon: str


@dataclass(frozen=True)
class PageLink:
    """A page of a territory, as a list shows it."""

    title: str
    summary: str
    url: str
    language: str


@dataclass(frozen=True)
class Answer:
    """Who answers in a territory, and the others one may call there."""

    territory: Territory | None
    page: PageLink | None
    welcome: Welcome | None
    others: tuple[TeamMember, ...]


def current_language() -> str:
    """Return the language being spoken."""
    return get_language() or "fr"


def section_path() -> str:
    """Return the path of the page about settling in the language being spoken."""
    return contract_path("s-installer", current_language())


def breadcrumb(*titles: str) -> list[tuple[str, str]]:
    """Return the way from the home page to a screen of ours."""
    home = (_("Home"), f"{language_prefix(current_language())}/")
    return [
        home,
        (pgettext("section", "Settling"), section_path()),
        *((title, "") for title in titles),
    ]


def doors() -> list[Door]:
    """Return the ways in of the section."""
    return [
        Door(
            _("Tell us about your project"),
            _("Three short steps; your referent calls or writes back"),
            reverse("welcome:request"),
            "edit",
        ),
        Door(
            _("See the job offers"),
            _("All the offers, checked by the team"),
            contract_path("offres", current_language()),
            "briefcase",
        ),
    ]


def epci_choices() -> list[tuple[str, str]]:
    """Return the intercommunalities to choose from, by name."""
    return list(
        Intercommunality.objects.order_by("short_name", "pk").values_list("siren", "short_name")
    )


def territory_links(
    territories: list[int] | None = None, language: str = ""
) -> dict[int, PageLink]:
    """Return the public page of each territory, by its number, in the language being spoken or given: one query."""
    from .models import TerritoryPage  # the pages show these links

    language = language or current_language()
    pages = with_privacy(TerritoryPage.objects.live()).filter(
        locale__language_code=language, is_private=False
    )
    if territories is not None:
        pages = pages.filter(territory__in=territories)
    found = pages.order_by("territory__order", "territory__name", "pk")
    rows = found.values_list("territory_id", "title", "summary", "url_path", "alias_of_id")
    return {
        number: PageLink(title, summary, page_path(path, language), "fr" if alias else "")
        for number, title, summary, path, alias in rows
    }


class TerritoryPages:
    """Where the pages of territories are, for the offers of their communes."""

    def tree_path(self, territory: OuterRef, language: str) -> Subquery:
        """Return the expression of the path in the tree of the public page of a territory."""
        from .models import TerritoryPage  # the pages show what this module reads

        pages = with_privacy(TerritoryPage.objects.live()).filter(
            territory=territory, locale__language_code=language, is_private=False
        )
        return Subquery(pages.order_by("pk").values("url_path")[:1])

    def address(self, tree_path: str, language: str) -> str:
        """Return the address of a page, given its path in the tree."""
        return page_path(tree_path, language)

    def request_address(self, place: str) -> str:
        """Return where one tells of a project, with the place already written."""
        return request_path(place)


def request_path(place: str = "") -> str:
    """Return where one tells of a project, with the place already written."""
    query = f"?{urlencode({'ou': place})}" if place else ""
    return f"{reverse('welcome:request')}{query}"


def index_context() -> dict[str, Any]:
    """Return what the page about settling shows beside its own words."""
    return {
        "doors": doors(),
        "epci_choices": epci_choices(),
        "territory_pages": list(territory_links().values()),
        "referents_url": reverse("welcome:referents"),
    }


def territory_context(page: Any, request: HttpRequest, *, now: dt.datetime) -> dict[str, Any]:
    """Return the cards, the referents and the latest offers of a territory."""
    today = paris_day(now)
    around = read_around(page.territory_id)
    answer = answer_in(around.territory, WelcomeNetwork.read(today))
    want_photos(request, [answer])
    shell = shell_for(request)
    shell.want_pictures([page.photo_id])
    asked = OfferCriteria(territory=around.territory.slug, number=LATEST_OFFERS)
    return {
        "themes": cards_by_theme(around.cards),
        "stale_before": stale_before(today),
        "answer": answer,
        "offers": shell.offers(asked),
        "request_url": request_path(around.territory.name),
    }


def cards_by_theme(cards: Iterable[ResourceCard]) -> list[tuple[str, str, list[ResourceCard]]]:
    """Return the themes that have cards, in their order: label, icon, cards."""
    return [
        (str(ResourceTheme(theme).label), group[0].icon, group)
        for theme, rows in groupby(cards, key=lambda card: card.theme)
        if (group := list(rows))
    ]


def answer_in(
    territory: Territory | None, network: WelcomeNetwork, page: PageLink | None = None
) -> Answer:
    """Return who answers in a territory, and who else is of its team."""
    number = territory.pk if territory else None
    welcome = network.answer_in(number)
    team = network.team_of(number) if number else []
    shown = {welcome.referent.pk} if welcome else set()
    if welcome and welcome.instead_of:
        shown.add(welcome.instead_of.pk)  # the card says when they are back
    others = tuple(member for member in team if member.referent.pk not in shown)
    return Answer(territory, page, welcome, others)


def want_photos(request: HttpRequest, answers: list[Answer]) -> None:
    """Announce the photos of those who answer, so that they come at once."""
    wanted: list[int | None] = []
    for answer in answers:
        wanted += [answer.welcome.referent.photo_id] if answer.welcome else []
        wanted += [member.referent.photo_id for member in answer.others]
    shell_for(request).want_pictures(wanted)
