"""What a campaign page may hold beside the body of any page: its visuals, always marked as such."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock

from ui.blocks.base import BodyBlock
from ui.blocks.body import BodyStreamBlock
from ui.blocks.media import PictureChooserBlock, check_described


class CampaignVisualBlock(BodyBlock):
    """A visual of the campaign; whatever job it shows, the page says that it is not an offer."""

    image = PictureChooserBlock(label=_("Image"))
    alt = CharBlock(
        label=_("Alternative text for this page"),
        required=False,
        max_length=255,
        help_text=_("Write out the words that the visual shows. Empty: the one of the image."),
    )
    caption = CharBlock(
        label=_("Caption"),
        required=False,
        max_length=255,
        help_text=_(
            "The mention “campaign visual” and the sentence that says it is no offer add themselves."
        ),
    )

    class Meta:
        icon = "image"
        group = _("Campaign")
        label = _("Campaign visual")
        template = "campaigns/blocks/visual.html"
        description = _("A poster or a picture of the campaign, always marked as such.")
        preview_value = {
            "image": None,
            "alt": "",
            "caption": "Affiche de l’été : un métier imaginaire",
        }

    def clean(self, value: Any) -> Any:
        """Ask for an alternative text: a visual always says something."""
        cleaned = super().clean(value)
        check_described(cleaned)
        return cleaned


class CampaignBodyBlock(BodyStreamBlock):
    """The body of any page, with visuals."""

    campaign_visual = CampaignVisualBlock()
