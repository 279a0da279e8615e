"""What a careful reader would point at in an offer: shown to its writer and to its moderator."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.conf import settings
from django.utils.translation import gettext as _

from ui.rich_text import plain
from ui.typography import NBSP
from ui.web_links import ascii_host, is_safe_link, may_be_a_look_alike

from . import codes
from .labels import field_label
from .models import JobOffer
from .wording import advice, passages


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


_HOURS_PER_MONTH = Decimal("151.67")


def has_age_set_by_law(offer: JobOffer) -> bool:
    """Say whether the contract is one for which a law says how old one must be."""
    return (
        offer.contract_nature in codes.WORK_STUDY_NATURES
        or offer.contract_type == codes.ContractType.CIVIC_SERVICE
    )


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
        for passage in passages(
            plain(text) if "<" in text else text,
            is_title=field == "title",
            is_age_set_by_law=has_age_set_by_law(offer),
        ):
            message = f"{field_label(field)}{NBSP}: {advice(passage)}"
            checks.append(Check("words", Level.WARNING, message, field, passage.words))
    return checks or [Check("words", Level.OK, _("No word that may discriminate was found."))]


def _links(offer: JobOffer) -> list[Check]:
    if not offer.apply_url:
        return []
    if not is_safe_link(offer.apply_url):
        message = _("The link to apply is not a secure address.")
        return [Check("link", Level.WARNING, message, "apply_url")]
    host = ascii_host(offer.apply_url)
    if may_be_a_look_alike(offer.apply_url):
        message = _(
            "The link to apply is written with letters that may pass for others. Its real host is %(host)s."
        )
        return [Check("link", Level.WARNING, message % {"host": host}, "apply_url", host)]
    message = _("The link to apply is a secure address, on %(host)s.")
    return [Check("link", Level.OK, message % {"host": host}, "apply_url")]


def _title(offer: JobOffer) -> list[Check]:
    letters = [character for character in offer.title if character.isalpha()]
    if len(letters) > 6 and sum(character.isupper() for character in letters) > 0.6 * len(letters):
        return [Check("title", Level.ADVICE, _("The title is written in capitals."), "title")]
    return []
