"""Read what a France Travail offer asks for: training, diploma, licences."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from jobs.offers import codes

from . import vocabulary
from .records import Record
from .values import mappings, text


def labels_of(item: dict[str, Any], name: str) -> list[str]:
    """Return the labels of a list of coded things."""
    found = (text(one.get("libelle"), 200) for one in mappings(item.get(name)))
    return [label for label in found if label]


def training_lines(item: dict[str, Any]) -> list[str]:
    """Return each training asked for in one line."""
    lines = (
        ", ".join(
            filter(
                None,
                (
                    text(one.get(part), 160)
                    for part in ("niveauLibelle", "domaineLibelle", "commentaire")
                ),
            )
        )
        for one in mappings(item.get("formations"))
    )
    return [line for line in lines if line]


def read_diploma(item: dict[str, Any], record: Record) -> None:
    """Read the level of diploma: the lowest of those required, else of those desired."""
    levels: dict[bool, list[codes.DiplomaLevel]] = {True: [], False: []}
    for one in mappings(item.get("formations")):
        label = text(one.get("niveauLibelle"), 100)
        level = vocabulary.diploma_of(label)
        if level is not None:
            levels[one.get("exigence") == "E"].append(level)
        elif label and not vocabulary.asks_no_diploma(label):
            record.keep_raw(
                "formations", _("This diploma is not understood: kept as it came."), label
            )
    record.fields["diploma_level"] = min(levels[True] or levels[False], default=None)
    # A diploma that is only desired may be stood in for.
    record.fields["diploma_equivalent"] = bool(levels[False] and not levels[True])


def read_licences(item: dict[str, Any], record: Record) -> None:
    """Read the driving licences."""
    licences: list[str] = []
    for label in labels_of(item, "permis"):
        licence = vocabulary.licence_of(label)
        if licence is None:
            record.keep_raw("permis", _("This licence is not understood: kept as it came."), label)
        elif licence not in licences:
            licences.append(licence.value)
    record.fields["licences"] = licences
