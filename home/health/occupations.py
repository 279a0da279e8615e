"""Which offers a page written for a profession shows: by ROME code, by the words of the title without one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from .states import GENERAL_MEDICINE, Profession

_DOCTORS = ("J1102", "J1103")
# The ROME codes of a profession; every health offer but the doctors' for those left out.
OCCUPATIONS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(GENERAL_MEDICINE, _DOCTORS),
    Profession.SPECIALIST: _DOCTORS,
    Profession.DENTIST: ("J1103",),
    Profession.MIDWIFE: ("J1104",),
    Profession.PHARMACIST: ("J1202",),
    Profession.NURSE: ("J1502", "J1503", "J1506", "J1507"),
    Profession.ADVANCED_NURSE: ("J1506", "J1507"),
    Profession.PHYSIOTHERAPIST: ("J1404",),
    Profession.SPEECH_THERAPIST: ("J1406",),
    Profession.PSYCHOLOGIST: ("K1104",),
    Profession.CARE_ASSISTANT: ("J1501",),
    Profession.RADIOGRAPHER: ("J1306",),
}
_DOCTORS_WORDS = "m[ée]decins?|dentistes?|chirurgien(ne)?s?|internes?|externes?"
_NURSES_WORDS = "infirmi(er|ère|ere)s?"
# The code is optional: without one, the title must hold one of these words, whole.
_WORDS: dict[str, str] = {
    **dict.fromkeys(GENERAL_MEDICINE, _DOCTORS_WORDS),
    Profession.SPECIALIST: _DOCTORS_WORDS,
    Profession.DENTIST: "dentistes?",
    Profession.MIDWIFE: "sages?-femmes?|ma[ïi]euticien(ne)?s?",
    Profession.PHARMACIST: "pharmacien(ne)?s?",
    Profession.NURSE: _NURSES_WORDS,
    Profession.ADVANCED_NURSE: _NURSES_WORDS,
    Profession.PHYSIOTHERAPIST: "kin[ée]s?|kin[ée]sith[ée]rapeutes?",
    Profession.SPEECH_THERAPIST: "orthophonistes?",
    Profession.PSYCHOLOGIST: "psychologues?",
    Profession.CARE_ASSISTANT: "aides?-soignant(e)?s?",
    Profession.RADIOGRAPHER: "manipulat(eur|rice)s?",
}


def codes_of(professions: Iterable[str]) -> tuple[str, ...]:
    """Return the ROME codes of these professions, each once; none for those that have no code."""
    return tuple(dict.fromkeys(chain(*(OCCUPATIONS.get(one, ()) for one in professions))))


def title_pattern(*professions: str) -> str:
    """Return what the title of an offer of these professions matches: one of their words, between others."""
    words = "|".join(dict.fromkeys(_WORDS[one] for one in professions if one in _WORDS))
    # No mark of the edge of a word: the two databases do not write it alike.
    return f"(^|[ (/’'-])({words})($|[ ,./)-])"
