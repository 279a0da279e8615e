"""What the four steps of the offer form share: what is required, when, and the moderator's notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from jobs.offers.models import JobOffer
from jobs.offers.querysets import paris_day
from jobs.offers.validation import STEP_FIELDS, step_errors, submission_errors
from ui.rich_text import html_to_text, text_to_html, without_paste_marks

TEXT_MAX_LENGTH = 8000


class RichTextField(forms.CharField):
    """A plain text area whose paragraphs, lists and bold words are kept as clean HTML."""

    def __init__(self, *, rows: int = 8, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", TEXT_MAX_LENGTH)
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def clean(self, value: Any) -> str:
        """Return the text as HTML."""
        return text_to_html(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what would be stored."""
        return text_to_html(str(data or "")) != text_to_html(str(initial or ""))


def as_written(data: Any) -> Any:
    """Return what was sent, each text without the marks left by the program it was copied from."""
    cleaned = data.copy()
    for name in cleaned:
        cleaned.setlist(name, [without_paste_marks(text) for text in cleaned.getlist(name)])
    return cleaned


class StepForm(forms.ModelForm):
    """One step: it may be saved incomplete; `is_strict` asks for everything the step needs to be sent."""

    step: ClassVar[str]
    required_names: ClassVar[frozenset[str]] = frozenset()
    conditional_names: ClassVar[frozenset[str]] = frozenset()
    # The field of the form that shows a field of the offer, when their names differ.
    shown_by: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self, *args: Any, now: dt.datetime, is_strict: bool = False, notes: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        if self.is_bound:
            self.data = as_written(self.data)
        self.now, self.is_strict = now, is_strict
        for name, field in self.fields.items():
            if isinstance(field, RichTextField):
                self.initial[name] = html_to_text(getattr(self.instance, name))
            field.required = False
            field.hides_optional = name in self.required_names | self.conditional_names  # type: ignore[attr-defined]
            if name in self.required_names:
                field.widget.attrs["required"] = True
        for name, note in (notes or {}).items():
            if (shown := self.shown_by.get(name, name)) in self.fields:
                self.fields[shown].note = note  # type: ignore[attr-defined]

    @property
    def chosen_last_day(self) -> dt.date:
        """Return the last day with which the offer would be sent."""
        life = getattr(self.instance, "lifecycle", None)
        return life.last_day if life is not None else paris_day(self.now)

    def _post_clean(self) -> None:
        """Add what the step still lacks once the offer carries what was typed."""
        super()._post_clean()  # type: ignore[misc]  # absent from the stubs
        self.carry()
        if not self.is_strict:
            return
        missing = submission_errors(
            self.instance, last_day=self.chosen_last_day, today=paris_day(self.now)
        )
        for name, messages in step_errors(missing, self.step).items():
            shown = self.shown_by.get(name, name)
            if shown in self.fields and shown not in self.errors:
                for message in messages:
                    self.add_error(shown, message)

    def carry(self) -> None:
        """Put on the offer what a model form does not, and drop what another answer makes void."""

    def values(self) -> dict[str, Any]:
        """Return the fields of the offer this step writes, ready for `create_draft`."""
        own = {field.name for field in JobOffer._meta.concrete_fields}
        names = [name for name in STEP_FIELDS[self.step] if name in self.fields and name in own]
        return {name: getattr(self.instance, name) for name in names}


def with_blank(choices: list[tuple[Any, Any]], label: str | Promise) -> list[tuple[Any, Any]]:
    """Return the choices of a list after an empty one that says what choosing nothing means."""
    kept = [choice for choice in choices if choice not in BLANK_CHOICE_DASH]
    return [("", label), *kept]


def radios(choices: list[tuple[Any, Any]], **kwargs: Any) -> forms.ChoiceField:
    """Return one answer among a few, all of them visible."""
    return forms.ChoiceField(
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the answers proposed.")},
        **kwargs,
    )


def answer_of(bound: forms.BoundField, value: Any) -> str | SafeString:
    """Return in words the answer `value` to a question of the form: labels for codes, yes or no for boxes."""
    field = bound.field
    value = field.prepare_value(value)
    if isinstance(field, forms.BooleanField):
        return str(_("Yes")) if value else str(_("No"))
    if isinstance(field, forms.ChoiceField):
        labels = {str(key): label for key, label in field.choices}  # type: ignore[misc, union-attr]
        if isinstance(value, list):
            return ", ".join(str(labels.get(str(one), one)) for one in value)
        return str(labels.get(str(value or ""), value or ""))
    if isinstance(value, dt.date):
        return value.strftime("%d/%m/%Y")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
