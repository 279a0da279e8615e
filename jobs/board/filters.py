"""Read the parameters of a search of offers: whatever they hold, they are read, and what means nothing is said."""

from __future__ import annotations

import re
from typing import Any

import django_filters
from django import forms
from django.http import QueryDict

from jobs.offers.models import JobOffer

from .vocabulary import (
    DEFAULT_RADIUS,
    LONGEST_RADIUS,
    ContractGroup,
    EmployerGroup,
    Radius,
    Since,
    Sort,
    Support,
    TimeGroup,
)

LONGEST_TEXT = 200
LONGEST_PLACE = 120
MOST_VALUES = 50
LAST_PAGE = 1_000_000
_SLUG = re.compile(r"[a-z0-9-]{1,80}", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,7}", re.ASCII)
_SHORT_NUMBER = re.compile(r"0|[1-9][0-9]{0,2}", re.ASCII)


def tidy(text: str, longest: int) -> str:
    """Return `text` on one line, without NUL, cut to the length that is read."""
    return " ".join(text[: longest * 4].replace("\x00", " ").split())[:longest].strip()


class TextField(forms.Field):
    """Free words: cleaned and cut, never refused."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.longest = longest

    def clean(self, value: Any) -> str:
        """Return what will be searched."""
        return tidy(str(value or ""), self.longest)


class OneOfField(forms.Field):
    """One value of a list; anything else counts as absent."""

    def __init__(self, *, values: list[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.values = values

    def clean(self, value: Any) -> str:
        """Return the value if it is known, else nothing."""
        return str(value) if value in self.values else ""


class RadiusField(OneOfField):
    """One of the choices, or any whole number of kilometres that makes sense in the Lot; 0 is the commune alone."""

    def clean(self, value: Any) -> str:
        """Return the radius, nothing when it cannot be one."""
        text = str(value or "")
        if _SHORT_NUMBER.fullmatch(text) and int(text) <= LONGEST_RADIUS:
            return text
        return super().clean(value)


class SomeOfField(forms.Field):
    """Values of a list, or slugs when the list is in the database: the engine ignores unknown ones."""

    widget = forms.SelectMultiple

    def __init__(self, *, values: list[str] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.values = values

    def clean(self, value: Any) -> tuple[str, ...]:
        """Return the known values, each once, in the order given, at most `MOST_VALUES`."""
        asked = list(dict.fromkeys(value or ()))[:MOST_VALUES]
        if self.values is None:
            return tuple(slug for slug in asked if _SLUG.fullmatch(slug))
        return tuple(slug for slug in asked if slug in self.values)


class PageField(forms.Field):
    """The number of a page; the engine clamps it to the last one."""

    def clean(self, value: Any) -> int:
        """Return the page asked for, 1 when it makes no sense."""
        text = str(value or "")
        return min(max(int(text), 1), LAST_PAGE) if _NUMBER.fullmatch(text) else 1


class Text(django_filters.Filter):
    """A parameter of free words."""

    field_class = TextField


class OneOf(django_filters.Filter):
    """A parameter with one value."""

    field_class = OneOfField


class RadiusFilter(django_filters.Filter):
    """The parameter `rayon`."""

    field_class = RadiusField


class SomeOf(django_filters.Filter):
    """A parameter that may be repeated."""

    field_class = SomeOfField


class PageNumber(django_filters.Filter):
    """The parameter `page`."""

    field_class = PageField


class OfferFilters(django_filters.FilterSet):
    """The parameters of the job board; the engine answers, so no queryset is filtered here."""

    q = Text(longest=LONGEST_TEXT)
    ou = Text(longest=LONGEST_PLACE)
    rayon = RadiusFilter(values=Radius.values)
    domaine = SomeOf()
    contrat = SomeOf(values=ContractGroup.values)
    accompagnement = SomeOf(values=Support.values)
    territoire = SomeOf()
    temps = SomeOf(values=TimeGroup.values)
    employeur = SomeOf(values=EmployerGroup.values)
    depuis = SomeOf(values=Since.values)
    tri = OneOf(values=Sort.values)
    page = PageNumber()

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, queryset=JobOffer.objects.none())
        self.form.is_valid()
        self.values: dict[str, Any] = self.form.cleaned_data

    def ignored(self) -> list[str]:
        """Return the values that mean nothing, as they were typed but short, each once."""
        found: list[str] = []
        for name in self.form.fields:
            typed = [value for value in self.data.getlist(name) if value.strip()]
            found += [value for value in typed if not self._is_kept(name, value)]
        return [tidy(value, 40) for value in dict.fromkeys(found)][:MOST_VALUES]

    def _is_kept(self, name: str, value: str) -> bool:
        kept = self.values[name]
        if name == "page":
            return bool(_NUMBER.fullmatch(value)) and int(value) >= 1
        if isinstance(kept, tuple):
            return value in kept
        if name in {"q", "ou"}:
            return bool(kept)
        return bool(value == kept)

    def parameters(self) -> list[tuple[str, str]]:
        """Return the search as parameters, defaults and page left out: the address of what is shown."""
        found: list[tuple[str, str]] = []
        for name, value in self.values.items():
            if isinstance(value, tuple):
                found += [(name, one) for one in value]
            elif value and not self._is_default(name, value):
                found.append((name, str(value)))
        return found

    def _is_default(self, name: str, value: Any) -> bool:
        if name == "rayon":
            return not self.values["ou"] or value == DEFAULT_RADIUS
        if name == "tri":
            default = Sort.RELEVANCE if self.values["q"] else Sort.NEWEST
            return value in {default, Sort.RELEVANCE}
        return name == "page"


def without_blanks(data: QueryDict) -> QueryDict | None:
    """Return the parameters without the empty ones a form sends; None when there is none."""
    filled = {name: [value for value in data.getlist(name) if value.strip()] for name in data}
    if all(len(values) == len(data.getlist(name)) for name, values in filled.items()):
        return None
    if not filled.get("ou"):
        filled.pop("rayon", None)
    clean = QueryDict(mutable=True)
    for name, values in filled.items():
        if values:
            clean.setlist(name, values)
    return clean
