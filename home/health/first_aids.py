"""The aids with which a site starts: what the programme's fact sheet says of them, all to be confirmed by editors."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from .states import AmountUnit, Profession, Zone

SOURCE = "Fiche de faits du programme « Oh My Lot ! »"
DOCTORS = (Profession.GENERAL_PRACTITIONER,)
STUDENTS = (Profession.EXTERN, Profession.INTERN)
FROM_2026 = dt.date(2026, 1, 1)
UNTIL_2025 = dt.date(2025, 12, 31)
CAUVALDOR = "200066371"
AGREEMENT_2016 = "Convention médicale du 25 août 2016 (arrêté du 20 octobre 2016)"
AGREEMENT_2024 = "Convention médicale du 4 juin 2024 (arrêté du 20 juin 2024)"


@dataclass(frozen=True)
class FirstAid:
    """One aid as it is first written; `intercommunality` is a SIREN, empty for the whole Lot."""

    code: str
    name: str
    name_en: str
    professions: tuple[Profession, ...]
    zones: tuple[Zone, ...] = ()
    amount: Decimal | None = None
    unit: str = AmountUnit.ONCE
    amount_text: str = ""
    amount_text_en: str = ""
    conditions: str = ""
    conditions_en: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    intercommunality: str = ""
    # What opens the aid in a commune of another zone than `zones`.
    elsewhere: str = ""
    elsewhere_en: str = ""
    # Only what is certain: an aid without it says that its text is not given.
    legal_text: str = ""


FIRST_AIDS = (
    FirstAid(
        code="cde",
        name="Contrat de début d’exercice (CDE)",
        name_en="Contract for beginning in practice (CDE)",
        professions=DOCTORS,
        amount_text="Montant non repris ici : l’aide est fermée.",
        amount_text_en="The amount is not given here: the aid is closed.",
        conditions="Fermé aux nouveaux contrats depuis le 1er janvier 2024.",
        conditions_en="Closed to new contracts since 1 January 2024.",
        valid_to=dt.date(2023, 12, 31),
        legal_text="Code de la santé publique, article L. 1435-4-2 ; décret n° 2020-1666 du 22 décembre 2020",
    ),
    FirstAid(
        code="caim",
        name="Contrat d’aide à l’installation des médecins (CAIM)",
        name_en="Contract to help doctors settle (CAIM)",
        professions=DOCTORS,
        zones=(Zone.ZIP,),
        amount=Decimal(50_000),
        conditions="Les contrats déjà signés courent jusqu’à leur terme.",
        conditions_en="Contracts already signed run to their term.",
        valid_to=UNTIL_2025,
        legal_text=AGREEMENT_2016,
    ),
    FirstAid(
        code="premiere-installation-zip",
        name="Aide à la première installation en ZIP",
        name_en="Aid for a first installation in a priority zone (ZIP)",
        professions=DOCTORS,
        zones=(Zone.ZIP,),
        amount=Decimal(10_000),
        conditions="Première installation d’un médecin généraliste.",
        conditions_en="First installation of a general practitioner.",
        valid_from=FROM_2026,
        legal_text=AGREEMENT_2024,
    ),
    FirstAid(
        code="premiere-installation-zac",
        name="Aide à la première installation en ZAC",
        name_en="Aid for a first installation in a complementary zone (ZAC)",
        professions=DOCTORS,
        zones=(Zone.ZAC,),
        amount=Decimal(5_000),
        conditions="Première installation d’un médecin généraliste.",
        conditions_en="First installation of a general practitioner.",
        valid_from=FROM_2026,
        legal_text=AGREEMENT_2024,
    ),
    FirstAid(
        code="cabinet-secondaire-zip",
        name="Aide à l’ouverture d’un cabinet secondaire en ZIP",
        name_en="Aid for a secondary surgery in a priority zone (ZIP)",
        professions=DOCTORS,
        zones=(Zone.ZIP,),
        amount=Decimal(3_000),
        conditions="Ouverture d’un cabinet secondaire par un médecin généraliste.",
        conditions_en="A general practitioner opens a secondary surgery.",
        valid_from=FROM_2026,
        legal_text=AGREEMENT_2024,
    ),
    FirstAid(
        code="forfait-medecin-traitant",
        name="Majoration du forfait médecin traitant (FMT)",
        name_en="Increase of the family doctor’s flat fee (FMT)",
        professions=DOCTORS,
        zones=(Zone.ZIP,),
        unit=AmountUnit.PERCENT,
        amount_text="50 % de plus la première année, 30 % la deuxième, 10 % la troisième, puis 10 %.",
        amount_text_en="50% more in the first year, 30% in the second, 10% in the third, then 10%.",
        conditions="En ZIP, ou dans un quartier prioritaire de la politique de la ville (QPV).",
        conditions_en="In a ZIP, or in a priority neighbourhood (QPV).",
        elsewhere="dans un quartier prioritaire de la politique de la ville (QPV)",
        elsewhere_en="in a priority neighbourhood (QPV)",
        legal_text=AGREEMENT_2024,
    ),
    FirstAid(
        code="docteur-junior-zip",
        name="Indemnité du docteur junior en ZIP",
        name_en="Allowance of junior doctors in a priority zone (ZIP)",
        professions=(Profession.JUNIOR_DOCTOR,),
        zones=(Zone.ZIP,),
        amount=Decimal(1_000),
        unit=AmountUnit.MONTH,
        conditions="Quatrième année de médecine générale, à partir de la première promotion (novembre 2026).",
        conditions_en="Fourth year of general medicine, from the first cohort on (November 2026).",
        valid_from=dt.date(2026, 11, 1),
    ),
    FirstAid(
        code="docteur-junior-semestre",
        name="Indemnité semestrielle du docteur junior",
        name_en="Allowance of junior doctors by semester",
        professions=(Profession.JUNIOR_DOCTOR,),
        amount=Decimal(500),
        unit=AmountUnit.SEMESTER,
        conditions="Quatrième année de médecine générale, à partir de la première promotion (novembre 2026).",
        conditions_en="Fourth year of general medicine, from the first cohort on (November 2026).",
        valid_from=dt.date(2026, 11, 1),
    ),
    FirstAid(
        code="cesp",
        name="Contrat d’engagement de service public (CESP)",
        name_en="Public service commitment contract (CESP)",
        professions=STUDENTS,
        amount=Decimal(1_200),
        unit=AmountUnit.MONTH,
        amount_text="Montant brut.",
        amount_text_en="Gross amount.",
        conditions="Contre deux ans d’exercice au moins.",
        conditions_en="In return for at least two years of practice.",
        legal_text="Code de l’éducation, article L. 632-6",
    ),
    FirstAid(
        code="cauvaldor-parcours-maides",
        name="ParcoursM’Aides de Cauvaldor",
        name_en="Cauvaldor “ParcoursM’Aides”",
        professions=STUDENTS,
        amount_text=(
            "800 € la première année, de 2 400 à 3 600 € de la deuxième à la sixième année, 5 000 € pendant"
            " l’internat."
        ),
        amount_text_en="€800 in year 1, €2,400 to €3,600 in years 2 to 6, €5,000 as an intern.",
        conditions="Contre six ans d’exercice.",
        conditions_en="In return for six years of practice.",
        intercommunality=CAUVALDOR,
    ),
)
