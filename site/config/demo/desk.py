"""The articles that the demonstration's editors have not published yet, each at its stage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Stage(Enum):
    """Where an article is, between the editor and the readers."""

    SUBMITTED = "submitted"
    SENT_BACK = "sent_back"
    SCHEDULED = "scheduled"


@dataclass(frozen=True, slots=True)
class Draft:
    """An article in French; `remark` is what the publisher asks for, when it is sent back."""

    slug: str
    title: str
    chapo: str
    text: str
    theme: str
    image: str
    stage: Stage
    remark: str = ""


DRAFTS = (
    Draft(
        slug="trois-questions-avant-de-demenager",
        title="Trois questions à se poser avant de déménager",
        chapo="Logement, école, second emploi : ce que les familles nous demandent en premier, et à qui s’adresser.",
        text="Avant la date du camion, trois réponses changent tout. Votre référent accueil les cherche avec vous.",
        theme="accueil",
        image="village",
        stage=Stage.SUBMITTED,
    ),
    Draft(
        slug="la-mobilite-des-internes-en-stage",
        title="Se déplacer pendant son stage",
        chapo="Bus, covoiturage, voiture prêtée : le point sur les trajets des internes entre la ville et le cabinet.",
        text="Un stage à la campagne se prépare aussi sur la route. Voici ce qui existe et ce qui manque encore.",
        theme="sante",
        image="gare",
        stage=Stage.SENT_BACK,
        remark="Très utile. Pouvez-vous dire de quand datent les horaires de bus ?",
    ),
    Draft(
        slug="un-apres-midi-pour-les-employeurs",
        title="Un après-midi pour les employeurs",
        chapo="Rédiger une offre claire, répondre dans les délais, accueillir dès le premier jour : un atelier pour le réseau.",
        text="Deux heures, un café, et des exemples d’offres relues ensemble. L’inscription ouvrira avec le programme.",
        theme="emploi",
        image="marche",
        stage=Stage.SCHEDULED,
    ),
)
