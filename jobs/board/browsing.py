"""What the job board shows for a search: titles, filters, chips, pages, ways out of an empty answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.hints import about_english
from territory.places import Kind
from ui.typography import grouped

from .addresses import index_path
from .search import Facet, FacetValue, Results, WayOut, search_offers, ways_out
from .searching import Asked, around_town, query_string
from .vocabulary import LONGEST_RADIUS, Radius, Sort

PAGE_SIZE = 20
TERRITORY = "territoire"
OPEN_GROUPS = 3
SHOWN_VALUES = 8
# From this number of filters on, search engines would only find thin variations of the same list.
NO_INDEX_FROM = 2


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a filter, as the component draws it."""

    value: str
    label: str
    count: int
    checked: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A family of filters: the first values, then the others on demand."""

    name: str
    title: str
    options: list[Option]
    more: list[Option]
    is_open: bool

    @property
    def more_label(self) -> str:
        """Return the words that unfold the other values."""
        return ngettext("Show %(count)d more", "Show %(count)d more", len(self.more)) % {
            "count": len(self.more)
        }


@dataclass(frozen=True)
class Notice:
    """Something to say about what was asked."""

    title: str
    html: SafeString | str = ""
    variant: str = "warning"


def browse(asked: Asked, now: dt.datetime) -> dict[str, Any]:
    """Return everything the page and its results fragment show for a search."""
    results = search_offers(asked.criteria, now=now)
    selected = [(facet, value) for facet in results.facets for value in facet.selected]
    return {
        "asked": asked,
        "results": results,
        "heading": heading(asked, results),
        "document_title": document_title(asked, results),
        "groups": [group(facet, rank) for rank, facet in enumerate(results.facets) if facet.values],
        "chips": [
            (value.label, index_path() + asked.address(without=[(facet.name, value.value)]))
            for facet, value in selected
        ],
        "notices": notices(asked, results),
        "hint": about_english(results.french),
        "exits": exits(asked, results, now) if not results.total else [],
        "page_obj": page_of(results),
        "page_params": QueryDict(asked.address().removeprefix("?")),
        "robots": "noindex,follow" if len(selected) >= NO_INDEX_FROM or not results.total else "",
        "feed_url": reverse("board:feed") + query_string(asked.others("tri")),
        "index_url": index_path(),
        "clear_url": index_path()
        + query_string([p for p in asked.parameters if p[0] in {"q", "ou", "rayon"}]),
        "radii": radii(asked.radius),
        "sorts": sorts(asked),
        "skip_to_results": True,
    }


def radii(chosen: str) -> list[tuple[str, str]]:
    """Return the radii to choose from, with the one of the address when it is another."""
    found = [(value, str(label)) for value, label in Radius.choices]
    if chosen not in Radius.values:
        alone = _("This commune only")
        found.append((chosen, _("%(km)s km") % {"km": chosen} if int(chosen) else alone))
    return sorted(found, key=lambda pair: int(pair[0]) if pair[0].isdigit() else LONGEST_RADIUS + 1)


def sorts(asked: Asked) -> list[tuple[str, Any]]:
    """Return the orders that mean something here: relevance for words, distance for a place."""
    useless = set() if asked.criteria.text else {Sort.RELEVANCE}
    if not asked.criteria.places:
        useless.add(Sort.DISTANCE)
    return [pair for pair in Sort.choices if pair[0] not in useless]


def canonical_query(asked: Asked, results: Results) -> str:
    """Return the query string of the canonical address: the order does not change what is listed."""
    page = [("page", str(results.page))] if results.page > 1 else []
    return query_string([*asked.others("tri"), *page])


def heading(asked: Asked, results: Results) -> str:
    """Return « 24 offres autour de Gramat »."""
    total = results.total
    words = ngettext("%(count)s offer %(where)s", "%(count)s offers %(where)s", total)
    return words % {"count": grouped(total), "where": where(asked, results)}


def where(asked: Asked, results: Results) -> str:
    """Return where the search looks; a territory chosen among the filters counts when no place is named."""
    chosen = [
        value.label
        for facet in results.facets
        if facet.name == TERRITORY
        for value in facet.selected
    ]
    if len(chosen) == 1 and not asked.criteria.places:
        return _("in the area %(place)s") % {"place": chosen[0]}
    return asked.around


def document_title(asked: Asked, results: Results) -> str:
    """Return « 24 offres d’emploi autour de Gramat – page 2 sur 3 »."""
    words = ngettext(
        "%(count)s job offer %(where)s", "%(count)s job offers %(where)s", results.total
    )
    title = words % {"count": grouped(results.total), "where": where(asked, results)}
    if asked.criteria.text:
        title = _("“%(words)s”: %(title)s") % {"words": asked.criteria.text, "title": title}
    if results.page_count > 1:
        title += _(" – page %(page)s of %(count)s") % {
            "page": grouped(results.page),
            "count": grouped(results.page_count),
        }
    return title


def page_of(results: Results) -> Any:
    """Return the page for the component that draws page numbers."""
    return Paginator(range(results.total), PAGE_SIZE).get_page(results.page)


def group(facet: Facet, rank: int) -> Group:
    """Return a facet ready to draw; chosen values are never folded away."""
    shown = [v for position, v in enumerate(facet.values) if position < SHOWN_VALUES or v.selected]
    more = [value for value in facet.values if value not in shown]
    return Group(
        name=facet.name,
        title=facet.label,
        options=[_option(value) for value in shown],
        more=[_option(value) for value in more],
        is_open=rank < OPEN_GROUPS or bool(facet.selected),
    )


def _option(value: FacetValue) -> Option:
    return Option(value.value, value.label, value.count, value.selected)


def notices(asked: Asked, results: Results) -> list[Notice]:
    """Return what must be said: place not understood, words corrected, values ignored."""
    found = [_about_place(asked), _about_words(asked, results), _about_ignored(asked, results)]
    return [notice for notice in found if notice is not None]


def _about_place(asked: Asked) -> Notice | None:
    place = asked.place
    if place.kind == Kind.HOMONYMS:
        title = _("Several places are called “%(place)s”. Which one do you mean?") % {
            "place": place.text
        }
        links = _links(asked, [(one.label, one.query) for one in place.candidates])
        return Notice(
            title, format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", links)), "info"
        )
    if place.kind != Kind.UNKNOWN:
        return None
    title = _("We cannot find “%(place)s” in the Lot.") % {"place": place.text}
    if not place.suggestions:
        return Notice(title, _("The search runs without it: give a town or a postcode of the Lot."))
    links = _links(asked, [(name, name) for name in place.suggestions])
    joined = format_html_join(_(" or "), "{}", links)
    return Notice(title, format_html(_("Did you mean {}?"), joined))


def _links(asked: Asked, choices: list[tuple[str, str]]) -> list[tuple[SafeString]]:
    return [
        (format_html('<a href="{}{}">{}</a>', index_path(), asked.address({"ou": query}), label),)
        for label, query in choices
    ]


def _about_words(asked: Asked, results: Results) -> Notice | None:
    if not results.is_corrected:
        return None
    title = _("No offer for “%(typed)s”: here are those for “%(used)s”.")
    return Notice(
        title % {"typed": asked.criteria.text, "used": results.matched_text}, variant="info"
    )


def _about_ignored(asked: Asked, results: Results) -> Notice | None:
    """Say which values mean nothing: malformed ones, and slugs that no family or territory bears (any more)."""
    unknown = [
        value
        for facet in results.facets
        for value in asked.criteria.chosen(facet.name)
        if value not in {one.value for one in facet.selected}
    ]
    values = list(dict.fromkeys([*asked.ignored, *unknown]))
    if not values:
        return None
    title = ngettext(
        "One value of this address means nothing here: we left it out.",
        "%(count)d values of this address mean nothing here: we left them out.",
        len(values),
    ) % {"count": len(values)}
    return Notice(title, ", ".join(f"«\u00a0{value}\u00a0»" for value in values[:5]), "info")


def exits(asked: Asked, results: Results, now: dt.datetime) -> list[tuple[str, str]]:
    """Return where to go from an empty answer: label and address."""
    labels = {value.value: value.label for facet in results.facets for value in facet.selected}
    return [
        (_exit_label(way, labels), index_path() + _exit_address(way, asked))
        for way in ways_out(asked.criteria, now)
    ]


def _exit_address(way: WayOut, asked: Asked) -> str:
    if way.parameter == "ou":
        words, place = way.values
        return asked.address({"q": words, "ou": place})
    change = way.values[0] if way.parameter == "rayon" else ""
    return asked.address({way.parameter: change})


def _exit_label(way: WayOut, labels: dict[str, str]) -> str:
    number = ngettext("%(count)s offer", "%(count)s offers", way.total) % {
        "count": grouped(way.total)
    }
    if way.parameter == "ou":
        return _("%(words)s %(where)s (%(offers)s)") % {
            "words": way.values[0] or _("All the jobs"),
            "where": around_town(way.criteria.places[0].name),
            "offers": number,
        }
    if way.parameter == "rayon":
        if way.values[0] == Radius.WHOLE:
            return _("Look in all the Lot (%(offers)s)") % {"offers": number}
        return _("Widen to %(km)s km (%(offers)s)") % {"km": way.values[0], "offers": number}
    words = ", ".join(labels.get(value, value) for value in way.values)
    return _("Remove “%(filter)s” (%(offers)s)") % {"filter": words, "offers": number}
