"""The campaign of the demonstration, its links, messages of the contact form and addresses of the former sites.

The jobs of the posters are invented, as those of the campaign of summer 2024 were: the page says so under each.
"""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "Cet été, et si vous restiez ?"
TITLE_EN = "This summer, what if you stayed?"
SLUG = "ete"
SUMMARY = "Des métiers imaginaires sur les affiches, de vrais emplois juste en dessous."
SUMMARY_EN = "Imaginary jobs on the posters, real ones just below."
INTRODUCTION = (
    "Vous êtes en vacances dans le Lot et vous vous verriez bien y vivre ? Nos affiches proposent des métiers qui"
    " n’existent pas encore. Les emplois de la liste, eux, existent : ils sont à pourvoir aujourd’hui."
)
INTRODUCTION_EN = (
    "You are on holiday in the Lot and could see yourself living here? Our posters offer jobs that do not exist yet."
    " Those of the list do: they are open today."
)
OFFERS_TITLE = "De vrais emplois, en ce moment"
OFFERS_TITLE_EN = "Real jobs, right now"


# The mailbox of each subject of the contact form.
MAILBOXES = {
    "JOB": "emploi@demo.example",
    "SETTLE": "accueil@demo.example",
    "HEALTH": "sante@demo.example",
    "RECRUIT": "employeurs@demo.example",
    "PRESS": "presse@demo.example",
    "ACCESSIBILITY": "accessibilite@demo.example",
    "OTHER": "contact@demo.example",
}


@dataclass(frozen=True, slots=True)
class Poster:
    """A visual with an invented job."""

    name: str
    scene: str
    headline: str
    line: str
    alt: str
    alt_en: str
    caption: str
    caption_en: str


POSTERS = (
    Poster(
        "Affiche de démonstration : goûteur de couchers de soleil",
        "vignes",
        "Goûteur de couchers de soleil",
        "Poste imaginaire. Le reste est vrai.",
        "Affiche : un vignoble en fin de journée, et les mots « Goûteur de couchers de soleil. Poste imaginaire."
        " Le reste est vrai. »",
        "Poster: a vineyard at dusk, and the French words for “Sunset taster. An imaginary job. All the rest is true.”",
        "Première affiche : un métier que nous avons inventé.",
        "First poster: a job that we made up.",
    ),
    Poster(
        "Affiche de démonstration : gardienne de falaises",
        "falaise",
        "Gardienne de falaises",
        "Poste imaginaire. La vue existe.",
        "Affiche : une falaise au-dessus d’une rivière, et les mots « Gardienne de falaises. Poste imaginaire."
        " La vue existe. »",
        "Poster: a cliff above a river, and the French words for “Keeper of cliffs. An imaginary job. The view exists.”",
        "Seconde affiche, vue au bord de la rivière.",
        "Second poster, seen by the river.",
    ),
)

ENGLISH = {
    TITLE: TITLE_EN,
    SUMMARY: SUMMARY_EN,
    INTRODUCTION: INTRODUCTION_EN,
    OFFERS_TITLE: OFFERS_TITLE_EN,
    **{poster.alt: poster.alt_en for poster in POSTERS},
    **{poster.caption: poster.caption_en for poster in POSTERS},
}


@dataclass(frozen=True, slots=True)
class Link:
    """A link, and how many visits and messages each of the last days brought."""

    code: str
    label: str
    channel: str
    visits: tuple[int, ...]
    messages: int = 0


LINKS = (
    Link("gare-cahors", "Affiche, gare de Cahors", "POSTER", (12, 9, 17, 8, 21), 6),
    Link("marche-figeac", "Carte, marché de Figeac", "LEAFLET", (2, 1), 1),
    Link("salon-toulouse", "Salon de l’emploi, Toulouse", "FAIR", ()),
)


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the contact form, sent some days ago."""

    key: str
    subject: str
    first_name: str
    email: str
    text: str
    days_ago: int
    language: str = "fr"
    answer: str = ""


MESSAGES = (
    Message(
        "conjoint", "SETTLE", "Démo Lectrice", "lectrice@demo.example",
        "Bonjour, mon conjoint a trouvé un poste à Figeac. Vers qui nous tourner pour un logement ?", 1,
    ),
    Message(
        "journal", "PRESS", "Démo Journaliste", "journal@demo.example",
        "Bonjour, nous préparons un article sur les nouveaux habitants. Qui peut nous répondre ?", 6,
    ),
    Message(
        "lecteur-ecran", "ACCESSIBILITY", "Démo Lecteur", "lecteur@demo.example",
        "La carte des offres est-elle décrite ailleurs que sur la carte ?", 20,
        answer="Répondu par e-mail : la liste par territoire dit la même chose.",
    ),
    Message(
        "english", "JOB", "Demo Reader", "reader@demo.example",
        "Hello, do I need to speak French for the jobs in Cahors?", 2, language="en",
    ),
)  # fmt: skip

# The addresses of the former sites that the programme named.
REDIRECTS = (
    ("/portraits-ambassadeurs", "/ambassadeurs/"),
    ("/tous-les-temoignages", "/ambassadeurs/"),
    ("/actualite", "/actualites/"),
)
MISSED = (
    ("/actualite/une-soiree-a-cahors/", 14),
    ("/tous-les-temoignages/marie/", 6),
    ("/emploi.html", 2),
)

FIGURE = {
    "query": "offers_online",
    "label": "offres d’emploi en ligne",
    "label_en": "jobs online",
    "definition_en": "Offers shown on the site on the day of the count: approved, in date, neither paused nor suspended.",
    "source_en": "Counted by this site",
}
