"""Walk the whole URLconf and give each pattern an address made of existing objects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from django.urls.resolvers import LocalePrefixPattern, RegexPattern, RoutePattern
from django.utils.regex_helper import normalize


@dataclass(frozen=True, slots=True)
class Address:
    """A pattern of the URLconf: its full name and one path that leads to it."""

    name: str
    path: str
    route: str


class Walker:
    """Find a path for each pattern; `values` gives the arguments by name, then by kind of converter."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = values

    def addresses(self) -> Iterator[Address]:
        """Yield every pattern once, in the order of the URLconf."""
        yield from self._walk(get_resolver(), "", "")

    def _walk(self, resolver: URLResolver, prefix: str, namespace: str) -> Iterator[Address]:
        for pattern in resolver.url_patterns:
            part = self._part(pattern.pattern)
            if isinstance(pattern, URLResolver):
                inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
                yield from self._walk(pattern, prefix + part, inner)
            else:
                yield self._address(pattern, prefix + part, namespace)

    def _address(self, pattern: URLPattern, path: str, namespace: str) -> Address:
        name = f"{namespace}{pattern.name}" if pattern.name else pattern.lookup_str
        return Address(name, "/" + path, str(pattern.pattern))

    def _part(self, pattern: object) -> str:
        if isinstance(pattern, LocalePrefixPattern):
            return pattern.language_prefix
        if isinstance(pattern, RoutePattern):
            return re.sub(
                r"<(?:(?P<kind>[^>:]+):)?(?P<name>[^>]+)>", self._argument, pattern._route
            )
        assert isinstance(pattern, RegexPattern)
        text, names = normalize(pattern._regex)[0]
        return (
            text % {name: self._one_of(name, pattern._regex) for name in names}
            if names
            else text.replace("%%", "%")
        )

    def _argument(self, match: re.Match[str]) -> str:
        return self._value(match["name"], match["kind"] or "str")

    def _one_of(self, name: str, regex: str) -> str:
        """Return a value of a named group: one of its words when it lists them."""
        found = re.search(rf"\(\?P<{name}>([\w|-]+)\)", regex)
        choices = found[1].split("|") if found else []
        value = self._value(name, "str")
        return value if value in choices or not choices else choices[0]

    def _value(self, name: str, kind: str) -> str:
        if kind == "uuid" and name not in ("public_id", "uuid"):
            name = "uuid"  # no other word is one
        return self.values.get(name) or self.values.get(kind) or "1"


def leads_to(address: Address) -> bool:
    """Say whether the path resolves to the very pattern it was made from (and not to an earlier one)."""
    try:
        match = resolve(address.path)
    except Resolver404:
        return False
    return match.view_name == address.name or match._func_path == address.name
