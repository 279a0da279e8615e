"""Each component in each of its states: what the gallery shows and the accessibility test visits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace as Thing
from typing import Any

from django.contrib.messages import ERROR, INFO, SUCCESS
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils import timezone

from ui.sample_data import (
    DOORS,
    FACTS,
    FIGURES,
    OFFERS,
    OPTIONS,
    STEPS,
    faulty_form,
    sample_form,
)

Context = dict[str, Any]

ACTIONS = [("Rejoindre le réseau", "#", "dark"), ("Déposer une offre", "#", "outline")]
VARIANTS = ("primary", "accent", "secondary", "outline", "dark")
TAGS = ("", "health", "deadline", "success", "pending", "neutral", "error")

# Component -> its states, each built when shown: dates are relative to the day.
SAMPLES: dict[str, Callable[[], list[Context]]] = {
    "alert_prompt": lambda: [{"title": "Ne manquez pas la prochaine", "url": "#", "link_label": "Nous écrire",
                              "text": "Dites-nous ce que vous cherchez : nous vous répondons."}],
    "answer_list": lambda: [{"title": "Les conditions", "answers": [("Type de contrat", "CDI", "#"), ("Horaires", "", "#")]}],
    "anti_spam": lambda: [{"form": sample_form("spam")}],
    "arrow_link": lambda: [{"label": "Voir les 182 offres", "url": "#"}],
    "brand": lambda: [{"tagline": "Vivre et travailler dans le Lot"}],
    "breadcrumb": lambda: [{"items": [("Accueil", "/"), ("Offres d’emploi", "/offres/"), ("Infirmière ou infirmier", "")]}],
    "button": lambda: [{"label": f"Bouton {name}", "variant": name, "type": "button"} for name in VARIANTS]
    + [{"label": "Petit bouton", "size": "small", "url": "#", "icon": "plus"}, {"label": "Toute la largeur", "block": True, "type": "button"}],
    "call_out": lambda: [{"title": "Vous recrutez dans le Lot ?", "text": "Publiez vos offres et téléchargez le kit.", "actions": ACTIONS}],
    "card": lambda: [{"title": "L’emploi au cœur de la feuille de route", "url": "#", "date": date(2025, 1, 30), "tag": "Emploi",
                      "text": "Réseau des employeurs, salons, accueil."}, {"title": "Nuit du dolmen", "url": "#", "scene": "nuit"}, {"title": "Les offres d’emploi", "url": "#", "text": "Publiques et privées.", "plain": True}],
    "check": lambda: [{"name": "domaine", "option": option} for option in OPTIONS],
    "chip": lambda: [{"label": "Santé et social", "url": "#"}],
    "confirm_panel": lambda: [{"text": "Retirer l’offre « Cheffe ou chef de partie » ?", "button_label": "Retirer l’offre", "cancel_url": "#"}],
    "contact_card": lambda: [{"title": "Une question ?", "name": "Maëlle Delpech", "role": "Référente accueil", "phone": "05 65 00 00 00",
                              "email": "maelle@exemple.fr", "hours": "Du lundi au vendredi, 9 h à 17 h", "url": "#"},
                             {"name": "Maëlle Delpech", "role": "Référente accueil", "phone": "05 65 00 00 00", "languages": "français, anglais",
                              "note": "Répond à la place de Romain Vidal jusqu’au 4 mai.", "level": 3}],
    "copy_text": lambda: [{"id": "copy-1", "label": "Annonce pour vos réseaux", "text": "Nous recrutons dans le Lot !"}],
    "deadline": lambda: [{"offer": OFFERS[0]}, {"offer": OFFERS[2]}, {"offer": OFFERS[3]}, {"offer": OFFERS[0], "boxed": True}],
    "doors": lambda: [{"items": DOORS}],
    "empty_state": lambda: [{"title": "Aucune offre ne correspond à ces critères", "exits": [("Élargir à 50 km (12 offres)", "#"), ("Retirer « Avec logement » (7 offres)", "#")]}],
    "error_exits": lambda: [{}],
    "error_summary": lambda: [{"form": faulty_form("faulty")}],
    "event_list": lambda: [{"events": [Thing(title="Salon de Toulouse", url="#", date=date(2027, 3, 19), place="Parc des expositions", when="", is_full=True)]},
                           {"events": [Thing(title="Soirée d’accueil", address="#", date=date(2027, 2, 4), place="", when="jeudi 4 février, 18 h", is_untranslated=True, is_cancelled=True)]}],
    "fact_list": lambda: [{"facts": FACTS}],
    "field_group": lambda: [{"legend": "Salaire brut", "form": sample_form("group"), "names": "salary_min salary_max salary_unit",
                             "columns": 3, "hint": "Une fourchette, même large.", "id": "salary"}],
    "field_notes": lambda: [{"field": faulty_form("notes")["last_day"]}],
    "file_row": lambda: [{"title": "Affiche A3", "url": "#", "format": "PDF", "size": 1_240_000, "date": date(2026, 11, 3),
                          "licence": "Licence ouverte 2.0", "is_accessible": True, "version": "2"}],
    "filter_group": lambda: [{"title": "Domaine", "name": "domaine", "options": OPTIONS, "is_open": True}],
    "form_actions": lambda: [{"label": "Enregistrer et continuer", "second_label": "Enregistrer et finir plus tard", "second_name": "later"}],
    "form_field": lambda: [{"field": field} for field in sample_form("plain").visible_fields() if field.name != "website_url"]
    + [{"field": field} for field in faulty_form("faulty").visible_fields() if field.name != "website_url"],
    "form_intro": lambda: [{}],
    "health_band": lambda: [{"title": "Soigner dans le Lot", "text": "Cabinets, maisons de santé, hôpitaux.", "items": DOORS, "url": "#", "link_label": "Voir les postes en santé"},
                            {"title": "Soigner ici", "text": "Le nombre d’offres suit le texte.", "note": "41 offres en santé sont en ligne.", "items": DOORS[:1], "id": "health-note-title"}],
    "history_list": lambda: [{"entries": [Thing(text="Correction demandée", at=timezone.now(), author="Léa, équipe Oh My Lot !", note="Précisez les horaires."), Thing(text="Offre envoyée", at=timezone.now(), author="Inès", note="")]}],
    "initials": lambda: [{"text": "CS", "health": True}, {"text": "MV"}, {"text": "CD", "large": True}, {"text": "MD", "round": True}],
    "job_list": lambda: [{"offers": OFFERS}],
    "job_row": lambda: [{"offer": OFFERS[0]}],
    "key_figures": lambda: [{"figures": FIGURES}],
    "language_notice": lambda: [{"page": Thing(is_untranslated=True)}, {"page": Thing(is_behind_source=True), "french_url": "#"},
                                {"page": Thing(french_prevails=True, is_translated=True), "french_url": "#"}],
    "language_switch": lambda: [{"languages": [("fr", "Français", "/"), ("en", "English", "/en/")]}],
    "living_here": lambda: [{"place": "Gramat", "items": [Thing(icon="school", label="Écoles", text="Deux écoles, un collège.", url="#", checked_on=date(2026, 3, 4)), Thing(icon="route", label="Trajets", text="Gare à 5 minutes à pied.", checked_on=date(2024, 3, 4), is_stale=True)], "url": "#", "link_label": "En savoir plus"}],
    "messages": lambda: [{"messages": [Message(level, "Brouillon enregistré à 10 h 12.") for level in (SUCCESS, INFO, ERROR)]}],
    "notice": lambda: [{"title": f"Message : {name}", "text": "Ce qui se passe, et ce que vous pouvez faire.", "variant": name} for name in ("warning", "info", "success", "error")],
    "page_header": lambda: [{"title": "Centre de soins du Causse", "lead": "Établissement vérifié, membre du réseau.", "initials": "CS", "health": True}],
    "pagination": lambda: [{"page_obj": Paginator(range(200), 20).page(4), "params": QueryDict("q=soins&contrat=cdi&contrat=cdd")}],
    "panel": lambda: [{"title": "Kit de communication", "text": "Affiches, visuels et textes.", "url": "#", "link_label": "Ouvrir le kit"}, {"title": "Postuler", "text": "Sans créer de compte.", "strong": True}],
    "place_form": lambda: [{"action": "#", "ou": "Gramat", "prefix": "place-"}],
    "quick_links": lambda: [{"title": "Recherches fréquentes :", "links": [("Infirmier, infirmière", "#"), ("Cuisine", "#")]}],
    "quoted_note": lambda: [{"text": "Précisez les horaires du week-end.", "author": "Léa, équipe Oh My Lot !", "at": timezone.now()}],
    "search_form": lambda: [{"action": "#", "q": "soins", "ou": "Gramat", "rayon": "30", "prefix": "wide-", "radii": [("10", "10 km"), ("30", "30 km"), ("", "Tout le Lot")]}],
    "site_search_form": lambda: [{"prefix": "sample-"}],
    "stepper": lambda: [{"steps": ["poste", "conditions", "description", "candidature"], "current": 2}],
    "steps": lambda: [{"items": STEPS}],
    "sticky_bar": lambda: [{"label": "Postuler", "url": "#"}],
    "success_panel": lambda: [{"title": "Offre envoyée", "reference": "OML-2417", "next": ["Nous la relisons.", "Vous recevrez un e-mail."], "level": 2, "actions": [("Déposer une autre offre", "#", "secondary")]}],
    "tabs": lambda: [{"label": "Exemple de menu", "items": [("Mes offres", "#1", True), ("Kit de communication", "#2", False)]}],
    "tag": lambda: [{"label": name or "CDI", "variant": name} for name in TAGS],
    "task_list": lambda: [{"title": "Ce qui vous attend", "tasks": [Thing(title="Une offre attend une correction", text="« Cuisinière ou cuisinier » : précisez les horaires.", url="#", link_label="Corriger l’offre", suffix="Cuisinière", variant="warning")]}],
    "testimonial": lambda: [{"title": "Ils ont choisi le Lot", "quote": "Je cherchais un poste, j’ai trouvé une équipe.", "name": "Camille, infirmière à Gramat", "role": "Arrivée de Nantes", "actions": [("Lire les portraits", "#", "secondary")]}],
    "tool_list": lambda: [{"items": [("mail", "Envoyer par e-mail", "#"), ("flag", "Signaler un problème", "#")], "print_label": "Imprimer"}],
}  # fmt: skip

# Already around every page, or drawn only in a particular place of the document.
SHELL = frozenset(
    {
        "account_bar",
        "nav_menu",
        "session_warning",
        "site_footer",
        "site_header",
        "skip_links",
        "territory_map",
    }
)
DARK = {"doors": "health", "quick_links": "river"}
