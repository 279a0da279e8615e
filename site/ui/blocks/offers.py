"""Offers chosen by what they are: the list is always that of the day."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, IntegerBlock

from ui.offer_lists import OfferCriteria, source

from .base import FACTS, BodyBlock, words_language
from .lazy import LateChoiceBlock
from .links import SameEverywhereBlock

MOST_OFFERS = 8


def families() -> list[tuple[str, str]]:
    """Return the families of the job board, when the editor's form is drawn."""
    return source().choices("family")


def territories() -> list[tuple[str, str]]:
    """Return its territories."""
    return source().choices("territory")


def contracts() -> list[tuple[str, str]]:
    """Return its kinds of contract."""
    return source().choices("contract")


class OffersBlock(BodyBlock):
    """The newest offers of a family, a territory, a contract or some words."""

    title_level = 2
    speaks_to_the_reader = True

    title = CharBlock(label=_("Title"), max_length=120, default="Les offres du moment")
    family = LateChoiceBlock(label=_("Family"), choices=families, required=False)
    territory = LateChoiceBlock(label=_("Territory"), choices=territories, required=False)
    contract = LateChoiceBlock(label=_("Contract"), choices=contracts, required=False)
    words = SameEverywhereBlock(
        label=_("Words"),
        required=False,
        max_length=80,
        help_text=_("In French, as a visitor would search. For example: infirmier."),
    )
    number = IntegerBlock(
        label=_("Number of offers"), min_value=1, max_value=MOST_OFFERS, default=4
    )

    class Meta:
        icon = "list-ul"
        group = FACTS
        label = _("Offers")
        template = "components/blocks/offers.html"
        description = _(
            "Chosen by themselves: the most recent offers online, of the kind that you say."
        )
        preview_value = {
            "title": "Les offres du moment",
            "family": "",
            "territory": "",
            "contract": "",
            "words": "",
            "number": 3,
        }

    def announce(self, value: Any, shell: Any) -> None:
        """Tell which list will be shown, so that all those of the page are read at once."""
        shell.want_offers(criteria(value))

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Take the offers from those read for the whole page; a sample reads its own."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        shell = context.get("shell")
        asked = criteria(value)
        context["is_narrowed"] = asked != OfferCriteria(number=asked.number)
        if shell is not None:
            context["found"] = shell.offers(asked)
        else:
            language = words_language(context)
            [context["found"]] = source().find_all([asked], now=timezone.now(), language=language)
        return context


def criteria(value: Any) -> OfferCriteria:
    """Return what a block asks to list."""
    return OfferCriteria(
        family=str(value.get("family") or ""),
        territory=str(value.get("territory") or ""),
        contract=str(value.get("contract") or ""),
        words=str(value.get("words") or ""),
        number=min(int(value.get("number") or 1), MOST_OFFERS),
    )
