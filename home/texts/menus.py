"""The first menus."""

from __future__ import annotations

from collections.abc import Mapping

from ui.blocks.raw import Raw, block, items, menu_link

FOOTER_TEXT = (
    "Un programme porté par le Département du Lot et ses partenaires, pour attirer et accueillir de nouveaux"
    " habitants."
)
FOOTER_TEXT_EN = "A programme of the Département du Lot and its partners, to attract and welcome new inhabitants."


def main_menu(pages: Mapping[str, int]) -> list[Raw]:
    """Return the main menu; `pages` gives the number of each page by its address."""
    return [
        block("link", menu_link("Offres d’emploi", "Jobs", page=pages["offres"])),
        block("link", menu_link("Professions de santé", "Health", page=pages["sante"])),
        block("link", menu_link("S’installer", "Settling", page=pages["s-installer"])),
        block("link", menu_link("Ambassadeurs", "Ambassadors", page=pages["ambassadeurs"])),
        block("link", menu_link("Actualités", "News", page=pages["actualites"])),
    ]


def footer_columns(pages: Mapping[str, int]) -> list[Raw]:
    """Return the columns of the footer."""
    work = items(
        menu_link("Offres d’emploi", "Jobs", page=pages["offres"]),
        menu_link("Professions de santé", "Health professions", page=pages["sante"]),
    )
    settle = items(
        menu_link("S’installer dans le Lot", "Settling in the Lot", page=pages["s-installer"]),
        menu_link("Ambassadeurs", "Ambassadors", page=pages["ambassadeurs"]),
        menu_link("Actualités", "News", page=pages["actualites"]),
        menu_link("Agenda", "Events", page=pages["agenda"]),
        menu_link("Nous contacter", "Contact us", address="/contact/"),
    )
    recruit = items(
        menu_link(
            "Rejoindre le réseau", "Join the network", address="/espace-employeur/inscription/"
        ),
        menu_link("Espace employeur", "Employer area", address="/espace-employeur/"),
    )
    return [
        block("column", {"title": "Travailler", "title_en": "Work", "links": work}),
        block("column", {"title": "S’installer", "title_en": "Settle", "links": settle}),
        block("column", {"title": "Recruter", "title_en": "Recruit", "links": recruit}),
    ]


def legal_links(pages: Mapping[str, int]) -> list[Raw]:
    """Return the last line of the footer."""
    return [
        block(
            "link",
            menu_link(
                "Accessibilité : non conforme",
                "Accessibility: not compliant",
                page=pages["accessibilite"],
            ),
        ),
        block(
            "link", menu_link("Mentions légales", "Legal notice", page=pages["mentions-legales"])
        ),
        block(
            "link",
            menu_link("Données personnelles", "Personal data", page=pages["donnees-personnelles"]),
        ),
        block("link", menu_link("Cookies", "Cookies", page=pages["cookies"])),
        block("link", menu_link("Plan du site", "Site map", page=pages["plan-du-site"])),
    ]
