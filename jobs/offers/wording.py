"""The words of an offer that may discriminate, quoted as they were typed, each with its law and its advice."""

from __future__ import annotations

import re
from enum import StrEnum, auto
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _

from search.analysis import fold

from .ages import age_passages


class Kind(StrEnum):
    """What the words are about, since the advice depends on it."""

    AGE = auto()
    SEX = auto()
    FAMILY = auto()
    LOOKS = auto()
    ORIGIN = auto()
    HEALTH = auto()
    OPINIONS = auto()


class Passage(NamedTuple):
    """Words found in a text, in the employer's spelling, with the article of the Code du travail."""

    words: str
    article: str
    kind: Kind


# Patterns on folded text (small letters, no accent, single spaces), each with the article it rests on.
_PATTERNS: tuple[tuple[re.Pattern[str], str, Kind], ...] = tuple(
    (re.compile(rf"\b{pattern}"), article, kind)
    for pattern, article, kind in (
        (r"jeunes? (?:hommes?|femmes?)\b", "L1132-1", Kind.AGE),
        (r"(?<!entreprise )(?<!societe )(?<!structure )(?<!association )(?<!maison )jeunes?(?! entreprise| pousse| public| enfant| patient| diplome)(?= (?:et dynamique|collaborat|candidat|personne|vendeu|serveu|commercia|actif)|[,.;!]|$)", "L1132-1", Kind.AGE),
        (r"(?:age|agee|ages) de \d{2}\b(?! ?ans| a \d| et \d| ?/| \d| mois)", "L1132-1", Kind.AGE),
        (r"(?:de preference|plutot|exclusivement|uniquement) (?:un |une )?(?:homme|femme|masculin|feminin)", "L1142-1", Kind.SEX),
        (r"(?:sexe|genre) (?:masculin|feminin)", "L1142-1", Kind.SEX),
        (r"(?:celibataire|marie|mariee|sans enfants?|mere de famille|pere de famille)(?= (?:de preference|souhaite|exige|apprecie)|[,.;!]|$)", "L1142-1", Kind.FAMILY),
        (r"(?:bonne presentation|physique agreable|belle presentation)", "L1132-1", Kind.LOOKS),
        (r"(?:nationalite francaise|de souche|francais d origine|type europeen)", "L1132-1", Kind.ORIGIN),
        (r"(?:reserve|uniquement|exclusivement) (?:a la|aux|a des|pour les|au) (?:lotois|habitants|residents)", "L1132-1", Kind.ORIGIN),
        (r"(?:valide|bonne sante|non fumeur|non handicape)(?: exige| obligatoire|e exige)", "L1132-1", Kind.HEALTH),
        (r"sans (?:appartenance|engagement) (?:syndicale?|politique|religieux)", "L1132-1", Kind.OPINIONS),
    )
)  # fmt: skip

# One sex alone: asked for, described, or in a title. « Homme-clé », « sage-femme » and clothes are none.
_ONE_SEX = r"(?P<one>(?<!sage )(?<!sages )(?:hommes?|femmes?))\b(?! cles?\b| orchestres?\b| grenouilles?\b)"
_ASKED = re.compile(
    rf"\b(?:(?:cherch|recherch|recrut|embauch|souhait)\w*(?: \w+){{0,3}}"
    rf"|(?:poste|travail|emploi|metier|profil|ideal\w*|reserve\w*)(?: \w+){{0,2}}"
    rf"|(?:etes|soyez|serez)(?: \w+)?) {_ONE_SEX}"
    rf"|\b{_ONE_SEX.replace('one', 'described')} (?=serieu|motive|dynamique|fort|robuste|energique|experimente|disponible)"
)
_IN_TITLE = re.compile(
    r"(?<!rayon )(?<!mode )(?<!vestiaire )(?<!porter )(?<!coiffeur )(?<!coiffeuse )(?<!coiffure )\b"
    + _ONE_SEX
)
_BOTH_SEXES = re.compile(
    r"\b[hf] ?[/ ] ?[hf]\b|\bhommes?\b.{0,60}\bfemmes?\b|\bfemmes?\b.{0,60}\bhommes?\b"
)
_AROUND = 160
_SPACES = re.compile(r"[’'\-–—\s]")


def discriminatory_passages(
    text: str, *, is_title: bool = False, is_age_set_by_law: bool = False
) -> list[tuple[str, str]]:
    """Return the (words, article of the Code du travail) found in a plain text."""
    found = passages(text, is_title=is_title, is_age_set_by_law=is_age_set_by_law)
    return [(one.words, one.article) for one in found]


