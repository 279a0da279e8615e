"""The first pages about settling: a few true lines, and a page for each territory."""

from __future__ import annotations

from territory.gazetteer import Gazetteer, current
from territory.models import Territory
from ui.blocks.raw import block
from ui.page_tree import Branch

from .models import TerritoryPage, WelcomeIndexPage

TITLE = "S’installer"
SUMMARY = "Un réseau accueil répond à vos questions avant et après votre arrivée."
BODY = (
    "<h2>Préparer votre arrivée</h2><p>Logement, garde d’enfants, école, emploi du conjoint, santé, vie associative :"
    " une personne de votre futur territoire vous répond et vous oriente vers les bons interlocuteurs. Ce service est"
    " gratuit.</p>"
)
ENGLISH = {
    TITLE: "Settling",
    SUMMARY: "A welcome network answers your questions before and after you arrive.",
    "Préparer votre arrivée": "Getting ready to arrive",
    (
        "Logement, garde d’enfants, école, emploi du conjoint, santé, vie associative : une personne de votre futur"
        " territoire vous répond et vous oriente vers les bons interlocuteurs. Ce service est gratuit."
    ): (
        "Housing, childcare, school, a job for your partner, health, clubs: somebody from the area you are moving to"
        " answers you and points you to the right people. This service is free."
    ),
}
# How one says « in » for each territory of the first list; the others are named after a colon.
TITLES = {
    "grand-figeac": "Vivre dans le Grand-Figeac",
    "cauvaldor": "Vivre en Causses et Vallée de la Dordogne",
    "grand-cahors": "Vivre dans le Grand Cahors",
    "vallee-du-lot-et-du-vignoble": "Vivre en Vallée du Lot et du Vignoble",
    "pays-de-lalbenque-limogne": "Vivre dans le Pays de Lalbenque-Limogne",
    "quercy-bouriane": "Vivre en Quercy-Bouriane",
    "causse-de-labastide-murat": "Vivre sur le Causse de Labastide-Murat",
    "cazals-salviac": "Vivre autour de Cazals et de Salviac",
    "quercy-blanc": "Vivre en Quercy Blanc",
    "ouest-aveyron-communaute": "Vivre à Laramière et à Promilhanes",
}
ENGLISH_TITLES = {
    "cauvaldor": "Living in the Causses and the Dordogne valley",
    "vallee-du-lot-et-du-vignoble": "Living in the Lot valley and its vineyards",
    "causse-de-labastide-murat": "Living on the Causse de Labastide-Murat",
    "ouest-aveyron-communaute": "Living in Laramière and Promilhanes",
}
LARGEST = 3


def branch() -> Branch:
    """Return the page about settling, with a page for each territory that has communes."""
    page = WelcomeIndexPage(
        title=TITLE, slug="s-installer", summary=SUMMARY, body=[block("prose", BODY)]
    )
    table = current()
    territories = Territory.objects.order_by("order", "name", "pk")
    below = (territory_branch(territory, table) for territory in territories)
    return Branch(page, below=tuple(one for one in below if one is not None), english=ENGLISH)


def territory_branch(territory: Territory, table: Gazetteer) -> Branch | None:
    """Return the page of a territory; None while it has no commune."""
    towns = sorted(
        (place for place in table.places if place.territory_id == territory.pk),
        key=lambda place: (-place.population, place.insee),
    )
    if not towns:
        return None
    names = [town.name for town in towns[:LARGEST]]
    title = TITLES.get(territory.slug, f"Vivre ici : {territory.name}")
    summary = (
        f"Autour de {_listed(names, 'et')} : l’école, le logement, la petite enfance, la santé, les transports, et"
        " une personne qui vous répond."
    )
    page = TerritoryPage(title=title, slug=territory.slug, summary=summary, territory=territory)
    english = {
        title: ENGLISH_TITLES.get(territory.slug, f"Living in {territory.name}"),
        summary: (
            f"Around {_listed(names, 'and')}: school, housing, early childhood, health, transport, and somebody who"
            " answers you."
        ),
    }
    return Branch(page, english=english)


def _listed(names: list[str], last: str) -> str:
    """Return « Figeac, Capdenac-Gare et Bagnac »."""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
