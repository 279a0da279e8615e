"""Form fields that read what people type: French dates and amounts, e-mail addresses."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from operations.email_addresses import folded
from ui.typography import NARROW_NBSP, NBSP

_DATE = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})", re.ASCII)
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NOISE = re.compile(r"[\s'’]|euros?|€|%", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,12})?", re.ASCII)


class MailboxField(forms.EmailField):
    """An e-mail address kept with its domain folded, so that one mailbox is one address."""

    def to_python(self, value: Any) -> str:
        """Return the address as mail servers know it, or raise the field's own message."""
        text = str(super().to_python(value))
        if self.max_length is not None and len(text) > self.max_length:
            return text  # refused for its length: there is nothing to fold
        try:
            return folded(text)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class FrenchDateField(forms.DateField):
    """A day typed as 14/12/2026, 14/12/26, 14-12-2026 or 14.12.2026."""

    default_error_messages = {
        "invalid": _("Write the date as day/month/year, for example 14/12/2026."),
        "no_such_day": _("This date does not exist. Check the day and the month."),
    }

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", "class": "input--date"}
        kwargs.setdefault("widget", forms.DateInput(format="%d/%m/%Y", attrs=attrs))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """Return the day, or raise the French message on anything that is not one."""
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        text = str(value).strip()
        if not text:
            return None
        if (parts := _parts_of_date(text)) is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return date(*parts)
        except ValueError:
            raise ValidationError(self.error_messages["no_such_day"], code="no_such_day") from None


def _parts_of_date(text: str) -> tuple[int, int, int] | None:
    """Return the year, the month and the day written in `text`, None when it is not written as a date."""
    if match := _DATE.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        return (year + 2000 if year < 100 else year), month, day
    if match := _ISO_DATE.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        return year, month, day
    return None


class FrenchDecimalField(forms.DecimalField):
    """A number typed as « 1 950,50 € », 1950.5 or 1.950."""

    default_error_messages = {
        "invalid": _("Write an amount in figures, for example 1 950."),
        "min_value": _("Give a number from %(limit_value)s up."),
        "max_value": _("Give a number up to %(limit_value)s."),
        "max_digits": _("This number is too long. Check it."),
        "max_whole_digits": _("This number is too long. Check it."),
        "max_decimal_places": _("Give fewer decimals: %(max)s at most."),
    }

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "decimal", "autocomplete": "off", "class": "input--number"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Add nothing: bounds are checked and said by the server."""
        return {}

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs make it an integer field
        """Return the number, or raise the French message on anything that is not one."""
        if value in self.empty_values:
            return None
        text = _canonical(str(value))
        if not text and str(value).strip() == "":
            return None
        if not _NUMBER.fullmatch(text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return Decimal(text)
        except InvalidOperation:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def run_validators(self, value: Any) -> None:
        """Say each thing to correct once, even when several limits are passed."""
        try:
            super().run_validators(value)
        except ValidationError as error:
            distinct = {one.messages[0]: one for one in error.error_list}
            raise ValidationError(list(distinct.values())) from None

    def prepare_value(self, value: Any) -> Any:
        """Show a stored number the French way; leave what was typed as it was typed."""
        if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
            text = f"{Decimal(str(value)):f}"
            text = text.rstrip("0").rstrip(".") if "." in text else text
            return text.replace(".", ",")
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare numbers, not the ways of writing them."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


def _canonical(text: str) -> str:
    """Return the number as Python reads it: no spaces nor currency, a dot before the decimals."""
    text = _NOISE.sub("", text.replace(NBSP, " ").replace(NARROW_NBSP, " "))
    if "," in text:
        return text.replace(".", "").replace(",", ".", 1)
    # A dot before exactly three figures separates thousands: no amount has three decimals.
    return re.sub(r"(?<=\d)\.(?=\d{3}(?:\D|$))", "", text)
