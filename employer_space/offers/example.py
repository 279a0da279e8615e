"""An example of a well-written offer: an offer that is never saved, read by employers and by nobody else.

Its text is French, as that of every offer, and keeps the rules that the site checks.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from django.utils.safestring import SafeString

from jobs.board import presentation
from jobs.offers import codes
from jobs.offers.models import JobOffer

EMPLOYER = "Boulangerie de l’Exemple (nom inventé)"
PLACE = "Figeac (46100)"
WHY = {
    "title": "Le métier est au féminin et au masculin, en toutes lettres : ce sont les mots que l’on cherche.",
    "facts": (
        "Contrat, salaire, horaires, logement : l’essentiel se lit d’un coup d’œil. Une fourchette suffit, chacun sait"
        " s’il peut postuler."
    ),
    "poste": "Avec qui, quoi, à quel rythme : on s’imagine au travail. Des verbes, des chiffres, une liste courte.",
    "profil": (
        "On demande ce qu’il faut savoir faire, jamais l’âge, le sexe, la situation de famille ni l’adresse. Diplôme ou"
        " expérience : les deux chemins sont ouverts."
    ),
    "proposition": "Ce qui compte pour une personne qui arrive : le repos, le logement, l’emploi du conjoint.",
    "recrutement": "Les étapes et le délai de réponse sont annoncés, puis tenus.",
}


class Part(NamedTuple):
    """A part of the text, and why it is written so."""

    heading: str
    html: SafeString
    why: str


def example_offer() -> JobOffer:
    """Return the offer of the example, which exists in memory only."""
    return JobOffer(
        title="Boulangère ou boulanger (F/H)",
        contract_type=codes.ContractType.PERMANENT,
        working_time=codes.WorkingTime.FULL,
        weekly_hours=Decimal(35),
        schedule="De 4 h à 11 h, cinq jours sur sept",
        salary_min=Decimal(2050),
        salary_max=Decimal(2250),
        salary_unit=codes.SalaryUnit.MONTH,
        benefits="Mutuelle prise en charge à 70 %, pain du jour",
        starts_asap=True,
        missions=(
            "<p>Vous rejoignez une équipe de cinq personnes : deux au fournil, trois en boutique. Vous préparez les pains"
            " et les viennoiseries du jour, du pétrissage à la cuisson.</p>"
            "<ul><li>pétrir, façonner et cuire vingt sortes de pain, au levain pour la plupart ;</li>"
            "<li>tenir le fournil propre et suivre les stocks de farine ;</li>"
            "<li>former notre apprentie une matinée par semaine.</li></ul>"
        ),
        profile=(
            "<p>CAP de boulangerie, ou un an passé dans un fournil. Vous savez mener une cuisson sans aide. Le travail du"
            " levain s’apprend ici : nous prenons le temps.</p>"
        ),
        offering=(
            "<p>Deux jours de repos qui se suivent et un dimanche libre sur deux. Nous connaissons du monde : si votre"
            " conjointe ou votre conjoint cherche un emploi, nous passons le mot.</p>"
        ),
        experience=codes.Experience.DESIRED,
        experience_months=12,
        diploma_level=codes.DiplomaLevel.CAP,
        diploma_equivalent=True,
        housing=codes.Housing.POSSIBLE,
        housing_note="Studio au-dessus de la boutique, 280 € par mois",
        partner_help=True,
        beginners_welcome=True,
        recruitment_steps="Un appel de quinze minutes, puis une rencontre au fournil.",
        reply_delay_days=7,
    )


def parts_of(offer: JobOffer) -> list[Part]:
    """Return the text of the example as candidates would read it, each part with its reason."""
    return [
        Part(section.heading, section.html, WHY[section.anchor])
        for section in presentation.sections(offer)
    ]
