"""Web addresses that somebody else gives: which may be shown, and what their host really is."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

# Browsers read the last part as a number in three notations (WHATWG URL, "ends in a number").
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
# What names this machine or its network, never a site.
_LOCAL = frozenset({"localhost", "localdomain", "local", "internal", "intranet", "lan", "arpa"})


def is_safe_link(url: str) -> bool:
    """Say whether a link may be shown to people: https, a host name, no user name, no IP address in any notation."""
    if any(character <= " " or character in "\\\x7f" for character in url):
        return False
    try:
        parts = urlsplit(url)
        is_https = parts.scheme == "https" and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return False
    return is_https and bool(ascii_host(url))


def ascii_host(url: str) -> str:
    """Return the host of an address as the network knows it; an empty string when it is no name of a site."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
        # Full-width figures and the like are written by nobody in good faith.
        if not host or unicodedata.normalize("NFKC", host) != host or "\u3002" in host:
            return ""
        name = host.encode("idna").decode("ascii").lower()
    except ValueError:
        return ""
    labels = name.split(".")
    is_name = len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)
    is_elsewhere = labels[-1] not in _LOCAL and not _NUMBER.fullmatch(labels[-1])
    return name if is_name and is_elsewhere else ""


def may_be_a_look_alike(url: str) -> bool:
    """Say whether the host is written with other letters than plain ones: some are drawn alike."""
    name = ascii_host(url)
    return any(label.startswith("xn--") for label in name.split("."))


def unsafe_link() -> str:
    """Say what to write instead of an address that may not be shown."""
    return _("Give the address of a website by its name, for example https://www.example.fr.")
