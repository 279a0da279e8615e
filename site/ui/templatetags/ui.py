"""Template tags and filters that every template may use (loaded as builtins)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.http import HttpRequest, QueryDict
from django.template.context import Context
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from ui import forms, map_bubbles, typography
from ui.http import query_string
from ui.session import seconds_left

register = template.Library()

_END_OF_SENTENCE = re.compile(r"\.(?:\s|$)")

TONES = ("river", "saffron", "stone")
SCENES = ("pont", "nuit", "vignes", "village")


# --- Files ----------------------------------------------------------------------------------------------------------


@register.simple_tag
def icon(name: str, css_class: str = "") -> SafeString:
    """Draw an icon of the sprite, silent for screen readers."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true" focusable="false"><use href="{}#i-{}"/></svg>',
        f" {css_class}" if css_class else "",
        static("img/icons.svg"),
        name,
    )


@register.simple_tag
def stylesheet(path: str) -> SafeString:
    """Link one style sheet."""
    return format_html('<link rel="stylesheet" href="{}">', static(path))


@register.simple_tag
def script(path: str) -> SafeString:
    """Load one JavaScript module, after the page."""
    return format_html('<script type="module" src="{}"></script>', static(path))


@register.simple_tag
def share_image_url() -> str:
    """Return the full address of the picture that social networks show when a page has none."""
    return f"{settings.BASE_URL}{static('img/share.png')}"


@register.simple_tag
def font_preload(path: str) -> SafeString:
    """Ask for a font before the style sheet names it."""
    return format_html(
        '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>', static(path)
    )


@register.simple_tag
def home_url() -> str:
    """Return the address of the home page in the language of the page."""
    return "/" if get_language() in (None, settings.LANGUAGE_CODE) else f"/{get_language()}/"


@register.simple_tag
def scene_url(name: str = "") -> str:
    """Return the address of a drawn scene; the bridge when the name is unknown or empty."""
    return static(f"img/scenes/{name if name in SCENES else SCENES[0]}.svg")


@register.simple_tag
def rivers_url() -> str:
    """Return the address of the drawing under the territory map."""
    return static("img/rivers.svg")


# --- Words ----------------------------------------------------------------------------------------------------------


@register.filter
def french_date(value: date | datetime | None) -> str:
    """Write a day with its year: « 14 décembre 2026 »."""
    return typography.day_in_words(value, with_year=True)


@register.filter
def french_day(value: date | datetime | None) -> str:
    """Write a day without its year: « 14 décembre »."""
    return typography.day_in_words(value, with_year=False)


@register.filter
def french_hour(value: datetime | None) -> str:
    """Write an hour: « 10 h 12 »."""
    return typography.hour_in_words(value)


@register.filter
def money(value: object) -> str:
    """Write an amount: « 1 950 € »."""
    return typography.money(value)


@register.filter
def grouped(value: int) -> str:
    """Write a whole number with spaces between thousands."""
    return typography.grouped(int(value))


@register.filter
def weight(value: int | None) -> str:
    """Write a file size: « 1,2 Mo »."""
    return typography.weight(value)


@register.filter(is_safe=True)
def typographic(value: object) -> SafeString:
    """Put no-break spaces and apostrophes where French wants them."""
    return typography.typographic(value)


@register.filter
def inner_quotes(value: object) -> str:
    """Write words that stand between « and »: the quotation marks they hold become “ and ”."""
    return typography.with_inner_quotes(str(value))


@register.filter
def in_french(value: object) -> SafeString:
    """Write words that stay French whatever the page, ready for display."""
    return typography.typographic(typography.in_french(value))


@register.filter
def days_until(value: date | datetime | None) -> int | None:
    """Return how many days are left before a day, in the site's time zone; negative once it is past."""
    if not isinstance(value, date):
        return None
    return (typography.local_date(value) - timezone.localdate()).days


@register.filter
def initials(value: object) -> str:
    """Return the two letters that stand for a name: « Centre de soins » gives CS."""
    return typography.initials_of(str(value))


