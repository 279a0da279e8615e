"""The first page of the agenda, and its English words."""

from __future__ import annotations

from home.events.models import EventIndexPage
from ui.page_tree import Branch

TITLE = "Agenda"
SUMMARY = "Salons, soirées d’accueil, rencontres et ateliers : où rencontrer l’équipe, dans le Lot et ailleurs."
ENGLISH = {
    TITLE: "Events",
    SUMMARY: "Fairs, welcome evenings, meetings and workshops: where to meet the team, in the Lot and beyond.",
}


def branch() -> Branch:
    """Return the agenda, empty: a site starts without events."""
    return Branch(EventIndexPage(title=TITLE, slug="agenda", summary=SUMMARY), english=ENGLISH)
