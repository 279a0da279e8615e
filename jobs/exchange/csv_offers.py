"""Read one row of the documented CSV (docs/reference/import-csv.md)."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from jobs.offers import codes
from jobs.offers.models.offer import JobOffer
from territory import places

from . import vocabulary
from .csv_columns import CODED, COLUMNS, COUNTED, PLAIN, SEVERAL, TICKED
from .occupations import read_occupation
from .pay import read_amounts
from .records import Record, RejectedError
from .texts import html_of
from .values import day, flag, instant, integer, mapping, number, text, web_address

Row = dict[str, Any]
TITLE_LENGTH = JobOffer._meta.get_field("title").max_length or 120


def read_offer(raw: object) -> Record:
    """Return what is understood of one row. Raises `RejectedError` when it cannot be an offer."""
    row = mapping(raw)
    record = Record(source_id=text(row.get("numero"), 80))
    if not record.source_id:
        raise RejectedError("numero", _("An offer without its number cannot be imported."))
    for read in (
        _identity,
        _texts,
        _place,
        _conditions,
        _pay,
        _requirements,
        _reply,
        _unknown_columns,
    ):
        read(row, record)
    return record


def _identity(row: Row, record: Record) -> None:
    """Read the title, the occupation and the number of posts."""
    title = text(row.get("intitule"), TITLE_LENGTH + 1)
    if not title:
        raise RejectedError("intitule", _("An offer without a title cannot be imported."))
    if len(title) > TITLE_LENGTH:
        record.note(
            "intitule", _("Cut: longer than %(count)d characters.") % {"count": TITLE_LENGTH}
        )
    record.fields["title"] = title[:TITLE_LENGTH].strip()
    read_occupation(record, "code_rome", row.get("code_rome"))
    record.fields["positions"] = (
        _read(row, record, "postes", lambda value: integer(value, 1, 500)) or 1
    )
    record.employer_name = text(row.get("employeur"), 140)
    if record.employer_name:
        record.raw["employer"] = record.employer_name


def _texts(row: Row, record: Record) -> None:
    """Read the long texts and those copied as they are."""
    for column, field in (
        ("missions", "missions"),
        ("profil", "profile"),
        ("proposition", "offering"),
    ):
        record.fields[field] = html_of(row.get(column))
    if not record.fields["missions"]:
        raise RejectedError("missions", _("An offer without a text cannot be imported."))
    for column, field, longest in PLAIN:
        record.fields[field] = text(row.get(column), longest)
    skills = text(row.get("competences"), 4000).split(SEVERAL)
    record.fields["skills"] = [
        {"code": "", "label": label, "required": False}
        for skill in skills
        if (label := text(skill, 200))
    ]


def _place(row: Row, record: Record) -> None:
    """Read the communes; one that is not ours rejects the offer, unless the post is entirely remote."""
    codes_, postcodes, names = (
        text(row.get(column), 400).split(SEVERAL)
        for column in ("code_insee", "code_postal", "commune")
    )
    found: list[int] = []
    for rank in range(max(len(codes_), len(names), len(postcodes))):
        insee, postcode, name = (_at(values, rank) for values in (codes_, postcodes, names))
        if not (insee or postcode or name):
            continue
        place = places.locate(insee=insee, postcode=postcode, name=name)
        if place is None:
            shown = name or insee or postcode
            raise RejectedError("commune", _("This place is not a commune of the Lot."), shown)
        found.append(place.id)
    record.municipality_ids = list(dict.fromkeys(found))
    record.fields["is_fully_remote"] = not found and text(row.get("teletravail"), 5) == "100"
    if not found and not record.fields["is_fully_remote"]:
        raise RejectedError("commune", _("An offer without a place cannot be imported."))


def _at(values: list[str], rank: int) -> str:
    """Return the value of this rank, or nothing."""
    return values[rank].strip() if rank < len(values) else ""


def _conditions(row: Row, record: Record) -> None:
    """Read the contract, the times and the dates."""
    for column, field, known in CODED:
        found = _read(row, record, column, partial(_coded, known))
        record.fields[field] = found.value if isinstance(found, Enum) else found or ""
    for column, field, lowest, highest in COUNTED:
        found = _read(row, record, column, partial(integer, lowest=lowest, highest=highest))
        record.fields[field] = found if found is not None or field != "remote_share" else 0
    for column, field in TICKED:
        record.fields[field] = bool(_read(row, record, column, flag))
    months = _read(row, record, "duree_mois", number)
    record.fields["contract_duration_months"] = (
        round(months, 1) if months is not None and 0 < months <= 120 else None
    )
    hours = _read(row, record, "heures", number)
    record.fields["weekly_hours"] = (
        round(hours, 2) if hours is not None and 1 <= hours <= 60 else None
    )
    asap = _folded(row.get("debut")) in {"des que possible", "immediat", "de suite"}
    record.fields["starts_asap"] = asap
    record.fields["start_date"] = None if asap else _read(row, record, "debut", day)
    record.last_day = _read(row, record, "date_limite", day)
    record.online_since = _read(row, record, "publiee_le", instant)


def _pay(row: Row, record: Record) -> None:
    """Read the pay when its figures and its period go together."""
    lowest, highest = number(row.get("salaire_min")), number(row.get("salaire_max"))
    unit = vocabulary.SALARY_PERIODS.get(_folded(row.get("salaire_periode")))
    pay = read_amounts(lowest, highest, unit) if lowest is not None and unit else None
    written = [
        text(row.get(name), 40) for name in ("salaire_min", "salaire_max", "salaire_periode")
    ]
    if pay is None and any(written):
        message = _("This pay is not certain: left empty, “not stated by the employer”.")
        record.keep_raw("salaire_min", message, " ".join(filter(None, written)))
    record.fields["salary_min"] = pay.lowest if pay else None
    record.fields["salary_max"] = pay.highest if pay else None
    record.fields["salary_unit"] = pay.unit.value if pay else ""


def _requirements(row: Row, record: Record) -> None:
    """Read the diploma, the licences and the housing."""
    diploma = _read(row, record, "diplome", lambda value: vocabulary.diploma_of(text(value, 80)))
    record.fields["diploma_level"] = diploma
    licences: list[str] = []
    for label in filter(None, (one.strip() for one in text(row.get("permis"), 200).split(SEVERAL))):
        licence = vocabulary.licence_of(label)
        if licence is None:
            record.keep_raw("permis", _("This licence is not understood: kept as it came."), label)
        else:
            licences.append(licence.value)
    record.fields["licences"] = list(dict.fromkeys(licences))
    housing = _read(row, record, "logement", lambda value: vocabulary.HOUSINGS.get(_folded(value)))
    record.fields["housing"] = housing or codes.Housing.NONE


def _reply(row: Row, record: Record) -> None:
    """Read how to apply, and where the offer can be seen; never the name of a person."""
    address = _read(row, record, "url", web_address) or ""
    record.fields["source_url"] = address
    record.fields["apply_url"] = address if address.startswith("https://") else ""
    email = text(row.get("courriel"), 254)
    record.fields["apply_email"] = email if _is_email(email) else ""
    if email and not record.fields["apply_email"]:
        record.note("courriel", _("This e-mail address is not understood."))
    record.fields["apply_phone"] = text(row.get("telephone"), 30)
    record.fields["public_csp_url"] = (
        _read(row, record, "csp_url", lambda one: web_address(one, 300)) or ""
    )


def _is_email(address: str) -> bool:
    """Tell whether Django would take this address."""
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def _unknown_columns(row: Row, record: Record) -> None:
    """Tell the columns that mean nothing here, and cells beyond the last column."""
    for column, value in row.items():
        if column is None:
            record.note("?", _("This cell is beyond the last column."), value)
        elif column not in COLUMNS and text(value, 10):
            record.note(column, _("This column is not read."), value)


def _read(row: Row, record: Record, column: str, reader: Callable[[Any], Any]) -> Any:
    """Return what `reader` makes of a cell; a cell that is filled and not understood is kept and told."""
    value = row.get(column)
    if not text(value, 10):
        return None
    found = reader(value)
    if found is None or found == "":
        record.keep_raw(column, _("This value is not understood: kept as it came."), value)
        return None
    return found


def _coded(known: dict[str, Any], value: object) -> Any:
    """Return the code that a word of a cell stands for."""
    return known.get(_folded(value))


def _folded(value: object) -> str:
    """Return the words of a cell as our vocabularies write them."""
    return vocabulary.folded(text(value, 80))
