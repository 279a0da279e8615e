"""The sections of the home page, each editable, each at most once."""

from __future__ import annotations

from typing import Any

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

from ui.blocks.figures import FiguresBlock
from ui.blocks.links import LinkBlock, OptionalLinkBlock, addressed
from ui.blocks.media import PictureChooserBlock


def with_link(item: Any, link: Any, context: Any) -> dict[str, Any]:
    """Return an item of a list with the address and the words of its link, as components read them."""
    found = next(iter(addressed([link], context)), ("", "", ""))
    return {**item, "link_label": found[0], "url": found[1]}


DOOR_ICONS = [
    ("school", _("School")),
    ("stethoscope", _("Stethoscope")),
    ("heart-handshake", _("Hands")),
    ("home", _("House")),
    ("users-group", _("People")),
    ("building", _("Building")),
]


class LatestOffersBlock(StructBlock):
    """The most recent offers."""

    title = CharBlock(label=_("Title"), max_length=80, default="Les dernières offres")
    number = IntegerBlock(label=_("Number of offers"), min_value=2, max_value=8, default=4)

    class Meta:
        icon = "list-ul"
        label = _("Latest offers")
        template = "home/home_page/_latest_offers.html"
        description = _("Chosen by themselves: the most recent offers online.")


class StepBlock(StructBlock):
    """A step towards settling."""

    title = CharBlock(label=_("Title"), max_length=60)
    text = TextBlock(label=_("Text"), max_length=220)
    link = OptionalLinkBlock(label=_("Link"))


class StepsBlock(StructBlock):
    """The steps from a job to a life here."""

    title = CharBlock(label=_("Title"), max_length=80)
    text = TextBlock(label=_("Introduction"), max_length=300, required=False)
    steps = ListBlock(StepBlock(), label=_("Steps"), min_num=2, max_num=4)

    class Meta:
        icon = "order"
        label = _("Steps to settle")
        template = "home/home_page/_steps.html"
        description = _("Two to four steps on the line of the river.")

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where each step leads; a step whose page is offline stays, without its link."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["items"] = [with_link(step, step["link"], context) for step in value["steps"]]
        return context


class DoorBlock(StructBlock):
    """A door for one public."""

    icon = ChoiceBlock(label=_("Icon"), choices=DOOR_ICONS, default="stethoscope")
    title = CharBlock(label=_("Title"), max_length=60)
    text = CharBlock(label=_("Text"), max_length=120, required=False)
    link = LinkBlock(label=_("Link"))


class HealthBlock(StructBlock):
    """The call to health professionals, with a door for each."""

    title = CharBlock(label=_("Title"), max_length=80)
    text = TextBlock(label=_("Text"), max_length=400)
    action = OptionalLinkBlock(label=_("Button"))
    doors = ListBlock(DoorBlock(), label=_("Doors"), min_num=1, max_num=4)

    class Meta:
        icon = "plus"
        label = _("Health professions")
        template = "home/home_page/_health.html"
        description = _("The dark red band, with one to four doors.")

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


class TestimonialBlock(StructBlock):
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
    actions = ListBlock(LinkBlock(), label=_("Buttons"), min_num=0, max_num=2)

    class Meta:
        icon = "openquote"
        label = _("Testimonial")
        template = "home/home_page/_testimonial.html"
        description = _("Words and picture of someone who agreed to both.")

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where the buttons lead."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["actions"] = addressed(value["actions"], context, ("primary", "secondary"))
        return context


class LatestNewsBlock(StructBlock):
    """The most recent articles."""

    title = CharBlock(label=_("Title"), max_length=80, default="Actualités")
    number = IntegerBlock(label=_("Number of articles"), min_value=1, max_value=6, default=3)

    class Meta:
        icon = "doc-full"
        label = _("News")
        template = "home/home_page/_news.html"
        description = _("Chosen by themselves: the most recent articles online.")


class EmployerCallBlock(StructBlock):
    """The call to employers."""

    title = CharBlock(label=_("Title"), max_length=80)
    text = TextBlock(label=_("Text"), max_length=300, required=False)
    actions = ListBlock(LinkBlock(), label=_("Buttons"), min_num=1, max_num=2)

    class Meta:
        icon = "group"
        label = _("Call to employers")
        template = "home/home_page/_employer_call.html"
        description = _("The saffron band at the end of the page.")

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Find where the buttons lead."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["actions"] = addressed(value["actions"], context, ("dark", "outline"))
        return context


class HomeSectionsBlock(StreamBlock):
    """What the home page shows under its search, in the order that editors choose."""

    latest_offers = LatestOffersBlock()
    steps = StepsBlock()
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
                "health",
                "figures",
                "testimonial",
                "news",
                "employer_call",
            )
        }
