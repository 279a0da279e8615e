"""Invitations to act, and ways on."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, TextBlock

from .base import ACTIONS, BodyBlock
from .lazy import LazyPageChooserBlock, known_pk
from .links import AddressBlock, LinkBlock, addressed, with_link
from .media import PictureChooserBlock


class CallToActionBlock(BodyBlock):
    """An invitation with one or two buttons."""

    title = CharBlock(label=_("Title"), max_length=120)
    text = TextBlock(label=_("Text"), max_length=300, required=False)
    actions = ListBlock(LinkBlock(), label=_("Buttons"), min_num=1, max_num=2)

    class Meta:
        icon = "thumbtack"
        group = ACTIONS
        label = _("Call to action")
        template = "components/blocks/call_to_action.html"
        description = _("One invitation a page is enough.")
        preview_value = {
            "title": "Un poste vous attend peut-être",
            "text": "Cherchez par métier et par commune.",
            "actions": [{"label": "Voir les offres", "page": None, "address": "/offres/"}],
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where the buttons lead."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["actions"] = addressed(value["actions"], context, ("dark", "outline"))
        return context


class CardBlock(LinkBlock):
    """A way on: the whole card leads there."""

    label = CharBlock(label=_("Title"), max_length=80)
    text = TextBlock(label=_("Text"), max_length=220, required=False)
    image = PictureChooserBlock(label=_("Picture"), required=False)
    page = LazyPageChooserBlock(
        label=_("Page"),
        required=False,
        help_text=_("The card disappears by itself when the page is not online."),
    )
    address = AddressBlock(
        label=_("Or address"),
        required=False,
        max_length=500,
        help_text=_("For anything that is not a page: /espace-employeur/, https://…"),
    )


class CardsBlock(BodyBlock):
    """Ways on, each with its picture and a few words."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=120)
    cards = ListBlock(CardBlock(), label=_("Cards"), min_num=2, max_num=12)

    class Meta:
        icon = "grid"
        group = ACTIONS
        label = _("Cards")
        template = "components/blocks/cards.html"
        description = _(
            "Two cards or more, each leading to a page. Give all of them a picture, or none."
        )
        preview_value = {
            "title": "Pour aller plus loin",
            "cards": [
                {"label": "Les offres d’emploi", "text": "Publiques et privées.", "image": None,
                 "page": None, "address": "/offres/"},
                {"label": "Les actualités", "text": "Ce qui se passe ici.", "image": None,
                 "page": None, "address": "/actualites/"},
            ],
        }  # fmt: skip

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where the cards lead; one onto nothing is not drawn, nor pictures unless all have theirs."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        cards = [with_link(card, card, context) for card in value["cards"]]
        context["cards"] = [card for card in cards if card["url"]]
        context["with_pictures"] = all(known_pk(card["image"]) for card in context["cards"])
        return context
