"""Read the content files into dataclasses, strictly: an unknown or ill-typed key stops the reading."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import TypeVar, Union, cast, get_args, get_origin, get_type_hints

CONTENT = Path(__file__).resolve().parent / "content"
Table = dict[str, object]
T = TypeVar("T")


class ContentError(ValueError):
    """A content file does not say what its reader expects."""


def load(path: Path) -> Table:
    """Return the table that a JSON or TOML file holds."""
    text = path.read_text(encoding="utf-8")
    return table(tomllib.loads(text) if path.suffix == ".toml" else json.loads(text))


def table(value: object) -> Table:
    """Return `value` if it is a table."""
    if not isinstance(value, dict):
        raise ContentError(f"a table was expected, not {value!r}")
    return cast("Table", value)


def rows(value: object) -> list[Table]:
    """Return `value` if it is a list of tables."""
    if not isinstance(value, list):
        raise ContentError(f"a list was expected, not {value!r}")
    return [table(row) for row in value]


def texts(value: object) -> tuple[str, ...]:
    """Return `value` if it is a list of strings."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ContentError(f"a list of strings was expected, not {value!r}")
    return tuple(value)


def build(kind: type[T], row: object) -> T:
    """Make a `kind` (a dataclass) of a table, every key known and every value of the declared type."""
    source = table(row)
    declared = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    if unknown := source.keys() - declared.keys():
        raise ContentError(f"{kind.__name__}: unknown keys {sorted(unknown)}")
    if missing := {name for name, field in declared.items() if _is_required(field)} - source.keys():
        raise ContentError(f"{kind.__name__}: missing keys {sorted(missing)} in {source}")
    hints = get_type_hints(kind)
    values = {name: _convert(hints[name], value, name) for name, value in source.items()}
    return cast("Callable[..., T]", kind)(**values)


def _is_required(field: Field[object]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _convert(hint: object, value: object, name: str) -> object:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        if value is None:
            return None
        hint = next(member for member in get_args(hint) if member is not type(None))
        return _convert(hint, value, name)
    if origin is tuple and isinstance(value, list):
        return tuple(_convert(get_args(hint)[0], item, name) for item in value)
    if origin is dict and isinstance(value, dict):
        return dict(value)
    if isinstance(hint, type):
        return _scalar(hint, value, name)
    raise ContentError(f"{name}: {value!r} is not a {hint}")


def _scalar(hint: type, value: object, name: str) -> object:
    if is_dataclass(hint):
        return build(hint, value)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if hint in (Decimal, float) and is_number:
        return Decimal(str(value)) if hint is Decimal else float(str(value))
    if issubclass(hint, StrEnum):
        return hint(str(value))
    if isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    raise ContentError(f"{name}: {value!r} is not a {hint.__name__}")
