"""Read one offer in the shape of France Travail's « Offres d'emploi v2 »; contacts are never read."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _

from jobs.offers import codes
from jobs.offers.models.offer import JobOffer
from territory import places

from . import vocabulary
from .durations import hours_in, months_in
from .occupations import read_occupation
from .pay import read_sentence
from .qualifications import labels_of, read_diploma, read_licences, training_lines
from .records import Record, RejectedError
from .texts import LONGEST_TEXT, html_of, lists_html
from .values import flag, instant, integer, mapping, mappings, text, web_address

PUBLIC_ADDRESS = "https://candidat.francetravail.fr/offres/recherche/detail/"
NAF = re.compile(r"\d{2}\.?\d{2}[A-Z]", re.ASCII)
TITLE_LENGTH = JobOffer._meta.get_field("title").max_length or 120


def read_offer(raw: object) -> Record:
    """Return what is understood of one item of `resultats`. Raises `RejectedError` when it cannot be an offer."""
    item = mapping(raw)
    if not item:
        raise RejectedError("resultats", _("This is not an offer."), raw)
    record = Record(source_id=text(item.get("id"), 80))
    if not record.source_id:
        raise RejectedError(
            "id", _("An offer without its number cannot be imported."), item.get("id")
        )
    for read in (_identity, _text, _place, _contract, _time, _pay, _requirements, _origin):
        read(item, record)
    return record


def _identity(item: dict[str, Any], record: Record) -> None:
    """Read the title, the occupation, the number of posts and what is known of the employer."""
    title = text(item.get("intitule"), TITLE_LENGTH + 1)
    if not title:
        raise RejectedError(
            "intitule", _("An offer without a title cannot be imported."), item.get("intitule")
        )
    if len(title) > TITLE_LENGTH:
        record.note(
            "intitule", _("Cut: longer than %(count)d characters.") % {"count": TITLE_LENGTH}
        )
    record.fields["title"] = title[:TITLE_LENGTH].strip()
    read_occupation(record, "romeCode", item.get("romeCode"))
    record.fields["positions"] = integer(item.get("nombrePostes"), 1, 500) or 1
    employer = mapping(item.get("entreprise"))
    record.employer_name = text(employer.get("nom"), 140)
    if record.employer_name:
        record.raw["employer"] = record.employer_name
    adapted = flag(employer.get("entrepriseAdaptee")) or flag(item.get("accessibleTH"))
    record.fields["open_to_disabled"] = bool(adapted)
    _code(record, "codeNAF", item.get("codeNAF"))


def _code(record: Record, name: str, value: object) -> None:
    """Read the NAF code of the employer's activity."""
    naf = text(value, 10).upper()
    if NAF.fullmatch(naf):
        record.fields["sector_code"] = naf
    elif value not in (None, ""):
        record.keep_raw(name, _("This NAF code is not understood: kept as it came."), value)


def _text(item: dict[str, Any], record: Record) -> None:
    """Read the text of the offer, and gather what it asks for in a profile."""
    record.fields["missions"] = html_of(item.get("description"))
    if not record.fields["missions"]:
        raise RejectedError("description", _("An offer without a text cannot be imported."))
    if len(str(item.get("description"))) > LONGEST_TEXT:
        record.note(
            "description", _("Cut: longer than %(count)d characters.") % {"count": LONGEST_TEXT}
        )
    record.fields["skills"] = [
        {"code": text(one.get("code"), 20), "label": label, "required": one.get("exigence") == "E"}
        for one in mappings(item.get("competences"))
        if (label := text(one.get("libelle"), 200))
    ]
    record.fields["languages"] = ", ".join(labels_of(item, "langues"))[:160]
    record.fields["profile"] = lists_html(
        [
            ("Compétences", [skill["label"] for skill in record.fields["skills"]]),
            ("Formation", training_lines(item)),
            ("Langues", labels_of(item, "langues")),
            ("Savoir-être", labels_of(item, "qualitesProfessionnelles")),
        ]
    )


def _place(item: dict[str, Any], record: Record) -> None:
    """Read the commune; a place that is not one of ours rejects the offer."""
    place = mapping(item.get("lieuTravail"))
    found = places.locate(
        insee=text(place.get("commune"), 10),
        postcode=text(place.get("codePostal"), 10),
        name=text(place.get("libelle"), 100),
    )
    if found is None:
        shown = text(place.get("libelle"), 100) or text(place.get("commune"), 10)
        raise RejectedError("lieuTravail", _("This place is not a commune of the Lot."), shown)
    record.municipality_ids = [found.id]


