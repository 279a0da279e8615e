"""The first page of the campaigns, and its English words."""

from __future__ import annotations

from home.campaigns.models import CampaignIndexPage
from ui.page_tree import Branch

TITLE = "Campagnes"
SUMMARY = "Les campagnes du programme, et les vraies offres vers lesquelles elles mènent."
ENGLISH = {
    TITLE: "Campaigns",
    SUMMARY: "The campaigns of the programme, and the real jobs to which they lead.",
}


def branch() -> Branch:
    """Return the index of the campaigns, empty: in no menu, it serves those who shorten an address."""
    return Branch(
        CampaignIndexPage(title=TITLE, slug="campagnes", summary=SUMMARY), english=ENGLISH
    )
