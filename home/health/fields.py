"""A field of the database that holds several values of one list of choices.

The list stays out of migrations: it may grow without changing the table.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChoiceListField(models.JSONField):
    """A list of codes, each of `codes` at most once, in the order of `codes`."""

    default_error_messages = {"unknown": _("One of these values is not in the list.")}

    def __init__(
        self, *args: Any, codes: type[models.TextChoices] | None = None, **kwargs: Any
    ) -> None:
        self.codes = codes
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: Any) -> None:
        """Refuse what is not in the list."""
        super().validate(value, model_instance)
        known = set(self.codes.values) if self.codes else set()
        if not isinstance(value, list) or not known.issuperset(map(str, value)):
            raise ValidationError(self.error_messages["unknown"], code="unknown")

    def formfield(self, **kwargs: Any) -> Any:
        """Draw boxes to tick."""
        return forms.TypedMultipleChoiceField(
            label=kwargs.get("label", str(self.verbose_name).capitalize()),
            help_text=kwargs.get("help_text", self.help_text),
            required=kwargs.get("required", not self.blank),
            choices=self.codes.choices if self.codes else [],
            coerce=str,
            empty_value=[],
            widget=forms.CheckboxSelectMultiple,
        )
