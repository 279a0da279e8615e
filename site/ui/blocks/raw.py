"""Write blocks as Wagtail stores them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

Raw = dict[str, Any]


def block(kind: str, value: Any) -> Raw:
    """Return a block of a stream."""
    return {"type": kind, "value": value, "id": str(uuid4())}


def items(*values: Any) -> list[Raw]:
    """Return the items of a list block; translations need each to have its own identity."""
    return [block("item", value) for value in values]


def link(label: str, *, page: int | None = None, address: str = "") -> Raw:
    """Return a link block."""
    return {"label": label, "page": page, "address": address}


def menu_link(label: str, label_en: str, *, page: int | None = None, address: str = "") -> Raw:
    """Return an entry of a menu."""
    return {"label": label, "label_en": label_en, "page": page, "address": address}
