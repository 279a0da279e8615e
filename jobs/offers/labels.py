"""The words by which people know the fields of an offer and of its life."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.utils.text import capfirst


def field_label(name: str) -> str:
    """Return the label of a field of `JobOffer`, or of the last day, which lives beside it."""
    model = apps.get_model("offers", "OfferLifecycle" if name == "last_day" else "JobOffer")
    field: Any = model._meta.get_field(name)
    return str(capfirst(field.verbose_name))
