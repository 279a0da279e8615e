"""What samples of blocks show, to an editor who chooses one and in the gallery: all of it is invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from ui.sample_data import DOORS, FIGURES, OFFERS, STEPS

HEALTH = {
    "title": "Exercer dans le Lot",
    "text": "Cabinets, maisons de santé, hôpitaux.",
    "action": {"label": "Voir les postes", "page": None, "address": "/offres/"},
    "doors": [
        {
            "icon": "stethoscope",
            "title": "Je suis médecin ou dentiste",
            "text": "Salariat, libéral, cabinets à reprendre",
            "link": {"label": "Médecin", "page": None, "address": "/sante/"},
        }
    ],
}
TESTIMONIAL = {
    "title": "Elle a choisi le Lot",
    "quote": "Je cherchais un poste, j’ai trouvé une équipe.",
    "author": "Camille",
    "role": "Infirmière à Gramat",
    "is_fictional": True,
    "image": None,
    "portrait": None,
    "actions": [{"label": "Lire les portraits", "page": None, "address": "/ambassadeurs/"}],
}
EMPLOYER_CALL = {
    "title": "Vous embauchez dans le Lot ?",
    "text": "Rejoignez le réseau des employeurs.",
    "actions": [{"label": "Publier une offre", "page": None, "address": "/espace-employeur/"}],
}


def sample_news(today: dt.date) -> dict[str, Any]:
    """Return invented articles and dates around a day, for the sample of the editor."""
    articles = [
        SimpleNamespace(
            title=title, address="#", date=today, summary="", photo_id=None, scene=scene
        )
        for title, scene in (("Une rencontre à Figeac", "pont"), ("La nuit du dolmen", "nuit"))
    ]
    events = [
        SimpleNamespace(title=title, address="#", date=today + dt.timedelta(days=days), place=place)
        for title, days, place in (
            ("Soirée d’accueil", 7, "Cahors"),
            ("Salon de l’emploi", 30, "Toulouse"),
        )
    ]
    return {
        "latest_news": articles,
        "next_events": events,
        "has_agenda": True,
        "news_path": "#",
        "agenda_path": "#",
    }


# --- for the gallery: what each block would have read, by its name

Sample = Callable[[], dict[str, Any]]
HERE = "#"
GRAMAT = SimpleNamespace(name="Gramat")
WAYS = {
    "link": "",
    "contact_name": "Démo Contact",
    "phone": "05 65 00 00 00",
    "email": "contact@demo.example",
}

SECTION_SAMPLES: Mapping[str, Sample] = {
    "latest_offers": lambda: {
        "offers": SimpleNamespace(newest=OFFERS[:2], total=182),
        "offers_path": HERE,
    },
    "steps": lambda: {"items": STEPS},
    "referent": lambda: {"action": HERE},
    "health": lambda: {
        "offers": SimpleNamespace(health=41),
        "doors": DOORS,
        "action": ("Voir les postes en santé", HERE),
    },
    "figures": lambda: {"figures": FIGURES[:3]},
    "testimonial": lambda: {"actions": [("Lire les portraits", HERE, "secondary")]},
    "news": lambda: {**sample_news(timezone.localdate()), "news_columns": "2"},
    "employer_call": lambda: {"actions": [("Publier une offre", HERE, "dark")]},
}

HEALTH_SAMPLES: Mapping[str, Sample] = {
    "opportunities": lambda: {"offers": OFFERS[:1], "all_url": HERE, "ask_url": HERE},
    "structures": lambda: {"structures": [_place("Maison de santé du Causse", "Maison de santé")]},
    "training": lambda: {
        "practices": [
            SimpleNamespace(
                practice=_place("Cabinet des Tilleuls", "Cabinet"), semesters=[_semester()]
            )
        ],
        "ask_url": HERE,
    },
    "housing": lambda: {"housing": [_housing()]},
    "partner": lambda: {"link": ("Chercher un emploi", HERE)},
    "testimonies": dict,
    "welcome_evenings": lambda: {
        "events": sample_news(timezone.localdate())["next_events"],
        "agenda_url": HERE,
    },
    "aids": lambda: {"aids": [_aid(timezone.localdate())], "aids_url": HERE},
    "health_contact": lambda: {"contact": _contact(), "ask_url": HERE},
}


def _place(name: str, kind: str) -> SimpleNamespace:
    summary = "Trois médecins, une infirmière, un cabinet libre."
    return SimpleNamespace(
        name=name, get_kind_display=kind, municipality=GRAMAT, shown_summary=summary, **WAYS
    )


def _semester() -> SimpleNamespace:
    return SimpleNamespace(
        label="De novembre à avril", free_places=2, counted_on=timezone.localdate()
    )


def _housing() -> SimpleNamespace:
    conditions = "Charges comprises."
    return SimpleNamespace(
        shown_title="Maison des internes",
        get_kind_display="Colocation",
        municipality=GRAMAT,
        places=2,
        is_free=False,
        monthly_price=250,
        conditions=conditions,
        shown_conditions=conditions,
        **WAYS,
    )


def _aid(today: dt.date) -> SimpleNamespace:
    return SimpleNamespace(grant=_grant(today), contact=_contact(), is_unchecked=False)


def _grant(today: dt.date) -> SimpleNamespace:
    return SimpleNamespace(
        shown_name="Aide imaginaire à l’installation",
        shown_amount="10 000 €",
        amount_text="",
        valid_from=today.replace(month=1, day=1),
        valid_to=today.replace(month=12, day=31),
        profession_labels=["Médecin généraliste"],
        zones=[],
        elsewhere="",
        area_names=[GRAMAT.name],
        conditions="Exercer trois ans.",
        shown_conditions="Exercer trois ans.",
        legal_text="",
        shown_source="Source inventée",
        source_url="",
        checked_on=today,
        is_to_confirm=True,
    )


def _contact() -> SimpleNamespace:
    return SimpleNamespace(
        name="Démo Contact",
        photo_id=None,
        shown_function="Contact santé",
        phone=WAYS["phone"],
        email=WAYS["email"],
        shown_hours="Du lundi au vendredi, 9 h – 17 h",
    )
