"""How an offer is told in words: contract, pay, time, place. No query beyond what is already loaded."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from jobs.offers import codes

if TYPE_CHECKING:
    _Base = Any
else:
    _Base = object

NBSP = "\u00a0"


def euros(amount: Decimal) -> str:
    """Write an amount as « 1 950 » or « 12,50 », as « 1,950 » or « 12.50 » on an English page."""
    amount = Decimal(amount)
    whole = amount == amount.to_integral_value()
    return in_figures(f"{amount:,.0f}" if whole else f"{amount:,.2f}")


def in_figures(number: str) -> str:
    """Turn a number that Python wrote into one of the language being spoken."""
    if (get_language() or "").startswith("en"):
        return number
    return number.replace(",", NBSP).replace(".", ",")


class OfferDisplay(_Base):
    """The words of an offer, for rows, pages, mails, feeds and exports alike."""

    @property
    def is_health(self) -> bool:
        """Say whether the offer belongs to the health family."""
        return bool(self.family_id == "J")

    @property
    def opportunity(self) -> str:
        """Return what an offer of the health family opens on, as a `HealthOpportunity` value; "" for other offers."""
        if not self.is_health:
            return ""
        return codes.opportunity_of(self.contract_type, self.health_opportunity)

    @property
    def opportunity_display(self) -> str:
        """Return the same in words."""
        return str(codes.HealthOpportunity(self.opportunity).label) if self.opportunity else ""

    @property
    def employer_display(self) -> str:
        """Return the name shown to the public; never the real one of an anonymous offer."""
        if self.is_anonymous:
            return _("Employer not named")
        if self.is_external and (named := self.source_raw.get("employer")):
            return _("%(employer)s, via %(source)s") % {"employer": named, "source": self.employer}
        return str(self.employer.name)

    @property
    def initials(self) -> str:
        """Return the capitals that stand in for a logo."""
        return "?" if self.is_anonymous else str(self.employer.initials)

    @property
    def places(self) -> list[Any]:
        """Return the communes: the one named first, then the others by name."""
        return sorted(
            self.municipalities.all(),
            key=lambda place: (place.pk != self.main_municipality_id, place.name),
        )

    @property
    def place_display(self) -> str:
        """Return the communes, or « Télétravail » when the post has no place."""
        names = [place.name for place in self.places]
        if self.is_fully_remote or not names:
            return _("Remote")
        if len(names) <= 2:
            return _(" and ").join(names)
        return ngettext(
            "%(first)s and %(count)d other commune",
            "%(first)s and %(count)d other communes",
            len(names) - 1,
        ) % {"first": names[0], "count": len(names) - 1}

    @property
    def contract_display(self) -> str:
        """Return the contract with its length: « CDD 8 mois », « Apprentissage, CDD 24 mois »."""
        label = str(self.get_contract_type_display()) if self.contract_type else ""
        months = self.contract_duration_months
        if label and months:
            length = number_format(months.normalize() if months % 1 else int(months))
            label = ngettext(
                "%(contract)s, %(months)s month", "%(contract)s, %(months)s months", int(months)
            ) % {
                "contract": label,
                "months": length,
            }
        if self.contract_nature in codes.WORK_STUDY_NATURES:
            return (
                f"{self.get_contract_nature_display()}, {label}"
                if label
                else str(self.get_contract_nature_display())
            )
        return label

    @property
    def contract_tag(self) -> str:
        """Return the contract in one or two words, for tags."""
        if self.contract_nature in codes.WORK_STUDY_NATURES:
            return str(self.get_contract_nature_display())
        if self.contract_type in codes.PUBLIC_CONTRACTS:
            return _("Civil service")
        return self.contract_display

    @property
    def salary_display(self) -> str:
        """Return the pay: « 2 250 à 2 600 € brut par mois », or the grid, or that it is not said."""
        if self.salary_min is not None and self.salary_unit:
            return self._amounts()
        if self.salary_is_grid:
            if not self.public_category:
                return _("set by the civil-service grid")
            return _("Category %(letter)s, set by the civil-service grid") % {
                "letter": self.public_category
            }
        return _("not stated by the employer")

    def _amounts(self) -> str:
        low, high = self.salary_min, self.salary_max
        unit = self.get_salary_unit_display()
        if high is not None and high != low:
            return _("€%(low)s to €%(high)s gross %(unit)s") % {
                "low": euros(low),
                "high": euros(high),
                "unit": unit,
            }
        return _("€%(amount)s gross %(unit)s") % {"amount": euros(low), "unit": unit}

    @property
    def time_display(self) -> str:
        """Return the working time: « Temps plein, 35 h »."""
        label = str(self.get_working_time_display()) if self.working_time else ""
        if label and self.weekly_hours:
            hours = in_figures(f"{self.weekly_hours.normalize():f}")
            return f"{label}, {hours}{NBSP}h"
        return label

    @property
    def housing_display(self) -> str:
        """Return the housing offered, empty when there is none."""
        if self.housing == codes.Housing.NONE:
            return ""
        return self.housing_note or str(self.get_housing_display())

    @property
    def is_housing_in_own_words(self) -> bool:
        """Say whether the housing is told in the employer's own words, which are French."""
        return bool(self.housing != codes.Housing.NONE and self.housing_note)

    @property
    def experience_display(self) -> str:
        """Return the experience asked for, with its length when it is given."""
        label = str(self.get_experience_display()) if self.experience else ""
        months = self.experience_months
        if not label or not months or self.experience == codes.Experience.NONE:
            return label
        if months % 12 == 0:
            length = ngettext("%(count)d year", "%(count)d years", months // 12) % {
                "count": months // 12
            }
        else:
            length = ngettext("%(count)d month", "%(count)d months", months) % {"count": months}
        return f"{label}, {length}"

    @property
    def licences_display(self) -> list[str]:
        """Return the labels of the driving licences asked for; unknown codes as they are."""
        known = dict(codes.Licence.choices)
        return [str(known.get(code, code)) for code in self.licences]
