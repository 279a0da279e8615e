"""The events of the demonstration: dated from today, invented people, places named « Démo »."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

TEAM = "Équipe Oh My Lot !"
FREE: Mapping[str, Any] = {"registration_mode": "NONE"}


@dataclass(frozen=True, slots=True)
class DemoEvent:
    """An event, `days` from today at `hour`:`minute`, for so many `hours`; `days_long` makes one without hours."""

    slug: str
    kind: str
    title: str
    title_en: str
    summary: str
    summary_en: str
    days: int
    hour: int = 18
    minute: int = 30
    hours: float = 2.5
    days_long: int = 0
    place: tuple[str, str, str, str] = ("", "", "", "")
    text: tuple[tuple[str, str], ...] = ()
    access: tuple[str, str] = ("", "")
    image: str = ""
    # What it costs, in both languages; "" is free of charge.
    price: tuple[str, str] = ("", "")
    # The employers one meets there, by name.
    employers: tuple[str, ...] = ()
    # How many come in each registration, in their order; those who do not fit wait.
    parties: tuple[int, ...] = ()
    seen: int = 0
    more: Mapping[str, Any] = field(default_factory=dict)


HERE: Mapping[str, Any] = {"registration_mode": "HERE", "is_step_free": True}
CAHORS = ("Espace Démo", "1 place de la Démonstration", "46000", "Cahors")
FIGEAC = ("Salle Démo", "2 quai de la Démonstration", "46100", "Figeac")
BUS = ("Parking gratuit à 100 mètres. Arrêt de bus Démo.", "Free car park 100 metres away. Bus stop Démo.")  # fmt: skip

EVENTS: tuple[DemoEvent, ...] = (
    DemoEvent(
        "soiree-accueil-internes-cahors",
        "soiree-internes",
        "Soirée d’accueil des internes à Cahors",
        "Welcome evening for interns in Cahors",
        "Vous commencez un stage dans le Lot ? Rencontrez les autres internes, vos référents et les équipes de santé.",
        "Are you starting a placement in the Lot? Meet the other interns, your welcome contacts and the care teams.",
        days=12,
        place=CAHORS,
        text=(
            (
                "Au programme : présentation du département, témoignages d’internes, tour des maisons de santé qui accueillent, buffet.",
                "Programme: the département in brief, interns tell their story, the health centres that welcome you, buffet.",
            ),
            (
                "Conjointes et conjoints sont les bienvenus : un référent accueil répond à leurs questions.",
                "Partners are welcome: a welcome contact answers their questions.",
            ),
        ),
        access=BUS,
        parties=(2, 1, 1, 2),
        more={**HERE, "capacity": 40, "has_hearing_loop": True, "offer_search": "médecin"},
    ),
    DemoEvent(
        "rencontre-ambassadeurs-figeac",
        "rencontre-ambassadeurs",
        "Rencontre des ambassadeurs à Figeac",
        "Ambassadors’ meeting in Figeac",
        "Ambassadrices et ambassadeurs se retrouvent pour préparer l’accueil des nouveaux habitants du printemps.",
        "Ambassadors meet to prepare the welcome of the new inhabitants of spring.",
        days=20,
        place=FIGEAC,
        text=(
            (
                "Deux ateliers, en petits groupes : accompagner une famille qui arrive, parler de son métier sur un salon.",
                "Two workshops in small groups: going along with a family that arrives, telling about one’s job at a fair.",
            ),
        ),
        access=BUS,
        parties=(1, 1, 2),
        more={**HERE, "capacity": 60},
    ),
    DemoEvent(
        "atelier-preparer-son-installation",
        "atelier",
        "Atelier : préparer son installation",
        "Workshop: preparing to settle",
        "Logement, école, emploi du conjoint : une heure en ligne avec un référent accueil, en petit groupe.",
        "Housing, school, a job for your partner: one hour online with a welcome contact, in a small group.",
        days=26,
        hour=12,
        minute=15,
        hours=1,
        parties=(2, 2, 1, 2),
        more={
            "registration_mode": "HERE",
            "format": "ONLINE",
            "online_url": "https://visio.example/atelier",
            "capacity": 4,
            "max_party": 2,
        },
    ),
    DemoEvent(
        "soiree-accueil-gourdon",
        "soiree-accueil",
        "Soirée d’accueil des nouveaux habitants à Gourdon",
        "Welcome evening for new inhabitants in Gourdon",
        "Une soirée pour faire connaissance avec le territoire, ses associations et vos voisins.",
        "An evening to get to know the area, its clubs and your neighbours.",
        days=33,
        place=("Salle Démo", "3 rue de la Démonstration", "46300", "Gourdon"),
        parties=(2, 1),
        more={
            **HERE,
            "capacity": 50,
            "is_cancelled": True,
            "cancellation_message": "La salle n’est pas disponible. Une nouvelle date sera annoncée ici.",
        },
    ),
    DemoEvent(
        "salon-emploi-toulouse",
        "salon",
        "Le Lot au salon de l’emploi de Toulouse",
        "The Lot at the Toulouse job fair",
        "Deux jours pour rencontrer l’équipe et des employeurs du Lot, avec vos questions et votre CV.",
        "Two days to meet the team and employers of the Lot, with your questions and your CV.",
        days=45,
        days_long=2,
        place=("Parc des Expositions", "", "31000", "Toulouse"),
        text=(
            (
                "Le stand du Lot réunit des employeurs de l’industrie, de la santé et du tourisme. Aucune inscription n’est nécessaire.",
                "The Lot’s stand brings together employers from industry, health care and tourism. No registration is needed.",
            ),
        ),
        image="salon",
        employers=(
            "Ateliers Aéro imaginaires",
            "Auberge imaginaire du Bief",
            "Hôpital fictif des Trois Rivières",
            "Mécanique fictive des Vallées",
        ),
        more={**FREE, "is_step_free": True, "offer_search": "mécanique"},
    ),
    DemoEvent(
        "forum-sante-limoges",
        "salon",
        "Forum santé à l’université de Limoges",
        "Health forum at the University of Limoges",
        "Étudiantes, étudiants et internes : parlons stages, aides et vie dans le Lot.",
        "Students and interns: let us talk about placements, aids and life in the Lot.",
        days=46,
        hour=9,
        minute=0,
        hours=8,
        place=("Université de Limoges", "", "87000", "Limoges"),
        more={
            "registration_mode": "ELSEWHERE",
            "external_url": "https://forum-sante.demo.example/inscription",
        },
    ),
    DemoEvent(
        "soiree-accueil-saint-cere",
        "soiree-accueil",
        "Soirée d’accueil des nouveaux habitants à Saint-Céré",
        "Welcome evening for new inhabitants in Saint-Céré",
        "Visite guidée du bourg, rencontre avec les associations, verre de bienvenue.",
        "Guided walk in the town, meeting with local clubs, welcome drink.",
        days=75,
        place=("Maison Démo", "4 rue de la Démonstration", "46400", "Saint-Céré"),
        access=BUS,
        price=("5 € par personne, gratuit pour les enfants", "€5 per person, free for children"),
        more={**HERE, "capacity": 80},
    ),
    DemoEvent(
        "rencontre-ambassadeurs-cahors",
        "rencontre-ambassadeurs",
        "Rencontre des ambassadeurs à Cahors",
        "Ambassadors’ meeting in Cahors",
        "Le point sur l’année écoulée, et les envies de chacun pour accueillir les nouveaux habitants.",
        "A look back at the year, and what each one would like to do to welcome new inhabitants.",
        days=-40,
        place=CAHORS,
        parties=(1, 2, 1, 1),
        seen=3,
        more={**HERE, "capacity": 60},
    ),
    DemoEvent(
        "soiree-accueil-internes-figeac",
        "soiree-internes",
        "Soirée d’accueil des internes à Figeac",
        "Welcome evening for interns in Figeac",
        "Un premier rendez-vous pour les internes en stage dans le Figeacois.",
        "A first meeting for interns on placement around Figeac.",
        days=-100,
        place=FIGEAC,
        more=HERE,
    ),
)
CANCELLED_EN = "The room is not available. A new date will be announced here."
