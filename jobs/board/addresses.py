"""The board's own addresses, and what may be made a link of what an employer or an import wrote."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from ui.addresses import absolute, contract_path, language_prefix

MAX_PK = 2**63 - 1


def index_path() -> str:
    """Return the path of the job board in the language being spoken."""
    return contract_path("offres", translation.get_language() or settings.LANGUAGE_CODE)


def home_path() -> str:
    """Return the path of the home page in the language being spoken."""
    return f"{language_prefix(translation.get_language() or settings.LANGUAGE_CODE)}/"


def offer_url(offer: Any) -> str:
    """Return the full French address of an offer: the one that counts in every language."""
    with translation.override(settings.LANGUAGE_CODE):
        return absolute(offer.get_absolute_url())


def report_path(offer: Any) -> str:
    """Return the path of the page where a reader reports an offer."""
    return reverse("board:report_offer", kwargs={"slug": offer.slug, "pk": offer.pk})


def web_link(url: str) -> tuple[str, str]:
    """Return an address and the host it leads to, both empty unless it is a plain web address.

    Imported addresses were never validated by a form: no script, no hidden user name.
    """
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:
        return "", ""
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        return "", ""
    return url.strip(), host.removeprefix("www.")


def mail_link(address: str = "", *, subject: str, body: str = "") -> str:
    """Return a `mailto:` address whose every part is escaped."""
    query = f"subject={quote(subject)}" + (f"&body={quote(body)}" if body else "")
    return f"mailto:{quote(address, safe='@')}?{query}"


def phone_link(number: str) -> str:
    """Return a `tel:` address, with the French prefix for ten digits beginning with 0."""
    digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return (
        f"tel:+33{digits[1:]}" if len(digits) == 10 and digits.startswith("0") else f"tel:{digits}"
    )
