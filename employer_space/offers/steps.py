"""The four steps of the form, in order, and their part of an address."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobs.offers.validation import STEP_FIELDS

CHECK = "verifier"
LABELS: dict[str, str | Promise] = {
    "poste": _("the job (step)"),
    "conditions": _("the conditions (step)"),
    "description": _("the description (step)"),
    "candidature": _("applying (step)"),
}
STEPS = list(STEP_FIELDS)


def next_step(step: str) -> str:
    """Return the step after `step`; the check comes after the last."""
    return [*STEPS, CHECK][STEPS.index(step) + 1]


class StepConverter:
    """The last part of the address of a step."""

    regex = "|".join([*STEPS, CHECK])

    def to_python(self, value: str) -> str:
        """Return the step as it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """Return the step as it stands in the address."""
        return value
