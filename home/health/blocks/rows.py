"""Blocks filled by data: offers, structures, placements, housing, aids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    IntegerBlock,
    MultipleChoiceBlock,
)

from home.health.states import Profession, StructureKind
from jobs.offers.codes import HealthOpportunity
from ui.blocks.base import BodyBlock

from .addresses import aids_path, callback_path, offers_path


def asked_of(context: Mapping[str, Any], ticked: Any) -> tuple[str, list[str]]:
    """Return the one profession that a block speaks to, and those ticked in it.

    "" when it speaks to several, none of them the page's: nobody is then taken for another.
    """
    chosen = list(ticked or ())
    main = str(getattr(context.get("page"), "main_profession", ""))
    if not chosen or main in chosen:
        return main, chosen
    return (chosen[0] if len(chosen) == 1 else ""), chosen


class OpportunitiesBlock(BodyBlock):
    """Health offers online, of some kinds."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=80)
    kinds = MultipleChoiceBlock(
        label=_("Kinds of opportunity"),
        choices=HealthOpportunity.choices,
        required=False,
        help_text=_("None ticked: all of them."),
    )
    professions = MultipleChoiceBlock(
        label=_("Professions"),
        choices=Profession.choices,
        required=False,
        help_text=_("None ticked: the main profession of the page; all of them when it has none."),
    )
    number = IntegerBlock(label=_("Number of offers"), min_value=1, max_value=12, default=4)

    class Meta:
        icon = "list-ul"
        label = _("Opportunities")
        template = "health/blocks/opportunities.html"
        description = _("Chosen by themselves: the most recent health offers online.")
        preview_value = {
            "title": "Les postes du moment",
            "kinds": [],
            "professions": [],
            "number": 3,
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Read the offers: one query."""
        from home.health import listing

        context: dict[str, Any] = super().get_context(value, parent_context)
        profession, chosen = asked_of(context, value.get("professions"))
        context["offers"] = listing.opportunities(
            kinds=value["kinds"] or (),
            number=value["number"] or 4,
            now=timezone.now(),
            professions=chosen or [profession],
        )
        language = get_language() or "fr"
        context["all_url"] = offers_path(value["kinds"] or (), language)
        context["health_url"] = offers_path((), language)
        return {**context, "ask_url": callback_path(profession)}


class StructuresBlock(BodyBlock):
    """Places of care, with their commune."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=80)
    kinds = MultipleChoiceBlock(
        label=_("Kinds of structure"),
        choices=StructureKind.choices,
        required=False,
        help_text=_("None ticked: all of them."),
    )

    class Meta:
        icon = "home"
        label = _("Structures")
        template = "health/blocks/structures.html"
        description = _(
            "Health houses, centres, hospitals, practices to take over: from their list."
        )
        preview_value = {"title": "Où exercer", "kinds": []}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Read the structures: one query for all the blocks of a page."""
        from home.health import listing

        context: dict[str, Any] = super().get_context(value, parent_context)
        found = listing.shelf_of(context).structures(value["kinds"] or ())
        return {**context, "structures": found, "ask_url": callback_path()}


class TrainingBlock(BodyBlock):
    """Training practices, with their free places by semester."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=80)

    class Meta:
        icon = "calendar-alt"
        label = _("Placements")
        template = "health/blocks/training.html"
        description = _(
            "Training practices and their free places; past semesters leave by themselves."
        )
        preview_value = {"title": "Terrains de stage"}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Read the practices: one query."""
        from home.health import listing

        context: dict[str, Any] = super().get_context(value, parent_context)
        found = listing.practices(day=timezone.localdate())
        return {**context, "practices": found, "ask_url": callback_path(Profession.INTERN)}


class HousingBlock(BodyBlock):
    """Housing for interns."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=80)

    class Meta:
        icon = "home"
        label = _("Housing for interns")
        template = "health/blocks/housing.html"
        description = _("Where interns may live, from the list of housing.")
        preview_value = {"title": "Se loger pendant son stage"}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Read the housing: one query."""
        from home.health import listing

        context: dict[str, Any] = super().get_context(value, parent_context)
        ask = callback_path(Profession.INTERN)
        return {**context, "housing": listing.housing(), "ask_url": ask}


class AidsBlock(BodyBlock):
    """The aids in force today."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=80)
    professions = MultipleChoiceBlock(
        label=_("Professions"),
        choices=Profession.choices,
        required=False,
        help_text=_("None ticked: all of them."),
    )

    class Meta:
        icon = "tag"
        label = _("Aids in force")
        template = "health/blocks/aids.html"
        description = _(
            "The aids of today, with amount, end and source; those that ended leave by themselves."
        )
        preview_value = {"title": "Les aides du moment", "professions": []}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Read the aids: one query; those who answer are those of the page."""
        from home.health import listing

        context: dict[str, Any] = super().get_context(value, parent_context)
        profession, chosen = asked_of(context, value["professions"])
        contact = listing.shelf_of(context).contact_for(profession)
        context["aids"] = listing.aids_in_force(
            professions=chosen, day=timezone.localdate(), contact=contact
        )
        return {**context, "aids_url": aids_path(profession)}