@register.filter
def tone(value: object) -> str:
    """Return the colour of a name's initials: always the same for the same name."""
    return TONES[sum(str(value).encode()) % len(TONES)]


@register.filter
def tel(value: object) -> str:
    """Return a telephone number as an address: « 05 65 53 40 00 » gives +33565534000."""
    digits = "".join(c for c in str(value) if c.isdigit() or c == "+")
    return f"+33{digits[1:]}" if len(digits) == 10 and digits.startswith("0") else digits


# --- Forms ----------------------------------------------------------------------------------------------------------


@register.simple_tag
def form_field(field: BoundField) -> SafeString:
    """Draw label, hint, error and input of a field."""
    return field.as_field_group()


@register.simple_tag
def field_widget(field: BoundField) -> SafeString:
    """Draw the input of a field alone, tied to its hint and error."""
    return forms.draw_widget(field)


@register.filter
def field_kind(field: BoundField) -> str:
    """Return the shape of a field: text, textarea, select, radios, checkboxes, checkbox or file."""
    return forms.kind(field)


@register.filter
def is_marked_optional(field: BoundField) -> bool:
    """Say whether « (facultatif) » follows the label."""
    return forms.is_marked_optional(field)


@register.filter
def described_by(field: BoundField) -> str:
    """Return the ids of a field's hint and error."""
    return forms.described_by(field)


@register.simple_tag
def errors_of(
    *all_forms: BaseForm | None, told: Iterable[forms.FormError] | None = None
) -> list[forms.FormError]:
    """Return the errors of the forms of a page, in reading order, then those `told` without a form."""
    return [*forms.form_errors(*(form for form in all_forms if form)), *(told or ())]


@register.filter
def answers_to_correct(errors: list[forms.FormError]) -> int:
    """Count the errors that lead to an answer."""
    return forms.answers_to_correct(errors)


@register.simple_tag
def bound_fields(form: BaseForm, names: str) -> list[BoundField]:
    """Return the named fields of a form: « salary_min salary_max »."""
    return [form[name] for name in names.split()]


@register.filter
def unlocalised(value: float) -> str:
    """Write a number as a drawing reads it: with a dot, whatever the language of the page."""
    return f"{float(value):g}"


@register.simple_tag(takes_context=True)
def title_prefix(context: Context) -> str:
    """Return how a title begins: « Erreur : » before a form to correct, else what has just happened."""
    if context.get("form_has_errors") or context.get("form_with_errors"):
        return gettext("Error:") + " "
    for message in context.get("messages") or ():
        return f"{_END_OF_SENTENCE.split(_without_tags(message), 1)[0]} – "
    return ""


def _without_tags(message: object) -> str:
    """Return the words of a message: Wagtail's are HTML, with buttons behind the sentence."""
    words = str(message)
    return html.unescape(strip_tags(words)).strip() if isinstance(words, SafeString) else words


# --- Pages ----------------------------------------------------------------------------------------------------------


@register.simple_tag
def map_of(items: Iterable[Any]) -> list[map_bubbles.Bubble]:
    """Place the bubbles of the territory map."""
    return map_bubbles.bubbles(items)


@register.simple_tag
def page_links(page: Page[Any]) -> list[int | None]:
    """Return the page numbers to show around the current one; None stands for a gap."""
    return [
        number if isinstance(number, int) else None
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]


@register.simple_tag
def with_params(params: QueryDict | None = None, **changes: object) -> str:
    """Return a query string: the given parameters, changed; None removes one."""
    return query_string(params, **changes)


@register.simple_tag(takes_context=True)
def session_seconds(context: Context) -> int | None:
    """Return the seconds left to a signed-in person's session; None for a visitor."""
    request: HttpRequest | None = context.get("request")
    user = getattr(request, "user", None)
    if request is None or user is None or not user.is_authenticated:
        return None
    session: SessionBase = request.session
    return seconds_left(session, now=timezone.now())
