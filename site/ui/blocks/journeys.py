"""What happens one thing after the other: steps to take, dates gone by."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    DateBlock,
    ListBlock,
    StructBlock,
    StructBlockValidationError,
    TextBlock,
)

from .base import ACTIONS, FACTS, BodyBlock
from .links import OptionalLinkBlock, with_link

DAY, MONTH, YEAR = "day", "month", "year"
PRECISIONS = [(DAY, _("The day")), (MONTH, _("The month")), (YEAR, _("The year"))]


class StepBlock(StructBlock):
    """A step."""

    title = CharBlock(label=_("Title"), max_length=60)
    text = TextBlock(label=_("Text"), max_length=220)
    link = OptionalLinkBlock(label=_("Link"))


class StepsBlock(BodyBlock):
    """What to do, one step after the other."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=80)
    text = TextBlock(label=_("Introduction"), max_length=300, required=False)
    steps = ListBlock(StepBlock(), label=_("Steps"), min_num=2, max_num=8)

    class Meta:
        icon = "list-ol"
        group = ACTIONS
        label = _("Steps")
        template = "components/blocks/steps.html"
        description = _("Two to eight numbered steps, each with a link if it has one.")
        preview_value = {
            "title": "Préparer votre arrivée",
            "text": "Trois étapes, à votre rythme.",
            "steps": [
                {
                    "title": "Parlez-nous de votre projet",
                    "text": "Un référent vous rappelle sous deux jours ouvrés.",
                    "link": {"label": "Voir les offres", "page": None, "address": "/offres/"},
                },
                {
                    "title": "Visitez",
                    "text": "Nous préparons votre journée sur place.",
                    "link": {"label": "", "page": None, "address": ""},
                },
            ],
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where each step leads; a step whose page is offline stays, without its link."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["items"] = [with_link(step, step["link"], context) for step in value["steps"]]
        return context


class DatedBlock(StructBlock):
    """Something that happened, or will, at a date."""

    date = DateBlock(label=_("Date"))
    precision = ChoiceBlock(
        label=_("What is shown of it"), choices=PRECISIONS, default=MONTH, required=True
    )
    title = CharBlock(label=_("Title"), max_length=100)
    text = TextBlock(label=_("Text"), max_length=400, required=False)


class TimelineBlock(BodyBlock):
    """Dates in their order."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=120)
    dates = ListBlock(DatedBlock(), label=_("Dates"), min_num=2, max_num=20)

    class Meta:
        icon = "history"
        group = FACTS
        label = _("Timeline")
        template = "components/blocks/timeline.html"
        description = _("Two dates or more, from the oldest to the most recent.")
        preview_value = {
            "title": "Le programme, pas à pas",
            "dates": [
                {"date": "2018-01-01", "precision": YEAR, "title": "Les débuts", "text": ""},
                {
                    "date": "2025-01-28",
                    "precision": DAY,
                    "title": "Un réseau des employeurs",
                    "text": "Il s’ouvre à tous ceux qui recrutent.",
                },
            ],
        }

    def clean(self, value: Any) -> Any:
        """Ask for dates in their order."""
        cleaned = super().clean(value)
        days = [item["date"] for item in cleaned["dates"] if item.get("date")]
        if not self.is_deferred_validation and days != sorted(days):
            message = _("Put the dates in their order, the oldest first.")
            raise StructBlockValidationError({"dates": ValidationError(message)})
        return cleaned
