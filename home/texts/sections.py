"""The words of the first pages that no section of its own gives."""

from __future__ import annotations

NEWS_TITLE = "Actualités"
NEWS_SUMMARY = (
    "Les nouvelles du programme : emploi, santé, accueil, ambassadeurs, vie du territoire."
)
SITE_MAP_TITLE = "Plan du site"

NEWS_ENGLISH = {
    NEWS_TITLE: "News",
    NEWS_SUMMARY: "News of the programme: jobs, health, welcome, ambassadors, life in the Lot.",
}
SITE_MAP_ENGLISH = {SITE_MAP_TITLE: "Site map"}
