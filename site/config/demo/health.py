"""What the demonstration shows of the health section: every person, practice and place is invented."""

from __future__ import annotations

from typing import NamedTuple

from home.health.states import HousingKind, Profession, StructureKind, Zone


class Contact(NamedTuple):
    """Somebody to call, on a number kept for fiction."""

    name: str
    function: str
    function_en: str
    professions: tuple[Profession, ...]
    phone: str
    email: str
    order: int


class Place(NamedTuple):
    """A structure or a practice, in a real commune."""

    name: str
    kind: StructureKind
    insee: str
    summary: str
    summary_en: str
    link: str = ""
    contact_name: str = ""


class Training(NamedTuple):
    """A training practice; `places` are those of the running semester and of the next one."""

    name: str
    kind: StructureKind
    insee: str
    summary: str
    summary_en: str
    supervisors: int
    places: tuple[int, int]


class Home(NamedTuple):
    """Somewhere to live during a placement."""

    title: str
    title_en: str
    kind: HousingKind
    insee: str
    places: int
    price: int | None
    conditions: str
    conditions_en: str


# The portraits before these are those of the referents.
FIRST_PORTRAIT = 8
HOURS = "du lundi au vendredi, de 9 h à 17 h"
HOURS_EN = "Monday to Friday, 9 am to 5 pm"
CONTACTS = (
    Contact(
        "Démo Santé",
        "Contact des professions de santé (personne fictive)",
        "Health professions contact (fictional person)",
        (),
        "05 36 49 46 10",
        "sante@demo.example",
        10,
    ),
    Contact(
        "Démo Internes",
        "Contact des internes et étudiants (personne fictive)",
        "Interns and students contact (fictional person)",
        (Profession.EXTERN, Profession.INTERN, Profession.JUNIOR_DOCTOR),
        "05 36 49 46 11",
        "internes@demo.example",
        20,
    ),
)
STRUCTURES = (
    Place(
        "Maison de santé des Trois Sources (démonstration)",
        StructureKind.HEALTH_HOUSE,
        "46128",
        "Trois médecins, deux infirmières et une sage-femme ; un bureau attend un quatrième médecin.",
        "Three doctors, two nurses and a midwife; a room waits for a fourth doctor.",
        link="https://trois-sources.example/",
    ),
    Place(
        "Centre de santé du Pont fictif (démonstration)",
        StructureKind.HEALTH_CENTRE,
        "46102",
        "Exercice salarié, secrétariat sur place, temps partiel possible.",
        "Salaried practice, reception on the spot, part time possible.",
    ),
    Place(
        "Hôpital de la Boucle (démonstration)",
        StructureKind.HOSPITAL,
        "46042",
        "Urgences, médecine, gériatrie : stages et postes toute l’année.",
        "Emergency, general medicine, geriatrics: placements and posts all year round.",
        link="https://hopital-de-la-boucle.example/",
    ),
    Place(
        "Cabinet médical des Tilleuls (démonstration)",
        StructureKind.TO_TAKE_OVER,
        "46127",
        "Patientèle de deux médecins qui partent en retraite, locaux accessibles.",
        "The patients of two doctors about to retire, accessible premises.",
        link="https://cabinet-des-tilleuls.example/",
        contact_name="Démo Santé",
    ),
    Place(
        "Cabinet dentaire du Causse fictif (démonstration)",
        StructureKind.TO_TAKE_OVER,
        "46128",
        "Deux fauteuils, une assistante qui souhaite rester.",
        "Two chairs, an assistant who wishes to stay.",
    ),
)
TRAININGS = (
    Training(
        "Cabinet de médecine générale des Noyers (démonstration)",
        StructureKind.PRACTICE,
        "46127",
        "Stage ambulatoire de premier niveau, deux maîtres de stage qui se relaient.",
        "First-level placement in general practice, two supervisors in turn.",
        2,
        (0, 2),
    ),
    Training(
        "Service de médecine polyvalente de la Boucle (démonstration)",
        StructureKind.HOSPITAL,
        "46042",
        "Gardes encadrées, internat à cinq minutes à pied.",
        "Supervised duty, residence five minutes away on foot.",
        3,
        (1, 3),
    ),
)
HOMES = (
    Home(
        "Maison partagée de la Gare (démonstration)",
        "Shared house by the station (demonstration)",
        HousingKind.SHARED,
        "46128",
        4,
        180,
        "Réservée aux internes et aux étudiants, ménage compris.",
        "For interns and students, cleaning included.",
    ),
    Home(
        "Chambre à l’internat de la Boucle (démonstration)",
        "Room in the residence of la Boucle (demonstration)",
        HousingKind.ROOM,
        "46042",
        6,
        0,
        "Pendant le stage, selon les places.",
        "During the placement, as long as rooms last.",
    ),
)
# The zoning of the Lot is not known: these three lines are invented, and say so.
ORDER = "Arrêté fictif de démonstration : ne prouve rien"
ZONES = (("46128", Zone.ZIP), ("46102", Zone.ZAC), ("46042", Zone.OUTSIDE))

TESTIMONIES_TITLE = "Ils sont venus en stage"
TESTIMONIES = (
    (
        "Je venais pour six mois. La maison partagée m’a fait rencontrer tout le monde en une semaine.",
        "I came for six months. Thanks to the shared house I met everybody within a week.",
        "Camille, interne en médecine générale",
        "Camille, intern in general practice",
    ),
    (
        "Mon conjoint a trouvé un poste avant moi : l’équipe avait cherché pour nous deux.",
        "My partner found a job before I did: the team had searched for both of us.",
        "Dominique, infirmière",
        "Dominique, nurse",
    ),
)
TESTIMONY_ROLE = "Venue de Toulouse"
TESTIMONY_ROLE_EN = "Came from Toulouse"
