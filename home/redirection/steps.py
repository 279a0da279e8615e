"""Follow redirections from one to the next, without asking the network: where does an address end?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit, urlunsplit

from wagtail.contrib.redirects.models import Redirect

from ui.addresses import page_path

from .addresses import own_path

# No column holds a longer address.
LONGEST = 255
# The end of the chain of each old address already followed; None for a circle.
Ends = dict[str, str | None]
# How the site itself writes an address: `Addresses.settled`.
Final = Callable[[str], str]


def known_redirects() -> dict[str, str]:
    """Return where each redirection of the site leads: the path of its page, or its link. One query."""
    rows = Redirect.objects.select_related("redirect_page__locale").order_by("pk")
    return {row.old_path: target_of(row) for row in rows}


def target_of(redirect: Redirect) -> str:
    """Return where a redirection leads."""
    page = redirect.redirect_page
    if page is None:
        return str(redirect.redirect_link)
    path = page_path(page.url_path, page.locale.language_code).rstrip("/")
    return f"{path}{redirect.redirect_page_route_path or '/'}"


def straight(
    everything: Mapping[str, str], *, only: Iterable[str], final: Final = str
) -> dict[str, str]:
    """Return, for the old addresses of `only` that take more than one step, the end of their chain."""
    found: dict[str, str] = {}
    ends: Ends = {}
    for old in only:
        end = follow(everything[old], everything, ends, final=final)
        if end is not None and end != everything[old] and len(end) <= LONGEST:
            found[old] = end
    return found


def follow(
    target: str, everything: Mapping[str, str], ends: Ends, *, final: Final = str
) -> str | None:
    """Return where a reader sent to `target` ends, with its query and anchor; None when it turns in a circle."""
    end = _last(target, everything, ends)
    if end is None:
        return None
    return final(end if end == target else _with_what_follows(end, target, everything))


def _last(target: str, everything: Mapping[str, str], ends: Ends) -> str | None:
    """Return the last address of a chain; None when it turns in a circle.

    `ends` remembers what was found for the same `everything`: no part of a chain is walked twice.
    """
    passed: set[str] = set()
    end: str | None = target
    while key := _key(target, everything):
        if key in ends or key in passed:
            end = ends.get(key)
            break
        passed.add(key)
        target = end = everything[key]
    ends.update(dict.fromkeys(passed, end))
    return end


def _key(target: str, everything: Mapping[str, str]) -> str:
    """Return the old address that an address asks for, as the site finds it: with its query, else without; "" for none."""
    if not own_path(target):
        return ""
    key = str(Redirect.normalise_path(target))
    bare = urlsplit(key).path
    return next((one for one in (key, bare) if one in everything), "")


def _with_what_follows(end: str, target: str, everything: Mapping[str, str]) -> str:
    """Return the end of a chain with the query and the anchor of its beginning, unless it has its own."""
    last = urlsplit(own_path(end))
    if not last.path:
        return end
    first = urlsplit(target)
    # A query that is a part of the old address says nothing of the new one.
    query = "" if Redirect.normalise_path(target) in everything else first.query
    return urlunsplit(("", "", last.path, last.query or query, last.fragment or first.fragment))
