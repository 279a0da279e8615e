"""Step 3: the text of the offer, what is expected and what is offered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from jobs.offers import codes
from jobs.offers.models import JobOffer

from .step import RichTextField, StepForm, radios, with_blank

MOST_SKILLS = 30
SKILL_MAX_LENGTH = 200

Skill = dict[str, Any]


class SkillsField(forms.CharField):
    """Skills typed one on a line; rows that came with a code keep it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Show rows as lines."""
        return "\n".join(label_of(row) for row in value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the lines."""
        return lines_of(str(self.prepare_value(initial) or "")) != lines_of(str(data or ""))


def label_of(row: Any) -> str:
    """Return the words of a skill, stored with its code or alone."""
    return str(row.get("label", "")) if isinstance(row, dict) else str(row)


def lines_of(text: str) -> list[str]:
    """Return the lines that hold something, without what people put before an item."""
    return [line for raw in text.splitlines() if (line := raw.strip().lstrip("-•").strip())]


class DescriptionForm(StepForm):
    """The job, the profile and the welcome, in the employer's own words."""

    step = "description"
    required_names = frozenset({"missions", "profile", "experience"})
    conditional_names = frozenset({"experience_months"})

    missions = RichTextField(
        label=_("The job (to describe)"),
        rows=10,
        help_text=_(
            "What the person will do, with whom, where: 200 characters at least. "
            "A blank line starts a paragraph, “- ” a list item, **two stars** make bold."
        ),
    )
    profile = RichTextField(
        label=_("The profile (to describe)"),
        rows=6,
        help_text=_("What one must be able to do. Describe skills, never the person."),
    )
    offering = RichTextField(label=_("What you offer"), rows=6)
    experience = radios(codes.Experience.choices, label=_("Experience"))
    experience_months = forms.IntegerField(
        label=_("Experience required, in months"),
        help_text=_("24 for two years. Needed only if experience is required."),
        min_value=1,
        max_value=600,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "input--number"}
        ),
        error_messages={"invalid": _("Give a number of months, for example 24.")},
    )
    diploma_level = forms.TypedChoiceField(
        label=_("Diploma expected"),
        coerce=int,
        empty_value=None,
        choices=with_blank(codes.DiplomaLevel.choices, _("None")),
    )
    diploma_equivalent = forms.BooleanField(label=_("Or equivalent experience"))
    licences = forms.MultipleChoiceField(
        label=_("Driving licences needed"),
        choices=codes.Licence.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose one of the answers proposed.")},
    )
    languages = forms.CharField(
        label=_("Languages (needed)"),
        help_text=_("For example: “English, to welcome visitors”."),
        max_length=160,
    )
    housing = radios(codes.Housing.choices, label=_("Housing (offered)"))
    housing_note = forms.CharField(
        label=_("About the housing"),
        help_text=_("For example: “studio, 280 € a month”."),
        max_length=200,
    )
    partner_help = forms.BooleanField(label=_("We help the partner to find a job"))
    beginners_welcome = forms.BooleanField(label=_("Beginners are welcome"))
    open_to_disabled = forms.BooleanField(label=_("The post is open to workers with a disability"))
    sector_code = forms.CharField(
        label=_("NAF code of the activity"),
        help_text=_("For example 56.30Z."),
        max_length=6,
        validators=[RegexValidator(r"^\d{2}\.?\d{2}[A-Z]$", _("A NAF code looks like 56.30Z."))],
    )
    agreement_code = forms.CharField(
        label=_("Collective agreement (IDCC number)"),
        help_text=_("For example 1979."),
        max_length=5,
        validators=[RegexValidator(r"^\d{1,5}$", _("An IDCC number has up to five digits."))],
    )
    qualification_code = forms.TypedChoiceField(
        label=_("Qualification (of the post)"),
        coerce=int,
        empty_value=None,
        choices=with_blank(codes.Qualification.choices, _("Not specified")),
    )
    skills = SkillsField(
        label=_("Skills expected"), help_text=_("One on each line."), max_length=4000
    )

    class Meta:
        model = JobOffer
        fields = (
            "missions", "profile", "offering", "experience", "experience_months", "diploma_level",
            "diploma_equivalent", "licences", "languages", "housing", "housing_note", "partner_help",
            "beginners_welcome", "open_to_disabled", "sector_code", "agreement_code", "qualification_code",
            "skills",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {code for code, _label in codes.Licence.choices}
        held = self.instance.licences if isinstance(self.instance.licences, list) else []
        imported = [(str(code), str(code)) for code in held if code not in known]
        licences: Any = self.fields["licences"]
        licences.choices = [*codes.Licence.choices, *imported]

    @property
    def shows_details(self) -> bool:
        """Say whether the fold of details is open: something in it, or something to correct there."""
        names = ("sector_code", "agreement_code", "qualification_code", "skills")
        return any(self[name].value() or name in self.errors for name in names)

    def clean_sector_code(self) -> str:
        """Return the code as INSEE writes it, with its dot."""
        code = str(self.cleaned_data["sector_code"]).upper()
        return f"{code[:2]}.{code[2:]}" if code and "." not in code else code

    def clean_housing(self) -> str:
        """Return the housing offered; no answer means none."""
        return self.cleaned_data["housing"] or codes.Housing.NONE

    def clean_skills(self) -> list[Skill]:
        """Return the skills as rows. Raises `ValidationError` when there are too many or too long."""
        labels = lines_of(self.cleaned_data["skills"])
        if len(labels) > MOST_SKILLS or any(len(label) > SKILL_MAX_LENGTH for label in labels):
            raise ValidationError(
                _("Give %(count)d skills at most, in a few words each."),
                params={"count": MOST_SKILLS},
            )
        known = {label_of(row): row for row in self.instance.skills or []}
        new = {"code": "", "required": False}
        return [known.get(label) or {**new, "label": label} for label in labels]

    def carry(self) -> None:
        """Drop the months of an experience that is not asked for, and words about housing that is not offered."""
        if self.instance.experience == codes.Experience.NONE:
            self.instance.experience_months = None
        if self.instance.housing == codes.Housing.NONE:
            self.instance.housing_note = ""
