"""What a careful reader would point at in an offer: shown to its writer and to its moderator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.conf import settings
from django.utils.translation import gettext as _

from search.analysis import fold
from ui.rich_text import plain

from . import codes
from .models import JobOffer
from .validation import is_safe_link


class Level(StrEnum):
    """How much a check weighs."""

    OK = "ok"
    ADVICE = "advice"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its level, what it says, the field it is about and the passage found."""

    code: str
    level: Level
    message: str
    field: str = ""
    passage: str = ""


# Folded patterns, each with the article it rests on; what must not match comes first in `FALSE_FRIENDS`.
DISCRIMINATORY: tuple[tuple[str, str], ...] = (
    (r"jeunes?(?! entreprise| pousse| public| enfant| patient| diplome)(?= (?:homme|femme|et dynamique|collaborat|candidat|personne|vendeu|serveu|commercia|actif)|[,.;!]|$)", "L1132-1"),
    (r"(?:moins|plus) de \d{2} ans(?! d)", "L5331-2"),
    (r"(?:age|agee|ages) de \d{2}", "L5331-2"),
    (r"entre \d{2} et \d{2} ans", "L5331-2"),
    (r"(?:de preference|plutot|exclusivement|uniquement) (?:un |une )?(?:homme|femme|masculin|feminin)", "L1142-1"),
    (r"(?:sexe|genre) (?:masculin|feminin)", "L1142-1"),
    (r"(?:celibataire|marie|mariee|sans enfants?|mere de famille|pere de famille)(?= (?:de preference|souhaite|exige|apprecie)|[,.;!]|$)", "L1142-1"),
    (r"(?:bonne presentation|physique agreable|belle presentation)", "L1132-1"),
    (r"(?:nationalite francaise|de souche|francais d origine|type europeen)", "L1132-1"),
    (r"(?:reserve|uniquement|exclusivement) (?:a la|aux|a des|pour les|au) (?:lotois|habitants|residents)", "L1132-1"),
    (r"(?:valide|bonne sante|non fumeur|non handicape)(?: exige| obligatoire|e exige)", "L1132-1"),
    (r"sans (?:appartenance|engagement) (?:syndicale?|politique|religieux)", "L1132-1"),
)  # fmt: skip
_PATTERNS = [(re.compile(rf"\b{pattern}"), article) for pattern, article in DISCRIMINATORY]

_HOURS_PER_MONTH = Decimal("151.67")


def discriminatory_passages(text: str) -> list[tuple[str, str]]:
    """Return the (passage, article of the Code du travail) found in a plain text, without accents."""
    folded = re.sub(r"[’'\-\s]+", " ", fold(text))
    found = []
    for pattern, article in _PATTERNS:
        found += [(match.group(0), article) for match in pattern.finditer(folded)]
    return found


def review_checks(offer: JobOffer) -> list[Check]:
    """Look at everything a moderator should: employer, pay, words, links, title."""
    return [
        _employer(offer),
        _pay(offer),
        *_words(offer),
        *_links(offer),
        *_title(offer),
    ]


def writer_hints(offer: JobOffer) -> list[Check]:
    """Keep what helps the person who writes the offer; nothing here prevents sending it."""
    return [
        check
        for check in review_checks(offer)
        if check.level != Level.OK and check.code != "employer"
    ]


def _employer(offer: JobOffer) -> Check:
    if offer.employer.is_verified:
        return Check("employer", Level.OK, _("The employer is verified."))
    return Check("employer", Level.WARNING, _("The employer is not verified."))


def _pay(offer: JobOffer) -> Check:
    if offer.salary_min is None:
        if offer.salary_is_grid:
            return Check("salary", Level.OK, _("Pay is set by the civil-service grid."))
        return Check("salary", Level.WARNING, _("No pay is given."), "salary_min")
    if (floor := wage_floor(offer)) is not None and offer.salary_min < floor:
        message = _("This pay is below the minimum wage. Check the amount or the period.")
        return Check("salary", Level.WARNING, message, "salary_min", f"{offer.salary_min}")
    return Check("salary", Level.OK, _("The pay is given."))


def wage_floor(offer: JobOffer) -> Decimal | None:
    """Return the minimum wage in the offer's own unit for full time; None where it cannot be compared."""
    hourly = Decimal(str(settings.MINIMUM_WAGE_HOURLY))
    if offer.contract_type in codes.INDEPENDENT_CONTRACTS | {
        codes.ContractType.INTERNSHIP,
        codes.ContractType.CIVIC_SERVICE,
    }:
        return None
    if offer.contract_nature in codes.WORK_STUDY_NATURES:
        return None
    share = (
        (offer.weekly_hours or Decimal(35)) / Decimal(35)
        if offer.working_time == codes.WorkingTime.PART
        else Decimal(1)
    )
    monthly = (hourly * _HOURS_PER_MONTH * min(share, Decimal(1))).quantize(Decimal(1))
    per_unit = {
        codes.SalaryUnit.HOUR: hourly,
        codes.SalaryUnit.MONTH: monthly,
        codes.SalaryUnit.YEAR: monthly * 12,
    }
    return per_unit.get(codes.SalaryUnit(offer.salary_unit)) if offer.salary_unit else None


def _words(offer: JobOffer) -> list[Check]:
    checks = []
    for field in ("title", "missions", "profile", "offering", "recruitment_steps"):
        text = getattr(offer, field) or ""
        for passage, article in discriminatory_passages(plain(text) if "<" in text else text):
            message = _(
                "“%(passage)s” may discriminate (Code du travail, %(article)s). Describe the experience expected instead."
            ) % {"passage": passage, "article": article}
            checks.append(Check("words", Level.WARNING, message, field, passage))
    return checks or [Check("words", Level.OK, _("No word that may discriminate was found."))]


def _links(offer: JobOffer) -> list[Check]:
    if not offer.apply_url:
        return []
    if is_safe_link(offer.apply_url):
        return [Check("link", Level.OK, _("The link to apply is a secure address."), "apply_url")]
    return [
        Check("link", Level.WARNING, _("The link to apply is not a secure address."), "apply_url")
    ]


def _title(offer: JobOffer) -> list[Check]:
    letters = [character for character in offer.title if character.isalpha()]
    if len(letters) > 6 and sum(character.isupper() for character in letters) > 0.6 * len(letters):
        return [Check("title", Level.ADVICE, _("The title is written in capitals."), "title")]
    return []
