"""The contracts an employer chooses among: the usual ones first, a work-study contract as one answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobs.offers.codes import WORK_STUDY_NATURES, ContractNature, ContractType

# A work-study contract is a fixed-term one of a nature of its own: one answer for the two codes.
APPRENTICESHIP = f"{ContractType.FIXED_TERM}/{ContractNature.APPRENTICESHIP}"
PROFESSIONALISATION = f"{ContractType.FIXED_TERM}/{ContractNature.PROFESSIONALISATION}"
USUAL: tuple[tuple[str, str | Promise], ...] = (
    (ContractType.PERMANENT, ContractType.PERMANENT.label),
    (ContractType.FIXED_TERM, ContractType.FIXED_TERM.label),
    (APPRENTICESHIP, _("Work-study: apprenticeship")),
    (PROFESSIONALISATION, _("Work-study: professionalisation contract")),
    (ContractType.SEASONAL, ContractType.SEASONAL.label),
    (ContractType.TEMP_AGENCY, ContractType.TEMP_AGENCY.label),
    (ContractType.CIVIL_SERVANT, ContractType.CIVIL_SERVANT.label),
    (ContractType.PUBLIC_CONTRACT, ContractType.PUBLIC_CONTRACT.label),
    (ContractType.SELF_EMPLOYED, ContractType.SELF_EMPLOYED.label),
    (ContractType.INTERNSHIP, ContractType.INTERNSHIP.label),
)
_SHOWN = frozenset(value for value, _label in USUAL)
OTHERS = tuple(choice for choice in ContractType.choices if choice[0] not in _SHOWN)


class FoldedRadios(forms.RadioSelect):
    """Radios of which the first ones are visible and the others under a line to open."""

    template_name = "employer_space/offers/widgets/folded_radios.html"

    def __init__(self, *args: Any, usual: int, fold_label: str | Promise, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.usual, self.fold_label = usual, fold_label

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Tell the visible options from the folded ones, and whether the one chosen is folded."""
        context = super().get_context(name, value, attrs)
        options = [
            option for _group, group, _index in context["widget"]["optgroups"] for option in group
        ]
        folded = options[self.usual :]
        context["widget"] |= {
            "visible": options[: self.usual],
            "folded": folded,
            "fold_label": self.fold_label,
            "is_open": any(option["selected"] for option in folded),
        }
        return context


def contract_field(label: Any) -> forms.ChoiceField:
    """Return the question of the contract."""
    return forms.ChoiceField(
        label=label,
        choices=(*USUAL, *OTHERS),
        widget=FoldedRadios(usual=len(USUAL), fold_label=_("Other contracts")),
        error_messages={"invalid_choice": _("Choose one of the answers proposed.")},
    )


def as_answer(contract_type: str, nature: str) -> str:
    """Return the answer that shows the two codes of an offer."""
    if nature in WORK_STUDY_NATURES and contract_type in ("", ContractType.FIXED_TERM):
        return f"{ContractType.FIXED_TERM}/{nature}"
    return contract_type


def as_codes(answer: str, nature: str) -> tuple[str, str]:
    """Return the type and the nature of the answer given, `nature` being what was chosen beside it."""
    contract_type, _slash, own_nature = answer.partition("/")
    return contract_type, own_nature or nature
