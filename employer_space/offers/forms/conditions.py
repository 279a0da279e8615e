"""Step 2: contract, civil service, working time, pay, start and last day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from employer_space.joining.forms.establishment import HttpsField
from jobs.offers import codes
from jobs.offers.models import JobOffer
from jobs.offers.querysets import paris_day
from jobs.offers.validation import submission_errors
from ui.fields import FrenchDateField, FrenchDecimalField

from .contracts import as_answer, as_codes, contract_field
from .step import StepForm, radios, with_blank

PUBLIC_NAMES = (
    "public_branch", "public_category", "public_grade", "public_vacancy", "public_vacancy_date",
    "public_csp_number", "public_csp_url", "public_open_to_contract", "public_legal_basis",
)  # fmt: skip
# Contracts without an end, for which a length means nothing.
OPEN_ENDED = frozenset({codes.ContractType.PERMANENT, codes.ContractType.CIVIL_SERVANT})


def amount(**kwargs: Any) -> FrenchDecimalField:
    """Return the field of an amount of gross pay."""
    return FrenchDecimalField(max_digits=10, decimal_places=2, min_value=0, **kwargs)


class ConditionsForm(StepForm):
    """What the employer commits to: contract, time, pay and dates."""

    step = "conditions"
    required_names = frozenset(
        {"contract_type", "working_time", "salary_min", "salary_unit", "last_day"}
    )
    conditional_names = frozenset(
        {
            "contract_duration_months",
            "weekly_hours",
            "start_date",
            "public_branch",
            "public_category",
        }
        | {"public_grade", "public_vacancy", "public_csp_number"}
    )

    contract_type = contract_field(_("Type of contract"))
    contract_duration_months = FrenchDecimalField(
        label=_("Length of the contract, in months"),
        help_text=_("For a fixed-term, seasonal or temporary contract. For example 6, or 1.5."),
        max_digits=4,
        decimal_places=1,
        min_value=0,
        max_value=120,
    )
    contract_nature = forms.ChoiceField(
        label=_("Special contract"),
        choices=with_blank(
            [
                one
                for one in codes.ContractNature.choices
                if one[0] != codes.ContractNature.ORDINARY
            ],
            _("None: ordinary contract"),
        ),
    )
    health_opportunity = forms.ChoiceField(
        label=_("Kind of practice offered"),
        help_text=_("For a post in private practice only: health professionals search by it."),
        choices=with_blank(
            [(one.value, one.label) for one in codes.PRIVATE_OPPORTUNITIES], _("Not stated")
        ),
    )
    public_branch = forms.ChoiceField(
        label=_("Branch"), choices=with_blank(codes.PublicBranch.choices, _("Choose a branch"))
    )
    public_category = radios(codes.PublicCategory.choices, label=_("Category of the post"))
    public_grade = forms.CharField(label=_("Grade or group of posts"), max_length=120)
    public_vacancy = radios(codes.PublicVacancy.choices, label=_("Why the post is open"))
    public_vacancy_date = FrenchDateField(label=_("Vacant from"), help_text=_("Day/month/year."))
    public_csp_number = forms.CharField(
        label=_("Number on Choisir le service public"),
        help_text=_("Publishing there is compulsory; your offer here is its echo."),
        max_length=60,
    )
    public_csp_url = HttpsField(label=_("Address of the announcement"))
    public_open_to_contract = forms.BooleanField(label=_("The post is open to contract staff"))
    public_legal_basis = forms.CharField(label=_("Legal basis of the contract"), max_length=200)
    working_time = radios(codes.WorkingTime.choices, label=_("Working time (of the post)"))
    weekly_hours = FrenchDecimalField(
        label=_("Hours a week"),
        help_text=_("Needed for part time. For example 24, or 17.5."),
        max_digits=4,
        decimal_places=2,
        min_value=1,
        max_value=60,
        error_messages=dict.fromkeys(
            ("min_value", "max_value", "max_digits", "max_whole_digits"),
            _("Give between 1 and 60 hours a week, for example 35."),
        ),
    )
    schedule = forms.CharField(
        label=_("Schedule (of the post)"),
        help_text=_("For example: “one week-end in three, no night work”."),
        max_length=160,
    )
    remote_share = FrenchDecimalField(
        label=_("Remote work, in percent of the time"),
        help_text=_("0 if there is none; two days out of five make 40."),
        max_digits=3,
        decimal_places=0,
        min_value=0,
        max_value=100,
    )
    travel = forms.CharField(label=_("Travel for work"), max_length=160)
    salary_min = amount(
        label=_("Minimum, in euros"),
        error_messages={"invalid": _("Give a lowest pay, for example 1,950")},
    )
    salary_max = amount(label=_("Maximum"))
    salary_unit = forms.ChoiceField(
        label=_("Period (of the pay)"), choices=codes.SalaryUnit.choices
    )
    salary_is_grid = forms.BooleanField(
        label=_("Pay is set by the civil-service grid: no amount to give")
    )
    salary_months = FrenchDecimalField(
        label=_("Months paid a year"), help_text=_("For example 13."), max_digits=4, decimal_places=2, min_value=1,
        max_value=20,
    )  # fmt: skip
    salary_note = forms.CharField(
        label=_("Variable part of the pay"),
        help_text=_("Bonuses, tips, profit-sharing."),
        max_length=200,
    )
    benefits = forms.CharField(
        label=_("Benefits (of the post)"),
        help_text=_("Meals, insurance, company car."),
        max_length=300,
    )
    starts_asap = forms.BooleanField(label=_("As soon as possible"))
    start_date = FrenchDateField(
        label=_("Or on a date"), help_text=_("Day/month/year, for example 14/12/2026.")
    )
    last_day = FrenchDateField(label=_("Last day to apply"))

    class Meta:
        model = JobOffer
        fields = (
            "contract_type", "contract_duration_months", "contract_nature", "health_opportunity", *PUBLIC_NAMES,
            "working_time", "weekly_hours", "schedule", "remote_share", "travel", "salary_min", "salary_max", "salary_unit",
            "salary_is_grid", "salary_months", "salary_note", "benefits", "starts_asap", "start_date",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.is_health:
            del self.fields["health_opportunity"]
        self._start_contract()
        self.initial["last_day"] = self.instance.lifecycle.last_day
        self.initial["salary_unit"] = self.instance.salary_unit or codes.SalaryUnit.MONTH
        self.fields["last_day"].help_text = _(
            "Day/month/year, within %(days)d days. The offer is taken offline the day after."
        ) % {"days": settings.OFFER_MAX_DAYS}

    def _start_contract(self) -> None:
        """Show a work-study contract as the one answer it is."""
        offer = self.instance
        answer = as_answer(offer.contract_type, offer.contract_nature)
        self.initial["contract_type"] = answer
        if answer != offer.contract_type:
            self.initial["contract_nature"] = ""

    def clean(self) -> dict[str, Any]:
        """Read the two codes of the contract from the answer."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if {"contract_type", "contract_nature"} <= cleaned.keys():
            cleaned["contract_type"], cleaned["contract_nature"] = as_codes(
                cleaned["contract_type"], cleaned["contract_nature"]
            )
        return cleaned

    @property
    def shows_nature(self) -> bool:
        """Say whether the question of the special contract is open: answered, noted by a moderator or to correct."""
        bound = self["contract_nature"]
        return bool(bound.value() or bound.errors or getattr(bound.field, "note", None))

    @property
    def shows_public_post(self) -> bool:
        """Say whether the civil-service questions are open: public employer, public contract or an answer to correct."""
        typed = self["contract_type"].value() in codes.PUBLIC_CONTRACTS
        return (
            typed or self.instance.employer.is_public or bool({*PUBLIC_NAMES} & self.errors.keys())
        )

    @property
    def chosen_last_day(self) -> dt.date:
        """Return the last day typed, else the one the offer has."""
        stored: dt.date = self.instance.lifecycle.last_day
        return self.cleaned_data.get("last_day") or stored

    def clean_last_day(self) -> dt.date:
        """Return the last day; an empty one leaves a draft as it was. Raises `ValidationError` when it must be given."""
        given: dt.date | None = self.cleaned_data["last_day"]
        if given is None and self.is_strict:
            raise ValidationError(_("Give the last day to apply, for example 14/12/2026."))
        return given or self.instance.lifecycle.last_day

    def clean_remote_share(self) -> int:
        """Return the share; empty means none."""
        return int(self.cleaned_data["remote_share"] or 0)

    def _post_clean(self) -> None:
        """Refuse at once a new last day that could never be saved."""
        super()._post_clean()
        if self.is_strict or "last_day" in self.errors or "last_day" not in self.changed_data:
            return
        today = paris_day(self.now)
        for message in submission_errors(
            self.instance, last_day=self.chosen_last_day, today=today
        ).get("last_day", []):
            self.add_error("last_day", message)

    def carry(self) -> None:
        """Drop the length of a contract without end, civil-service answers of another contract, a unit alone."""
        offer = self.instance
        if offer.contract_type in OPEN_ENDED:
            offer.contract_duration_months = None
        if offer.contract_type and offer.contract_type not in codes.PUBLIC_CONTRACTS:
            for name in PUBLIC_NAMES:
                setattr(offer, name, JobOffer._meta.get_field(name).get_default())
        if offer.contract_type != codes.ContractType.SELF_EMPLOYED or not offer.is_health:
            offer.health_opportunity = ""
        if offer.salary_min is None and offer.salary_max is None:
            offer.salary_unit = ""
