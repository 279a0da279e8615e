"""French typography and figures for the eye: no-break spaces, dates, amounts, sizes."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

# U+00A0 everywhere: the fonts have no narrow no-break space (U+202F).
NBSP = "\u00a0"
NARROW_NBSP = "\u202f"

_BEFORE_SIGN = re.compile(r"[ \u00a0]+([;:!?»€%])")
_AFTER_OPENING = re.compile(r"«[ \u00a0]*")
_BEFORE_CLOSING = re.compile(r"(?<![ \u00a0])»")
_INNER_OPENING = re.compile(r"«[ \u00a0\u202f]*")
_INNER_CLOSING = re.compile(r"[ \u00a0\u202f]?»")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_TAG = re.compile(r"(<[^<>]*>)")


def with_french_spaces(text: str) -> str:
    """Return plain text with no-break spaces and typographic apostrophes where French wants them.

    A space is only ever made unbreakable, never added before a colon: addresses and hours stay as typed.
    """
    text = text.replace(NARROW_NBSP, NBSP)
    text = _BEFORE_SIGN.sub(rf"{NBSP}\1", text)
    text = _AFTER_OPENING.sub(f"«{NBSP}", text)
    text = _BEFORE_CLOSING.sub(f"{NBSP}»", text)
    text = _THOUSANDS.sub(NBSP, text)
    return _APOSTROPHE.sub("’", text)


def typographic(value: object) -> SafeString:
    """Return `value` ready for display: escaped unless already safe HTML, whose tags are left alone."""
    if isinstance(value, SafeString):
        pieces = _TAG.split(str(value))
        return mark_safe("".join(p if p.startswith("<") else with_french_spaces(p) for p in pieces))
    return escape(with_french_spaces("" if value is None else str(value)))


def with_inner_quotes(text: str) -> str:
    """Return `text` ready to stand between « and »: the quotation marks it holds become “ and ”."""
    return _INNER_OPENING.sub("“", _INNER_CLOSING.sub("”", text))


def in_french(value: object) -> str:
    """Return words that stay French whatever the page: marked so that a screen reader says them in French."""
    text = "" if value is None else str(value)
    if not text or get_language() in (None, "fr"):
        return text
    return format_html('<span lang="fr">{}</span>', typographic(text))


def local_date(value: date | datetime) -> date:
    """Return the day of `value` as lived in the site's time zone."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def day_in_words(value: date | datetime | None, *, with_year: bool) -> str:
    """Return « 14 décembre 2026 » or « 14 décembre », in the language of the page; « 1er » in French."""
    if not isinstance(value, date):
        return ""
    day = local_date(value)
    number = "1er" if day.day == 1 and get_language() == "fr" else str(day.day)
    return f"{number}{NBSP}{date_format(day, 'F Y' if with_year else 'F')}"


def hour_in_words(value: datetime | None) -> str:
    """Return « 10 h 12 »."""
    if not isinstance(value, datetime):
        return ""
    moment = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{moment.hour}{NBSP}h{NBSP}{moment.minute:02d}"


def grouped(number: int) -> str:
    """Return the whole number with French thousands: « 1 950 »."""
    return f"{number:,}".replace(",", NBSP)


def money(value: object) -> str:
    """Return an amount in euros, with cents only when there are some: « 1 950 € », "€1,950" in English."""
    if value is None or value == "":
        return ""
    try:
        amount = Decimal(str(value)).quantize(Decimal("0.01"))
    except InvalidOperation:
        return str(value)
    whole, cents = divmod(abs(amount), 1)
    sign = "−" if amount < 0 else ""
    if get_language() == "en":
        return f"{sign}€{int(whole):,}" + (f".{int(cents * 100):02d}" if cents else "")
    decimals = f",{int(cents * 100):02d}" if cents else ""
    return f"{sign}{grouped(int(whole))}{decimals}{NBSP}€"


def weight(size: int | None) -> str:
    """Return a file size as people read it: « 340 ko », « 1,2 Mo »."""
    if size is None:
        return ""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}{NBSP}ko"
    return f"{size / 1_000_000:.1f}".replace(".0", "").replace(".", ",") + f"{NBSP}Mo"


def initials_of(name: str) -> str:
    """Return the two letters that stand for a name: its first words of weight, « Centre de soins » gives CS."""
    words = re.findall(r"\w+", name)
    heavy = [word for word in words if word[0].isupper() or len(word) > 3] or words
    return "".join(word[0] for word in heavy[:2]).upper()
