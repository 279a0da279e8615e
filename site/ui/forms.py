"""How forms are drawn: one renderer wires labels, hints, errors and ARIA for every form of the site.

Widgets keep Django's own templates, so that Wagtail's admin looks as Wagtail made it.
"""

from __future__ import annotations

import html
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.forms import (
    BaseForm,
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    Field,
    FileInput,
    RadioSelect,
    Select,
    Textarea,
)
from django.forms.renderers import TemplatesSetting
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext


class SiteFormRenderer(TemplatesSetting):
    """Draw fields with `templates/django/forms/field.html`, in the order label, hint, error, input."""

    field_template_name = "django/forms/field.html"


@dataclass(frozen=True)
class FormError:
    """One line of the error summary: what to do, and the id of the input to correct, empty when there is none."""

    message: str
    anchor: str


def kind(field: BoundField) -> str:
    """Return the shape of a field, used by templates and style sheets."""
    widget = field.field.widget
    shapes: tuple[tuple[type, str], ...] = (
        # Django's box list is a kind of radio list: it comes first.
        (CheckboxSelectMultiple, "checkboxes"),
        (RadioSelect, "radios"),
        (CheckboxInput, "checkbox"),
        (FileInput, "file"),
        (Textarea, "textarea"),
        (Select, "select"),
    )
    return next((name for widget_class, name in shapes if isinstance(widget, widget_class)), "text")


def described_by(field: BoundField) -> str:
    """Return the ids of the hint and of the error that describe the input."""
    ids = []
    if field.help_text:
        ids.append(f"{field.auto_id}_hint")
    if field.errors:
        ids.append(f"{field.auto_id}_error")
    return " ".join(ids)


def first_input_id(field: BoundField) -> str:
    """Return the id of the first input of a field: of the first choice when it is a group."""
    widget = field.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return f"{field.auto_id}_0"
    return field.id_for_label or field.auto_id


def is_marked_optional(field: BoundField) -> bool:
    """Say whether the label must end with « (facultatif) ».

    A lone box is an answer whether ticked or not; a field required under a condition says so itself with the
    attribute `hides_optional`.
    """
    if field.field.required or getattr(field.field, "hides_optional", False):
        return False
    return kind(field) != "checkbox" and gettext("optional") not in str(field.label).lower()


def no_own_details(form: BaseForm) -> None:
    """Keep browsers from proposing, in a form about somebody else, the details of the person who types."""
    for field in form.fields.values():
        field.widget.attrs["autocomplete"] = "off"


def draw_widget(field: BoundField) -> SafeString:
    """Return the input alone, with its class and the attributes that tie it to its hint and error."""
    attrs: dict[str, Any] = {}
    shape = kind(field)
    if shape in {"text", "textarea", "select", "file"}:
        given = field.field.widget.attrs.get("class", "")
        attrs["class"] = f"input {given}".strip()
    if not field.use_fieldset and (ids := described_by(field)):
        attrs["aria-describedby"] = ids
    if shape in {"select", "radios", "checkbox"} and field.field.required and not field.errors:
        # Firefox calls a required one that is still empty invalid, and screen readers say so.
        attrs["aria-invalid"] = "false"
    limit = getattr(field.field, "max_length", None)
    if shape == "textarea" and limit:
        # Too long a text is said, never cut: the browser's own limit would drop the end of what is pasted.
        attrs |= {"maxlength": False, "data-max-length": limit}
    return field.as_widget(attrs=attrs)


def form_errors(*forms: BaseForm) -> list[FormError]:
    """Return the errors of forms in the order of their fields, those of each form as a whole first.

    A line begins with the label of its field, unless its words were written for this field alone: two links never say
    the same, and a lone one says what it is about.
    """
    found = [pair for form in forms for pair in _errors_and_fields(form)]
    times = Counter(error.message for error, _field in found if error.anchor)
    return [
        FormError(f"{_plain_label(field)} – {error.message}", error.anchor)
        if field and field.label and (times[error.message] > 1 or not _names_itself(error, field))
        else error
        for error, field in found
    ]


def _errors_and_fields(form: BaseForm) -> list[tuple[FormError, BoundField | None]]:
    """Return the errors of a form, with the field that each leads to; None where it leads to none."""
    found: list[tuple[FormError, BoundField | None]] = [
        (FormError(str(message), ""), None) for message in form.non_field_errors()
    ]
    for field in form:
        anchor = "" if field.is_hidden else first_input_id(field)
        found += [
            (FormError(str(message), anchor), field if anchor else None)
            for message in dict.fromkeys(field.errors)
        ]
    return found


def _names_itself(error: FormError, field: BoundField) -> bool:
    """Say whether the words are those that the form wrote for this answer when it lacks, or begin with its label."""
    own = str(field.field.error_messages.get("required", ""))
    is_own = error.message == own != str(Field.default_error_messages["required"])
    return is_own or error.message.startswith(_plain_label(field))


def _plain_label(field: BoundField) -> str:
    """Return the label as it is read: some hold a link."""
    label = str(field.label)
    return html.unescape(strip_tags(label)) if isinstance(label, SafeString) else label


def answers_to_correct(errors: list[FormError]) -> int:
    """Count the errors that lead to an answer: one of the form as a whole is nobody's answer."""
    return sum(bool(error.anchor) for error in errors)
