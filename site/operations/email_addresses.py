"""Say which mailbox an address reaches: what mail servers fold, limits and uniqueness fold too."""

from __future__ import annotations

from django.utils.encoding import punycode


def folded(email: str) -> str:
    """Return the address with its domain as the network knows it: one spelling for each. Raises ValueError.

    Full-width or accented letters reach the same domain: they are folded with the very function that sends the mail.
    """
    local, at, domain = email.rpartition("@")
    return f"{local}{at}{punycode(domain).lower()}"


def limit_key(email: str) -> str:
    """Return what an address is counted under: its mailbox, without the label that its owner may add (`+tag`)."""
    try:
        local, at, domain = folded(email.strip()).lower().rpartition("@")
    except ValueError:
        return email.strip().lower()
    return f"{local.partition('+')[0] or local}{at}{domain}"


def spellings_of(email: str) -> list[str]:
    """Return the ways an address may have been kept: as it is typed and, where that differs, folded."""
    try:
        return list(dict.fromkeys((email, folded(email))))
    except ValueError:
        return [email]
