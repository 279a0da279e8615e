"""Which addresses may hold a token, even cut or misspelt: read from the URLconf, so that a new one is known by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.conf import settings
from django.urls import URLResolver, get_resolver
from django.urls.converters import StringConverter, UUIDConverter
from django.urls.resolvers import LocalePrefixPattern, RoutePattern

# Names and plain numbers say what a page is about; free text and random numbers may open something.
_SECRET_KINDS = (StringConverter, UUIDConverter)
_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def may_hold_a_secret(path: str) -> bool:
    """Say whether a path is at the place of a token: a mail cut it, or somebody added to it."""
    for code, _name in settings.LANGUAGES:
        if path.startswith(f"/{code}/"):
            path = path.removeprefix(f"/{code}")
            break
    return bool(secret_places().match(path))


@cache
def secret_places() -> re.Pattern[str]:
    """Return what comes before the tokens and the random numbers of our addresses, without the language."""
    places = sorted(set(_places(get_resolver().url_patterns)))
    return re.compile("/(?:{})".format("|".join(places)))


def _places(patterns: Any, before: str = "") -> Iterator[str]:
    for pattern in patterns:
        own = pattern.pattern
        if isinstance(own, LocalePrefixPattern):
            yield from _places(pattern.url_patterns, before)
        elif isinstance(own, RoutePattern):
            place, is_secret = _read(own)
            if is_secret:
                yield before + place
            elif isinstance(pattern, URLResolver):
                yield from _places(pattern.url_patterns, before + place)


def _read(route: RoutePattern) -> tuple[str, bool]:
    """Return a route as an expression, up to the first parameter that may be a secret, and whether there is one."""
    text, place, end = str(route), "", 0
    for found in _PARAMETER.finditer(text):
        place += re.escape(text[end : found.start()])
        # By its very type: slugs are kinds of strings too.
        if type(route.converters[found[1]]) in _SECRET_KINDS:
            return place, True
        place, end = f"{place}[^/]+", found.end()
    return place + re.escape(text[end:]), False
