"""What the gallery of components shows of this site's own blocks: home page, health, campaigns.

Those that read the database are drawn from invented rows: the gallery shows their look, not the site's data.
"""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from home.block_samples import HEALTH_SAMPLES, SECTION_SAMPLES
from home.blocks import HomeSectionsBlock
from home.campaigns.blocks import CampaignVisualBlock
from home.health.blocks import HealthStreamBlock
from ui.gallery import Exhibit
from ui.navigation import shell_for

# What names an element of the page: a component alone in the gallery may have the same.
_NAMING = re.compile(r'\b(id|for|aria-labelledby|aria-describedby|aria-controls)="([^"]+)"')


def exhibits(request: HttpRequest) -> list[Exhibit]:
    """Draw each section of the home page, each block of the health pages and the visual of a campaign."""
    around = {"request": request, "shell": shell_for(request), "is_preview": True}
    sections = HomeSectionsBlock().child_blocks
    health = HealthStreamBlock().child_blocks
    shown = [
        Exhibit(f"section: {name}", "", [_drawn(sections[name], {**around, **sample()})])
        for name, sample in SECTION_SAMPLES.items()
    ]
    shown += [
        Exhibit(f"health: {name}", "", [_drawn(health[name], {**around, **sample()})])
        for name, sample in HEALTH_SAMPLES.items()
    ]
    return [
        *shown,
        Exhibit("campaign: campaign_visual", "", [_drawn(CampaignVisualBlock(), around)]),
    ]


def _drawn(block: Any, context: dict[str, Any]) -> SafeString:
    """Draw the template of a block with its sample value, without asking the block to read anything."""
    value = block.get_preview_value()
    html = render_to_string(block.meta.template, {**context, "self": value, "value": value})
    return mark_safe(_NAMING.sub(r'\1="sample-\2"', html))  # what the template wrote
