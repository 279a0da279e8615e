"""Blocks about people: the partner’s job, testimonies, welcome evenings, the contact."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    IntegerBlock,
    ListBlock,
    StructBlock,
    TextBlock,
)

from home.events.listing import next_events
from home.events.states import EventKind
from home.health.states import Profession
from ui.addresses import contract_path
from ui.blocks.base import BodyBlock
from ui.blocks.links import OptionalLinkBlock, addressed
from ui.blocks.media import PictureChooserBlock

from .addresses import callback_path


class PartnerBlock(BodyBlock):
    """The partner’s job."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=80)
    text = TextBlock(label=_("Text"), max_length=500)
    link = OptionalLinkBlock(label=_("Link"))

    class Meta:
        icon = "group"
        label = _("Partner’s job")
        template = "health/blocks/partner.html"
        description = _("What the programme does for whoever comes along, and the search of jobs.")
        preview_value = {
            "title": "Et votre conjoint ?",
            "text": "Nous cherchons avec vous un deuxième emploi.",
            "link": {"label": "Chercher un emploi", "page": None, "address": "/offres/"},
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where the link leads."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["link"] = next(iter(addressed([value["link"]], context)), None)
        return context


class TestimonyBlock(StructBlock):
    """Somebody tells how they practise here."""

    quote = TextBlock(
        label=_("Words"), max_length=400, help_text=_("Without quotation marks: they are added.")
    )
    author = CharBlock(label=_("Who"), max_length=120)
    role = CharBlock(label=_("Where from, what they do"), max_length=160, required=False)
    is_fictional = BooleanBlock(
        label=_("Fictional testimonial"),
        required=False,
        help_text=_("Tick when the person does not exist: the page then says so."),
    )
    image = PictureChooserBlock(label=_("Picture"), required=False)


class TestimoniesBlock(BodyBlock):
    """What professionals say."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=80)
    testimonies = ListBlock(TestimonyBlock(), label=_("Testimonies"), min_num=1, max_num=4)

    class Meta:
        icon = "openquote"
        label = _("Testimonies")
        template = "health/blocks/testimonies.html"
        description = _("Words of people who agreed to them, one to four.")
        preview_value = {
            "title": "Ils exercent ici",
            "testimonies": [
                {
                    "quote": "L’équipe m’a trouvé un logement en une semaine.",
                    "author": "Camille, interne",
                    "role": "Gourdon",
                    "is_fictional": True,
                    "image": None,
                }
            ],
        }


class WelcomeEveningsBlock(BodyBlock):
    """The next evenings of the agenda for interns: those of new inhabitants are not for them."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=80)
    number = IntegerBlock(label=_("Number of evenings"), min_value=1, max_value=6, default=3)

    class Meta:
        icon = "date"
        label = _("Welcome evenings for interns")
        template = "health/blocks/welcome_evenings.html"
        description = _("Chosen by themselves: the next interns’ evenings of the agenda.")
        preview_value = {"title": "Soirées d’accueil des internes", "number": 3}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Read the events: one query."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        page = context.get("page")
        context["events"] = (
            next_events(
                locale_id=page.locale_id,
                now=timezone.now(),
                kinds=[EventKind.INTERN_EVENING],
                number=value["number"] or 3,
            )
            if page is not None
            else []
        )
        return {**context, "agenda_url": contract_path("agenda", get_language() or "fr")}


class HealthContactBlock(BodyBlock):
    """Whom to call."""

    title_level = 2

    title = CharBlock(label=_("Title"), max_length=80)
    profession = ChoiceBlock(
        label=_("Profession"),
        choices=Profession.choices,
        required=False,
        help_text=_("Whose contact to show; empty: the one who answers everybody."),
    )

    class Meta:
        icon = "user"
        label = _("Named contact")
        template = "health/blocks/contact.html"
        description = _(
            "Photo, telephone and hours of the contact, from the list of health contacts."
        )
        preview_value = {"title": "Votre contact", "profession": ""}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find the contact among those of the page; one query for the photo."""
        from home.health import listing

        context: dict[str, Any] = super().get_context(value, parent_context)
        profession = value["profession"] or ""
        contact = listing.shelf_of(context).contact_for(profession)
        if contact is not None and (shell := context.get("shell")):
            shell.want_pictures([contact.photo_id])
        return {**context, "contact": contact, "ask_url": callback_path(profession)}
