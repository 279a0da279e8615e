"""The blocks of the health pages: what an editor arranges, and the data that fills it by itself."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ui.blocks.body import BodyStreamBlock

from .addresses import aids_path, callback_path
from .people import HealthContactBlock, PartnerBlock, TestimoniesBlock, WelcomeEveningsBlock
from .rows import AidsBlock, HousingBlock, OpportunitiesBlock, StructuresBlock, TrainingBlock

__all__ = ["HealthStreamBlock", "aids_path", "callback_path"]


class HealthStreamBlock(BodyStreamBlock):
    """What a health page may be made of: the blocks of every page, then those of this section."""

    opportunities = OpportunitiesBlock(group=_("Health"))
    structures = StructuresBlock(group=_("Health"))
    training = TrainingBlock(group=_("Health"))
    housing = HousingBlock(group=_("Health"))
    partner = PartnerBlock(group=_("Health"))
    testimonies = TestimoniesBlock(group=_("Health"))
    welcome_evenings = WelcomeEveningsBlock(group=_("Health"))
    aids = AidsBlock(group=_("Health"))
    health_contact = HealthContactBlock(group=_("Health"))
