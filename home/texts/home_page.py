"""The first home page, in French, and its English translation."""

from __future__ import annotations

from collections.abc import Mapping

from ui.blocks.raw import Raw, block, items, link

TITLE = "Accueil"
SLUG = "accueil"
SEO_TITLE = "Vivre et travailler dans le Lot"
HERO_TITLE = "Trouvez votre place dans le Lot"
HERO_TEXT = (
    "Des offres d’emploi publiques et privées, et une équipe à vos côtés pour le logement, l’école et le"
    " travail de votre conjoint."
)
DESCRIPTION = (
    "Offres d’emploi, professions de santé, accueil des nouveaux habitants : le programme du Département du"
    " Lot et de ses partenaires."
)
REFERENT_TEXT = "Donnez la commune où vous pensez vous installer : vous verrez qui vous répond, et comment joindre cette personne."
HEALTH_TEXT = "Cabinets, maisons de santé, hôpitaux : stages, aides à l’installation, logement, emploi du conjoint."
SEARCHES = (
    ("Infirmier, infirmière", "/offres/?q=infirmier"),
    ("Cuisine", "/offres/?q=cuisine"),
    ("Avec logement", "/offres/?accompagnement=logement"),
)


def popular_searches() -> list[Raw]:
    """Return the frequent searches."""
    return [block("search", {"label": label, "address": address}) for label, address in SEARCHES]


def sections(pages: Mapping[str, int]) -> list[Raw]:
    """Return the sections; `pages` gives the number of each page by its address."""
    return [
        block("latest_offers", {"title": "Les dernières offres", "number": 4}),
        _steps(pages),
        block("referent", {"title": "Trouvez votre référent accueil", "text": REFERENT_TEXT}),
        _health(pages),
        _news(),
        _employer_call(),
    ]


def _steps(pages: Mapping[str, int]) -> Raw:
    steps = items(
        {
            "title": "Repérez un poste",
            "text": "Cherchez parmi les offres publiques et privées : salaire, horaires et lieu sont annoncés.",
            "link": link("Voir les offres", page=pages["offres"]),
        },
        {
            "title": "Parlez à un référent",
            "text": "Logement, garde d’enfants, école, emploi du conjoint, vie associative : on vous répond.",
            "link": link("Préparer mon projet", page=pages["s-installer"]),
        },
        {
            "title": "Installez-vous",
            "text": "Des habitants et des ambassadeurs vous aident à prendre vos marques.",
            "link": link("Découvrir les ambassadeurs", page=pages["ambassadeurs"]),
        },
    )
    return block(
        "steps",
        {
            "title": "Un emploi, puis une vie qui va avec",
            "text": "Un réseau accueil répond à vos questions et vous suit jusqu’à l’emménagement. C’est gratuit.",
            "steps": steps,
        },
    )


def _health(pages: Mapping[str, int]) -> Raw:
    doors = items(
        {
            "icon": "school",
            "title": "Je suis interne, étudiante ou étudiant",
            "text": "Stages, maîtres de stage, hébergement, soirées d’accueil",
            "link": link("Interne ou étudiant", page=pages["sante/internes"]),
        },
        {
            "icon": "stethoscope",
            "title": "Je suis médecin ou dentiste",
            "text": "Salariat, libéral, cabinets à reprendre, aides",
            "link": link("Médecin ou dentiste", page=pages["sante/medecins"]),
        },
        {
            "icon": "heart-handshake",
            "title": "J’exerce un autre métier du soin",
            "text": "Infirmiers, kinésithérapeutes, orthophonistes, aides-soignants",
            "link": link("Autre métier du soin", page=pages["sante/autres-metiers"]),
        },
    )
    return block(
        "health",
        {
            "title": "Soigner dans le Lot",
            "text": HEALTH_TEXT,
            "action": link("Voir les postes en santé", address="/offres/?domaine=sante"),
            "doors": doors,
        },
    )


def _news() -> Raw:
    return block(
        "news",
        {"title": "Actualités", "number": 2, "agenda_title": "Agenda", "agenda_number": 4},
    )


