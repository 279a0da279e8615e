"""Choosers whose value is fetched only if it is used, so that a page asks for all its links at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.db.models import Model
from django.utils.functional import SimpleLazyObject
from wagtail.blocks import ChoiceBlock, PageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock


class LazyInstance(SimpleLazyObject):
    """A model instance known by its primary key until something else of it is needed."""

    def __init__(self, model: type[Model], pk: Any) -> None:
        super().__init__(partial(_load, model, pk))
        self.__dict__["known_pk"] = pk


def _load(model: type[Model], pk: Any) -> Model | None:
    return model._default_manager.filter(pk=pk).first()


def known_pk(value: Any) -> Any:
    """Return the primary key of a chooser's value without fetching it; None when nothing is chosen."""
    if isinstance(value, LazyInstance):
        return value.__dict__["known_pk"]
    return getattr(value, "pk", value)


class LazyChooserMixin:
    """Keep primary keys until the value is used."""

    model_class: type[Model]

    def to_python(self, value: Any) -> Any:
        """Return a lazy instance."""
        return None if value is None else LazyInstance(self.model_class, value)

    def bulk_to_python(self, values: list[Any]) -> list[Any]:
        """Return lazy instances: no query at all."""
        return [self.to_python(value) for value in values]

    def get_prep_value(self, value: Any) -> Any:
        """Return the primary key."""
        return known_pk(value)

    def get_form_state(self, value: Any) -> Any:
        """Give the editor's widget a real instance, or nothing when it was deleted since."""
        return super().get_form_state(fetched(value))  # type: ignore[misc]

    def clean(self, value: Any) -> Any:
        """Validate by primary key, as the form field expects."""
        return super().clean(known_pk(value))  # type: ignore[misc]

    def extract_references(self, value: Any) -> Iterator[tuple[type[Model], str, str, str]]:
        """Tell Wagtail's reference index what is chosen, without fetching it."""
        if value is not None:
            yield self.model_class, str(known_pk(value)), "", ""

    # The chosen object is the same in every language; its translation is picked when the page is shown.
    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Leave the choice out of what translators are given."""
        return []

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """Keep the choice of the source page."""
        return value


def fetched(value: Any) -> Any:
    """Return the real instance behind a lazy one; None when it does not exist any more."""
    if isinstance(value, LazyInstance):
        return _load_wrapped(value)
    return value


def _load_wrapped(value: LazyInstance) -> Any:
    bool(value)  # any use loads it
    return value.__dict__["_wrapped"]


class LazyPageChooserBlock(LazyChooserMixin, PageChooserBlock):
    """A page, fetched with all the others of the screen."""


class LazySnippetChooserBlock(LazyChooserMixin, SnippetChooserBlock):
    """A snippet, fetched with all the others of the screen."""


class LateChoiceBlock(ChoiceBlock):
    """A choice among rows of the database: they are read when the editor's form is drawn, not with each page."""

    def normalize_choice(self, value: Any) -> Any:
        """Keep the stored value: our choices are words already."""
        return value
