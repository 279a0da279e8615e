"""The sections of the home page, each editable, each at most once."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    IntegerBlock,
    ListBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)

from home.block_samples import EMPLOYER_CALL, HEALTH, TESTIMONIAL, sample_news
from home.offers import home_offers
from ui.addresses import contract_path
from ui.blocks.base import BodyBlock
from ui.blocks.figures import FiguresBlock
from ui.blocks.journeys import StepsBlock
from ui.blocks.lazy import LazyPageChooserBlock, known_pk
from ui.blocks.links import LinkBlock, OptionalLinkBlock, addressed, with_link
from ui.blocks.media import PictureChooserBlock

# Answered by views, not by pages: while there is none, nothing leads there.
REFERENTS = "/s-installer/referents/"
ALERTS = "/alertes/creer/"
DOOR_ICONS = [
    ("school", _("School")),
    ("stethoscope", _("Stethoscope")),
    ("heart-handshake", _("Hands")),
    ("home", _("House")),
    ("users-group", _("People")),
    ("building", _("Building")),
]


class LatestOffersBlock(BodyBlock):
    """The most recent offers."""

    title = CharBlock(label=_("Title"), max_length=80, default="Les dernières offres")
    number = IntegerBlock(label=_("Number of offers"), min_value=2, max_value=8, default=4)

    class Meta:
        icon = "list-ul"
        label = _("Latest offers")
        template = "home/home_page/_latest_offers.html"
        description = _("Chosen by themselves: the most recent offers online.")
        preview_value = {"title": "Les dernières offres", "number": 4}

    def get_preview_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Show the offers of the day."""
        context = super().get_preview_context(value, parent_context)
        found = home_offers(number=value["number"], now=timezone.now())
        return {**context, "offers": found, "offers_path": contract_path("offres", "fr")}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where one asks to be told of the first offers."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        shell = context.get("shell")
        context["alerts"] = shell.link_address({"address": ALERTS}) if shell else ""
        return context


class HomeStepsBlock(StepsBlock):
    """The steps from a job to a life here."""

    class Meta:
        icon = "order"
        label = _("Steps to settle")
        template = "home/home_page/_steps.html"
        description = _("Two to four steps on the line of the river.")


