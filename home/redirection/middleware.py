"""Count the addresses that visitors ask for in vain, so that editors redirect those of the former sites."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from operations import tallies
from ui.addresses import PAGE_VIEW

from .models import PATH_MAX_LENGTH
from .secret_addresses import may_hold_a_secret
from .services import TALLY

# Accounts and mails hold tokens in their addresses; files are not pages.
_PRIVATE = re.compile(
    r"^/(en/)?(admin\b|(compte|documents|media|static|session)(/|$)|_)", re.IGNORECASE
)
# The space of employers is a former address too. What its own addresses name is not a word: nothing else is kept of it.
_EMPLOYERS = re.compile(r"^/(en/)?espace-employeur(?![\w-])", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"/(en/)?espace-employeur(/[^\W\d_]{1,24}([-_][^\W\d_]{1,24})*(\.(html?|php))?)*/?",
    re.IGNORECASE,
)
# What machines try on every site of the world.
_PROBES = re.compile(
    r"/\.|//|\bwp-|wordpress|cgi-bin|\.(?!html?$|pdf$|php$)[a-z0-9]{1,5}$", re.IGNORECASE
)
# A former site may have had pages in PHP: only what is known to be tried everywhere is left out.
_PHP_PROBES = re.compile(
    r"""
    /(\w|\w\w|xmlrpc|php_?info|info|test|shell|cmd|eval[\w-]*|config[\w.-]*|configuration|setup|install(er)?
      |admin[\w-]*|login|upload(er|s)?|filemanager|alfa\w*|c99|r57|wso\w*|mini|autoload_classmap)\.php$
    |/(vendor|phpunit|pma|mysql|adminer|administrator|uploads|includes|tmp)/.*\.php$
    |/phpmyadmin
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A long run of letters and figures is a token, not the name of a page.
_TOKEN = re.compile(r"[^/\-_.]{30,}|[0-9a-f]{8}-[0-9a-f]{4}-|@|%40", re.IGNORECASE)


class MissedAddressMiddleware:
    """Note each 404 that an old link may explain; the address only, never who asked. Nothing is written in the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request, and note it when it found nothing."""
        response = self.get_response(request)
        is_missed = response.status_code == 404 and request.method == "GET"
        if is_missed and reached_the_pages(request) and is_worth(request.path):
            tallies.note(TALLY, request.path, timezone.localdate())
        return response


def reached_the_pages(request: HttpRequest) -> bool:
    """Say whether no view but that of the pages knew the address: another one found nothing by a number or a token."""
    match = request.resolver_match
    return match is None or match.view_name == PAGE_VIEW


def is_worth(path: str) -> bool:
    """Say whether somebody may have followed an old link there."""
    if len(path) > PATH_MAX_LENGTH:
        return False
    if any(pattern.search(path) for pattern in (_PRIVATE, _PROBES, _PHP_PROBES, _TOKEN)):
        return False
    if _EMPLOYERS.match(path) and not _IN_WORDS.fullmatch(path):
        return False
    return not may_hold_a_secret(path.lower())
