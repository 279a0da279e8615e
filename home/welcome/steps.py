"""Lead somebody through the three steps without an account, a session or a script: each page carries all answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from .forms import HouseholdForm, NeedsForm, ProjectForm

STEPS: tuple[tuple[str, Any, type[Form]], ...] = (
    ("project", _("your project"), ProjectForm),
    ("household", _("your household"), HouseholdForm),
    ("needs", _("your needs"), NeedsForm),
)
LABELS = tuple(label for _name, label, _form in STEPS)
# Drawn by `components/anti_spam.html` on every step.
GUARDS = frozenset({"website_url", "ts"})
LONGEST_ANSWER = 20_000
MOST_ANSWERS = 20


@dataclass(frozen=True)
class Turn:
    """What a page of the form shows: a step, and the answers of the others that it carries."""

    number: int
    form: Form
    guard: Form
    carried: tuple[tuple[str, str], ...]


def first_turn(place: str = "") -> Turn:
    """Return the first page, untouched; `place` is where the person comes from a page about."""
    guard = NeedsForm()
    carried = [("key", str(guard["key"].value()))]
    if place:
        carried.append(("place", place))
    return Turn(0, ProjectForm(), guard, tuple(carried))


def number_of(post: QueryDict) -> int:
    """Return the step that was filled in; the first when it is not said."""
    names = [name for name, _label, _form in STEPS]
    asked = post.get("step", "")
    return names.index(asked) if asked in names else 0


def turn(number: int, post: QueryDict, form: Form | None = None) -> Turn:
    """Return the page of a step with what was typed so far; `form` when it has errors to show."""
    answers = _answers(post)
    own = set(STEPS[number][2].base_fields)
    shown = form or STEPS[number][2](initial=_initial(STEPS[number][2], answers))
    guard = (
        shown if isinstance(shown, NeedsForm) else NeedsForm(initial=_initial(NeedsForm, answers))
    )
    carried = tuple(
        (name, value)
        for name, values in answers.items()
        if name not in own | GUARDS
        for value in values
    )
    return Turn(number, shown, guard, carried)


def all_forms(post: QueryDict) -> list[Form]:
    """Return every step filled with what was sent."""
    return [form(post) for _name, _label, form in STEPS]


def _answers(post: QueryDict) -> dict[str, list[str]]:
    """Return what was typed in the fields of all steps, cut short where no answer is that long."""
    names = [name for _step, _label, form in STEPS for name in form.base_fields]
    return {
        name: [
            value.replace("\x00", "")[:LONGEST_ANSWER]
            for value in post.getlist(name)[:MOST_ANSWERS]
        ]
        for name in names
        if name in post
    }


def _initial(form: type[Form], answers: dict[str, list[str]]) -> dict[str, Any]:
    several = {"needs"}
    return {
        name: answers[name] if name in several else answers[name][-1]
        for name in form.base_fields
        if answers.get(name)
    }