class ReferentBlock(BodyBlock):
    """The way to the person of one's territory."""

    title = CharBlock(label=_("Title"), max_length=80, default="Trouvez votre référent accueil")
    text = TextBlock(label=_("Text"), max_length=300, required=False)

    class Meta:
        icon = "user"
        label = _("Find my referent")
        template = "home/home_page/_referent.html"
        description = _("A question: which town? The answer is the referent of its territory.")
        preview_value = {
            "title": "Trouvez votre référent accueil",
            "text": "Donnez une commune du Lot : nous vous disons qui vous répondra.",
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where the question is answered; without an answer, it is not asked."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        shell = context.get("shell")
        context["action"] = shell.link_address({"address": REFERENTS}) if shell else ""
        return context


class DoorBlock(StructBlock):
    """A door for one public."""

    icon = ChoiceBlock(label=_("Icon"), choices=DOOR_ICONS, default="stethoscope")
    title = CharBlock(label=_("Title"), max_length=60)
    text = CharBlock(label=_("Text"), max_length=120, required=False)
    link = LinkBlock(label=_("Link"))


class HealthBlock(BodyBlock):
    """The call to health professionals, with a door for each."""

    title = CharBlock(label=_("Title"), max_length=80)
    text = TextBlock(label=_("Text"), max_length=400)
    action = OptionalLinkBlock(label=_("Button"))
    doors = ListBlock(DoorBlock(), label=_("Doors"), min_num=1, max_num=6)

    class Meta:
        icon = "plus"
        label = _("Health professions")
        template = "home/home_page/_health.html"
        description = _("The dark red band, with one to six doors.")
        preview_value = HEALTH

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where the button and the doors lead; a door onto nothing is not drawn."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        doors = [with_link(door, door["link"], context) for door in value["doors"]]
        context["doors"] = [door for door in doors if door["url"]]
        context["action"] = next(iter(addressed([value["action"]], context)), None)
        return context


class HomeFiguresBlock(FiguresBlock):
    """The programme's figures."""

    note = CharBlock(
        label=_("Note"),
        max_length=200,
        required=False,
        help_text=_("For example: Chiffres arrondis."),
    )

    class Meta:
        template = "home/home_page/_figures.html"
        preview_value = {"title": "Le programme en chiffres", "figures": [], "note": ""}


class TestimonialBlock(BodyBlock):
    """Someone tells why they came."""

    title = CharBlock(label=_("Title"), max_length=80)
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
    image = PictureChooserBlock(
        label=_("Picture"),
        required=False,
        help_text=_("Without it, a drawing of a village is shown."),
    )
    portrait = LazyPageChooserBlock(
        label=_("Portrait"),
        page_type="ambassadors.PortraitPage",
        required=False,
        help_text=_("The page of that person: a link to it follows the words."),
    )
    actions = ListBlock(LinkBlock(), label=_("Buttons"), min_num=0, max_num=2)

    class Meta:
        icon = "openquote"
        label = _("Testimonial")
        template = "home/home_page/_testimonial.html"
        description = _("Words and picture of someone who agreed to both.")
        preview_value = TESTIMONIAL

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where the buttons and the portrait lead."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["actions"] = addressed(value["actions"], context, ("primary", "secondary"))
        shell, portrait = context.get("shell"), known_pk(value.get("portrait"))
        context["portrait_url"] = shell.page_address(portrait) if shell and portrait else ""
        # A person whose portrait left the site is not quoted on the home page either.
        context["is_withdrawn"] = bool(shell and portrait and not context["portrait_url"])
        return context


class LatestNewsBlock(BodyBlock):
    """The most recent articles, and beside them the next dates."""

    title = CharBlock(label=_("Title"), max_length=80, default="Actualités")
    number = IntegerBlock(label=_("Number of articles"), min_value=1, max_value=6, default=2)
    agenda_title = CharBlock(label=_("Title of the agenda"), max_length=80, default="Agenda")
    agenda_number = IntegerBlock(
        label=_("Number of dates"),
        min_value=0,
        max_value=6,
        default=4,
        help_text=_("0 shows the articles alone."),
    )

    class Meta:
        icon = "doc-full"
        label = _("News and agenda")
        template = "home/home_page/_news.html"
        description = _("Chosen by themselves: the most recent articles and the next dates.")
        preview_value = {
            "title": "Actualités",
            "number": 2,
            "agenda_title": "Agenda",
            "agenda_number": 2,
        }

    def get_preview_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Show articles and dates that do not exist."""
        context = super().get_preview_context(value, parent_context)
        return {**context, **sample_news(timezone.localdate()), "news_columns": "2"}


class EmployerCallBlock(BodyBlock):
    """The call to employers."""

    title = CharBlock(label=_("Title"), max_length=80)
    text = TextBlock(label=_("Text"), max_length=300, required=False)
    actions = ListBlock(LinkBlock(), label=_("Buttons"), min_num=1, max_num=2)

    class Meta:
        icon = "group"
        label = _("Call to employers")
        template = "home/home_page/_employer_call.html"
        description = _("The saffron band at the end of the page.")
        preview_value = EMPLOYER_CALL

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where the buttons lead."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["actions"] = addressed(value["actions"], context, ("dark", "outline"))
        return context


class HomeSectionsBlock(StreamBlock):
    """What the home page shows under its search, in the order that editors choose."""

    latest_offers = LatestOffersBlock()
    steps = HomeStepsBlock()
    referent = ReferentBlock()
    health = HealthBlock()
    figures = HomeFiguresBlock()
    testimonial = TestimonialBlock()
    news = LatestNewsBlock()
    employer_call = EmployerCallBlock()

    class Meta:
        block_counts = {
            name: {"max_num": 1}
            for name in (
                "latest_offers",
                "steps",
                "referent",
                "health",
                "figures",
                "testimonial",
                "news",
                "employer_call",
            )
        }