def _contract(item: dict[str, Any], record: Record) -> None:
    """Read the type, the nature and the length of the contract."""
    label = text(item.get("typeContratLibelle"), 100)
    kind = codes.FRANCE_TRAVAIL_CONTRACTS.get(text(item.get("typeContrat"), 10).upper())
    if kind is None:
        message = _("This type of contract is not understood: kept as it came.")
        record.keep_raw("typeContrat", message, item.get("typeContrat"))
    record.fields["contract_type"] = kind or ""
    length = months_in(label) if kind in codes.TERM_CONTRACTS else None
    record.fields["contract_duration_months"] = length if length and length <= 120 else None
    nature = vocabulary.NATURES.get(vocabulary.folded(text(item.get("natureContrat"), 80)))
    if nature is None and item.get("natureContrat") not in (None, ""):
        message = _("This nature of contract is not understood: kept as it came.")
        record.keep_raw("natureContrat", message, item.get("natureContrat"))
    record.fields["contract_nature"] = nature or ""


def _time(item: dict[str, Any], record: Record) -> None:
    """Read the working time, the hours and the schedule."""
    phrase = text(item.get("dureeTravailLibelle"), 300)
    converted = vocabulary.folded(text(item.get("dureeTravailLibelleConverti"), 60) or phrase)
    hours = hours_in(phrase)
    time = next(
        (time for words, time in vocabulary.WORKING_TIMES.items() if words in converted), None
    )
    if time is None and hours is not None and hours >= 35:
        time = codes.WorkingTime.FULL
    record.fields["working_time"] = time or ""
    record.fields["weekly_hours"] = hours
    timetable = mapping(item.get("contexteTravail")).get("horaires")
    stated = [text(one, 160) for one in timetable[:5]] if isinstance(timetable, list) else []
    lines = str(item.get("dureeTravailLibelle") or "").splitlines()[1:]
    record.fields["schedule"] = ", ".join(
        filter(None, [*(text(line, 160) for line in lines), *stated])
    )[:160]
    record.fields["travel"] = text(item.get("deplacementLibelle"), 160)


def _pay(item: dict[str, Any], record: Record) -> None:
    """Read the pay when it is certain, and what comes beside it."""
    salary = mapping(item.get("salaire"))
    sentence = text(salary.get("libelle"), 200)
    pay = read_sentence(sentence)
    if sentence and pay is None:
        message = _("This pay is not certain: left empty, “not stated by the employer”.")
        record.keep_raw("salaire", message, sentence)
    record.fields["salary_min"] = pay.lowest if pay else None
    record.fields["salary_max"] = pay.highest if pay else None
    record.fields["salary_unit"] = pay.unit if pay else ""
    record.fields["salary_months"] = pay.months if pay else None
    record.fields["salary_note"] = text(salary.get("commentaire"), 200)
    parts = [text(salary.get(name), 100) for name in ("complement1", "complement2")]
    parts += [text(one.get("libelle"), 100) for one in mappings(salary.get("listeComplements"))]
    told = dict.fromkeys(part for part in parts if part and part != "Autre")
    record.fields["benefits"] = ", ".join(told)[:300]


def _requirements(item: dict[str, Any], record: Record) -> None:
    """Read experience, diploma, licences and qualification."""
    experience = vocabulary.EXPERIENCES.get(text(item.get("experienceExige"), 5).lower())
    record.fields["experience"] = experience or ""
    if experience is None and item.get("experienceExige") not in (None, ""):
        message = _("This code of experience is not understood: kept as it came.")
        record.keep_raw("experienceExige", message, item.get("experienceExige"))
    length = months_in(text(item.get("experienceLibelle"), 100))
    sought = experience not in (None, codes.Experience.NONE)
    record.fields["experience_months"] = min(round(length), 600) if length and sought else None
    record.fields["beginners_welcome"] = experience == codes.Experience.NONE
    read_diploma(item, record)
    read_licences(item, record)
    record.fields["qualification_code"] = integer(item.get("qualificationCode"), 1, 9)
    if item.get("qualificationCode") and record.fields["qualification_code"] is None:
        message = _("This qualification is not understood: kept as it came.")
        record.keep_raw("qualificationCode", message, item.get("qualificationCode"))


def _origin(item: dict[str, Any], record: Record) -> None:
    """Read where the offer can be seen and since when."""
    origin = mapping(item.get("origineOffre"))
    address = web_address(origin.get("urlOrigine"))
    if not address:
        if origin.get("urlOrigine"):
            message = _("This address is not safe: the usual page of the offer is used.")
            record.note("origineOffre", message, origin["urlOrigine"])
        address = PUBLIC_ADDRESS + quote(record.source_id, safe="")
    record.fields["source_url"] = address
    record.online_since = instant(item.get("dateCreation"))
    if record.online_since is None and item.get("dateCreation") not in (None, ""):
        record.note("dateCreation", _("This date is not understood."), item.get("dateCreation"))
