"""What the gallery puts into its components: names, figures and places are invented."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace as Thing
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from ui.antispam import AntiSpamMixin
from ui.fields import FrenchDateField, FrenchDecimalField
from ui.typography import initials_of

CONTRACTS = [
    ("cdi", "CDI"),
    ("cdd", "CDD"),
    ("public", "Fonction publique"),
    ("season", "Saisonnier"),
]
WELCOMES = [("housing", "Logement"), ("school", "École"), ("partner", "Emploi du conjoint")]


class SampleForm(AntiSpamMixin, forms.Form):
    """A field of each kind."""

    title = forms.CharField(
        label="Intitulé du poste",
        help_text="Sans abréviation, au féminin et au masculin.",
        max_length=90,
        error_messages={"required": "Indiquez l’intitulé du poste."},
    )
    phone = forms.CharField(
        label="Téléphone",
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    contract = forms.ChoiceField(
        label="Type de contrat",
        choices=CONTRACTS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez un type de contrat."},
    )
    needs = forms.MultipleChoiceField(
        label="Vos besoins", choices=WELCOMES, widget=forms.CheckboxSelectMultiple, required=False
    )
    salary_min = FrenchDecimalField(
        label="Minimum, en euros",
        error_messages={"required": "Indiquez un salaire minimum, par exemple 1\u00a0950"},
    )
    salary_max = FrenchDecimalField(label="Maximum", required=False)
    salary_unit = forms.ChoiceField(label="Par", choices=[("month", "mois"), ("year", "an")])
    last_day = FrenchDateField(
        label="Date limite de candidature",
        help_text="Au format JJ/MM/AAAA. L’offre est retirée le lendemain.",
    )
    missions = forms.CharField(
        label="Le poste", max_length=600, widget=forms.Textarea(attrs={"rows": 4})
    )
    resume = forms.FileField(
        label="CV", required=False, help_text="PDF, DOCX ou ODT, 5\u00a0Mo maximum."
    )
    charter = forms.BooleanField(
        label="Je suis habilitée ou habilité à recruter pour cet établissement.",
        error_messages={"required": "Cochez cette case pour continuer."},
    )


def sample_form(prefix: str) -> SampleForm:
    """Return the form as it opens."""
    return SampleForm(prefix=prefix, initial={"salary_min": 1950, "last_day": date(2026, 12, 14)})


def faulty_form(prefix: str) -> SampleForm:
    """Return the form as it comes back after a bad send."""
    typed = QueryDict(mutable=True)
    typed.update(
        {
            f"{prefix}-phone": "06 12",
            f"{prefix}-salary_min": "à voir",
            f"{prefix}-last_day": "31/02/2026",
        }
    )
    return SampleForm(typed, prefix=prefix)


def offer(title: str, employer: str, place: str, contract: str, pay: str, **more: Any) -> Thing:
    """Return what `job_row` reads of an offer."""
    days = more.pop("days", 24)
    last_day = timezone.localdate() + timedelta(days=days)
    return Thing(
        **{
            "title": title,
            "employer_display": employer,
            "initials": initials_of(employer),
            "place_display": place,
            "contract_display": contract,
            "salary_display": pay,
            "time_display": "Temps plein",
            "housing_display": "",
            "is_housing_in_own_words": False,
            "is_health": False,
            "distance_km": None,
            "get_absolute_url": "#",
            "lifecycle": Thing(last_day=last_day),
        }
        | more
    )


OFFERS = [
    offer("Infirmière ou infirmier en soins de suite (F/H)", "Centre de soins du Causse", "Gramat", "CDI",
          "2 250 à 2 600 € brut par mois", is_health=True, housing_display="Studio possible", is_housing_in_own_words=True),
    offer("Tourneuse-fraiseuse ou tourneur-fraiseur (F/H)", "Mécanique des Vallées", "Figeac", "CDI",
          "2 100 à 2 500 € brut par mois", distance_km=12),
    offer("Chargée ou chargé de mission habitat (F/H)", "Communauté de communes du Quercy", "Lalbenque",
          "Fonction publique", "Catégorie A, selon grille", days=3),
    offer("Cheffe ou chef de partie (F/H)", "Auberge du Bief", "Saint-Céré", "CDD 8 mois",
          "2 000 à 2 300 € brut par mois", housing_display="Logement fourni", days=0),
]  # fmt: skip

MAP = [
    {"label": label, "count": count, "url": "#", "x": x, "y": y, "r": r, "anchor": anchor}
    for label, count, x, y, r, anchor in (
        ("Cahors", 58, 235, 445, 29, "right"), ("Figeac", 37, 538, 328, 25, "left"),
        ("Gourdon", 16, 205, 236, 20, "bottom"), ("Souillac", 14, 253, 122, 19, "left"),
        ("Gramat", 12, 381, 205, 19, "right"), ("Saint-Céré", 24, 468, 147, 22, "right"),
        ("Puy-l’Évêque", 9, 78, 403, 17, "bottom"), ("Lalbenque", 5, 287, 524, 16, "right"),
        ("Cajarc", 7, 441, 417, 16, "right"),
    )
]  # fmt: skip

FIGURES = [
    Thing(prefix="", value="108", unit="", label="familles installées en 2024, contre 73 en 2023",
          source="comité de pilotage", year=2025, period=""),
    Thing(prefix="", value="400", unit="", label="projets accompagnés en 2024", source="comité de pilotage", year=2025, period=""),
    Thing(prefix="près de", value="750", unit="", label="ambassadeurs du Lot", source="comité de pilotage", year=2025, period="janvier 2025"),
    Thing(prefix="plus de", value="1 500", unit="", label="entreprises représentées par les réseaux partenaires",
          source="comité de pilotage", year=2025, period=""),
]  # fmt: skip

STEPS = [
    Thing(title="Repérez un poste", text="Cherchez parmi les offres publiques et privées.", url="#",
          link_label="Voir les offres"),
    Thing(title="Parlez à un référent", text="Logement, école, emploi du conjoint : un interlocuteur par territoire.",
          url="#", link_label="Trouver mon référent"),
    Thing(title="Installez-vous", text="Journée d’accueil, ambassadeurs, carnet d’adresses.", url="", link_label=""),
]  # fmt: skip

DOORS = [
    Thing(title="Je suis interne, étudiante ou étudiant", text="Stages, hébergement, soirées d’accueil", url="#", icon="school"),
    Thing(title="Je suis médecin ou dentiste", text="Salariat, libéral, cabinets à reprendre", url="#",
          icon="stethoscope"),
    Thing(title="J’exerce un autre métier du soin", text="Infirmiers, kinésithérapeutes, aides-soignants", url="#",
          icon="heart-handshake"),
]  # fmt: skip

FACTS = [
    ("file-text", "Contrat", "CDI"),
    ("coin-euro", "Salaire brut", "2 250 à 2 600 € par mois"),
    ("clock", "Temps de travail", "Temps plein, 35 h"),
    ("calendar-event", "Prise de poste", "2 janvier"),
    ("home", "Logement", "Studio possible 3 mois"),
]
OPTIONS = [Thing(value="sante", label="Santé et social", count=41, checked=True),
           Thing(value="industrie", label="Industrie", count=33, checked=False)]  # fmt: skip