def _employer_call() -> Raw:
    return block(
        "employer_call",
        {
            "title": "Vous recrutez dans le Lot ?",
            "text": "Rejoignez le réseau des employeurs : publiez vos offres et téléchargez le kit de communication.",
            "actions": items(
                link("Rejoindre le réseau", address="/espace-employeur/inscription/"),
                link("Déposer une offre", address="/espace-employeur/"),
            ),
        },
    )


ENGLISH = {
    TITLE: "Home",
    # Nobody reads it, the page being the root; without it the translation would be unfinished from the first day.
    SLUG: "home",
    SEO_TITLE: "Live and work in the Lot",
    HERO_TITLE: "Find your place in the Lot",
    HERO_TEXT: (
        "Jobs in public services and private companies, and a team at your side for housing, school and your"
        " partner’s work."
    ),
    DESCRIPTION: (
        "Jobs, health professions, welcome for new inhabitants: the programme of the Département du Lot and"
        " its partners, in south-west France."
    ),
    "Infirmier, infirmière": "Nurse",
    "Cuisine": "Kitchen",
    "Avec logement": "With housing",
    "Les dernières offres": "The latest offers",
    "Un emploi, puis une vie qui va avec": "A job, then the life that goes with it",
    "Un réseau accueil répond à vos questions et vous suit jusqu’à l’emménagement. C’est gratuit.": (
        "A welcome network answers your questions and stays with you until you have moved in. It is free."
    ),
    "Repérez un poste": "Spot a job",
    "Cherchez parmi les offres publiques et privées : salaire, horaires et lieu sont annoncés.": (
        "Search public and private offers: pay, hours and place are stated. Offers are written in French."
    ),
    "Voir les offres": "See the offers",
    "Parlez à un référent": "Talk to someone",
    "Logement, garde d’enfants, école, emploi du conjoint, vie associative : on vous répond.": (
        "Housing, childcare, school, your partner’s work, local clubs: we answer."
    ),
    "Préparer mon projet": "Prepare my move",
    "Installez-vous": "Settle in",
    "Des habitants et des ambassadeurs vous aident à prendre vos marques.": (
        "Inhabitants and ambassadors help you find your bearings."
    ),
    "Découvrir les ambassadeurs": "Meet the ambassadors",
    "Trouvez votre référent accueil": "Find your welcome contact",
    REFERENT_TEXT: (
        "Name the town where you think of settling: you will see who answers you, and how to reach them."
    ),
    "Soigner dans le Lot": "Care in the Lot",
    HEALTH_TEXT: (
        "Practices, health centres, hospitals: placements, settlement grants, housing, work for your partner."
    ),
    "Voir les postes en santé": "See the health posts",
    "Je suis interne, étudiante ou étudiant": "I am an intern or a student",
    "Stages, maîtres de stage, hébergement, soirées d’accueil": (
        "Placements, supervisors, lodging, welcome evenings"
    ),
    "Interne ou étudiant": "Junior doctor or student",
    "Je suis médecin ou dentiste": "I am a doctor or a dentist",
    "Salariat, libéral, cabinets à reprendre, aides": (
        "Salaried posts, private practice, practices to take over, grants"
    ),
    "Médecin ou dentiste": "Doctor or dentist",
    "J’exerce un autre métier du soin": "I work in another care profession",
    "Infirmiers, kinésithérapeutes, orthophonistes, aides-soignants": (
        "Nurses, physiotherapists, speech therapists, care assistants"
    ),
    "Autre métier du soin": "Another care profession",
    "Actualités": "News",
    "Agenda": "Events",
    "Vous recrutez dans le Lot ?": "Do you recruit in the Lot?",
    "Rejoignez le réseau des employeurs : publiez vos offres et téléchargez le kit de communication.": (
        "Join the employers’ network: publish your offers and download the communication kit."
    ),
    "Rejoindre le réseau": "Join the network",
    "Déposer une offre": "Post an offer",
}