def passages(
    text: str, *, is_title: bool = False, is_age_set_by_law: bool = False
) -> list[Passage]:
    """Return what may discriminate in a plain text, in its order; the same words are given once."""
    folded, origins = _with_origins(text)
    spans: list[tuple[int, int, str, Kind]] = []
    cursor = 0
    for words, article in age_passages(folded, is_title=is_title, is_by_law=is_age_set_by_law):
        cursor = folded.index(words, cursor)
        spans.append((cursor, cursor + len(words), article, Kind.AGE))
        cursor += len(words)
    for pattern, article, kind in _PATTERNS:
        spans += [(*match.span(), article, kind) for match in pattern.finditer(folded)]
    spans += [(*span, "L1142-1", Kind.SEX) for span in _one_sex(folded, is_title=is_title)]
    return _quoted(text, folded, origins, spans)


def _quoted(
    text: str, folded: str, origins: list[int], spans: list[tuple[int, int, str, Kind]]
) -> list[Passage]:
    """Return the words of the spans as they were typed, without repeats nor words inside others."""
    found: dict[str, tuple[int, Passage]] = {}
    taken: list[tuple[int, int]] = []
    for start, end, article, kind in spans:
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        words = text[origins[start] : origins[end - 1] + 1].strip()
        if folded[start:end].strip() not in found:
            found[folded[start:end].strip()] = (start, Passage(words, article, kind))
            taken.append((start, end))
    return [passage for _start, passage in sorted(found.values(), key=lambda pair: pair[0])]


def _one_sex(folded: str, *, is_title: bool) -> list[tuple[int, int]]:
    """Return where one sex is named alone: « (F/H) » or the other sex nearby makes both welcome."""
    spans = []
    for match in (_IN_TITLE if is_title else _ASKED).finditer(folded):
        group = "one" if match["one"] else "described"
        start, end = match.span(group)
        if not _BOTH_SEXES.search(_sentence(folded, start, end)):
            spans.append((start, end))
    return spans


def _sentence(folded: str, start: int, end: int) -> str:
    before = re.split(r"[.;!?]", folded[max(0, start - _AROUND) : start])[-1]
    return before + folded[start:end] + re.split(r"[.;!?]", folded[end : end + _AROUND])[0]


@lru_cache(maxsize=1024)
def _folded_letter(letter: str) -> str:
    return " " if _SPACES.match(letter) else _SPACES.sub(" ", fold(letter))


def _with_origins(text: str) -> tuple[str, list[int]]:
    """Return the folded text, single spaces for hyphens and apostrophes, and where each letter comes from."""
    letters: list[str] = []
    origins: list[int] = []
    for index, letter in enumerate(text):
        for small in _folded_letter(letter):
            if small == " " and letters and letters[-1] == " ":
                continue
            letters.append(small)
            origins.append(index)
    return "".join(letters), origins


def advice(passage: Passage) -> str:
    """Return what to do about words found, in a sentence that fits them."""
    messages = {
        Kind.AGE: _(
            "“%(passage)s” may discriminate (Code du travail, %(article)s). Describe the experience expected instead."
        ),
        Kind.SEX: _(
            "“%(passage)s” may discriminate (Code du travail, %(article)s). Name the job for women and men alike, for example “vendeuse ou vendeur (F/H)”."
        ),
        Kind.FAMILY: _(
            "“%(passage)s” may discriminate (Code du travail, %(article)s). Give the hours and the travel instead: the family situation is not to be asked."
        ),
        Kind.LOOKS: _(
            "“%(passage)s” may discriminate (Code du travail, %(article)s). Describe what the person will do, for example welcoming customers, not how they look."
        ),
        Kind.ORIGIN: _(
            "“%(passage)s” may discriminate (Code du travail, %(article)s). Ask for a language or for a work permit if the job needs it, never for an origin or a place of residence."
        ),
        Kind.HEALTH: _(
            "“%(passage)s” may discriminate (Code du travail, %(article)s). Describe the constraints of the job: the occupational doctor says who is fit for it."
        ),
        Kind.OPINIONS: _(
            "“%(passage)s” may discriminate (Code du travail, %(article)s). Opinions and beliefs are not to be asked: remove these words."
        ),
    }
    return messages[passage.kind] % {"passage": passage.words, "article": passage.article}
