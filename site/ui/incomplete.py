"""What a page lacks that publishing asks for, said before somebody tries to publish."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.forms import Field as FormField
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page


def gaps(page: Any) -> dict[str, str]:
    """Return what publishing refuses in the fields of a page: their names, what is said of each."""
    required = str(FormField.default_error_messages["required"])
    found = {
        field.name: required
        for field in page._meta.get_fields()
        if isinstance(field, models.Field)
        and _is_asked_for(field)
        and getattr(page, field.attname) in (None, "")
    }
    try:
        page.check_complete()
    except ValidationError as error:
        for name, errors in error.update_error_dict({}).items():
            found.setdefault(name, " ".join(words for one in errors for words in one.messages))
    return found


def _is_asked_for(field: Any) -> bool:
    # What Wagtail itself keeps of a page (its place, its dates) is no affair of the editor's.
    return field.editable and not field.blank and not field.primary_key and field.model is not Page


def named(page: Any, name: str, words: str) -> str:
    """Return what is said of a field after its label, as the editor's form calls it."""
    try:
        label = capfirst(str(page._meta.get_field(name).verbose_name))
    except FieldDoesNotExist:
        return words
    return _("%(field)s: %(words)s") % {"field": label, "words": words}
