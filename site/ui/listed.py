"""Which pages are shown where people and machines look for pages: those whose type, or own row, does not refuse it."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from wagtail.models import Page

from ui.pages import BasePage


def unlisted_types() -> list[type[Page]]:
    """Return the types of pages that are reached by their links only."""
    return [
        model for model in apps.get_models() if issubclass(model, BasePage) and not model.is_listed
    ]


def types_with_a_choice() -> list[type[Page]]:
    """Return the types of pages whose editors choose, by their field `is_unlisted`."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, BasePage)
        and any(field.name == "is_unlisted" for field in model._meta.local_fields)
    ]


def listed(pages: Any) -> Any:
    """Leave out of a queryset of pages those whose type is not listed, or that say so themselves."""
    for model in types_with_a_choice():
        apart = model._default_manager.filter(is_unlisted=True).order_by()
        pages = pages.exclude(pk__in=apart.values("pk"))
    hidden = unlisted_types()
    return pages.not_type(*hidden) if hidden else pages
