"""The answers of an offer in words, each with the way to change it, and those that are missing."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jobs.offers.codes import PUBLIC_CONTRACTS
from jobs.offers.models import JobOffer
from jobs.offers.validation import STEP_FIELDS, Errors
from ui.forms import first_input_id
from ui.rich_text import clean_html

from .buttons import step_url
from .forms import FORMS, StepForm
from .forms.conditions import PUBLIC_NAMES
from .forms.step import RichTextField, answer_of
from .telling import TOLD, TOLD_ELSEWHERE

# Questions most offers leave aside: told only once they are answered.
RARE = frozenset(
    {
        "other_communes",
        "is_fully_remote",
        "travel",
        "salary_months",
        "housing_note",
        "sector_code",
        "agreement_code",
    }
    | {
        "health_opportunity",
        "qualification_code",
        "skills",
        "apply_email",
        "apply_url",
        "apply_phone",
    }
)


class Missing(NamedTuple):
    """Something to write or to look at, and where."""

    message: str
    url: str


class Answers(NamedTuple):
    """The answers of one step."""

    title: str
    rows: list[tuple[str, str | SafeString, str]]


def titles() -> dict[str, str]:
    """Return the name of each step above its answers."""
    return {
        "poste": _("The job (answers)"),
        "conditions": _("The conditions (answers)"),
        "description": _("The description (answers)"),
        "candidature": _("Applying (answers)"),
    }


def answers_of(draft: JobOffer, offer: JobOffer, now: dt.datetime) -> list[Answers]:
    """Return every answer of the latest version, step by step, and where to change it."""
    found = []
    for step, title in titles().items():
        form = FORMS[step](instance=draft, now=now)
        rows = [
            (label(bound), answer(bound), f"{step_url(offer, step)}#{first_input_id(bound)}")
            for bound in form
            if is_told(form, bound)
        ]
        found.append(Answers(title, rows))
    return found


def is_told(form: StepForm, bound: Any) -> bool:
    """Say whether a question is read back: those of the civil service where they apply, rare ones once answered."""
    if bound.name in TOLD_ELSEWHERE:
        return False
    if bound.name in PUBLIC_NAMES:
        return form.instance.contract_type in PUBLIC_CONTRACTS
    return bound.name not in RARE or bool(bound.value())


def label(bound: Any) -> str:
    """Return the words before an answer: those of the page of the offer where it tells several at once."""
    told = TOLD.get(bound.name)
    return str((told and told.label) or bound.label)


def answer(bound: Any) -> str | SafeString:
    """Return the answer to a question: text with its paragraphs, words for the rest."""
    if told := TOLD.get(bound.name):
        return told.words(bound.form.instance)
    value = bound.value()
    if isinstance(bound.field, RichTextField):
        stored = getattr(bound.form.instance, bound.name)
        return mark_safe(clean_html(stored))
    if value in (None, "", []):
        return ""
    return answer_of(bound, bound.initial)


def anchor_of(form: type[StepForm], name: str) -> str:
    """Return the id of the first input of a question, without making its form."""
    widget = getattr(form.base_fields.get(name), "widget", None)
    is_group = isinstance(widget, RadioSelect | CheckboxSelectMultiple)
    return f"id_{name}_0" if is_group else f"id_{name}"


def missing_answers(errors: Errors, offer: JobOffer) -> list[Missing]:
    """Return what prevents the sending, each with the first input of the question that answers it."""
    found = []
    for step, names in STEP_FIELDS.items():
        for name in names:
            shown = FORMS[step].shown_by.get(name, name)
            url = f"{step_url(offer, step)}#{anchor_of(FORMS[step], shown)}"
            found += [Missing(message, url) for message in errors.get(name, [])]
    return found
