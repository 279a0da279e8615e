"""The words partners use for our codes; a word that is not here is kept raw, never guessed."""

from __future__ import annotations

import re

from jobs.offers import codes
from search.analysis import fold

NATURES: dict[str, codes.ContractNature] = {
    "contrat travail": codes.ContractNature.ORDINARY,
    "contrat de travail": codes.ContractNature.ORDINARY,
    "contrat apprentissage": codes.ContractNature.APPRENTICESHIP,
    "contrat d apprentissage": codes.ContractNature.APPRENTICESHIP,
    "apprentissage": codes.ContractNature.APPRENTICESHIP,
    "cont professionnalisation": codes.ContractNature.PROFESSIONALISATION,
    "contrat de professionnalisation": codes.ContractNature.PROFESSIONALISATION,
    "professionnalisation": codes.ContractNature.PROFESSIONALISATION,
    "insertion par l activ eco": codes.ContractNature.INTEGRATION,
    "insertion par l activite economique": codes.ContractNature.INTEGRATION,
    "insertion": codes.ContractNature.INTEGRATION,
    "emploi non salarie": codes.ContractNature.NON_SALARIED,
    "contrat d usage": codes.ContractNature.CUSTOMARY,
    "contrat intermittent": codes.ContractNature.INTERMITTENT,
    "contrat de chantier": codes.ContractNature.SITE,
    "contrat chantier": codes.ContractNature.SITE,
    "portage salarial": codes.ContractNature.UMBRELLA,
    "engagement educatif": codes.ContractNature.EDUCATIONAL,
    "cui cae": codes.ContractNature.CUI_CAE,
    "cui cie": codes.ContractNature.CUI_CIE,
    "contrat pacte": codes.ContractNature.PACTE,
    **{nature.value.lower(): nature for nature in codes.ContractNature},
}

CONTRACTS: dict[str, codes.ContractType] = {
    **{code.lower(): kind for code, kind in codes.FRANCE_TRAVAIL_CONTRACTS.items()},
    **{words_key.lower(): codes.ContractType(words_key) for words_key in codes.ContractType.values},
    "saisonnier": codes.ContractType.SEASONAL,
    "interim": codes.ContractType.TEMP_AGENCY,
    "fonction publique titulaire": codes.ContractType.CIVIL_SERVANT,
    "titulaire": codes.ContractType.CIVIL_SERVANT,
    "fonction publique contractuel": codes.ContractType.PUBLIC_CONTRACT,
    "contractuel": codes.ContractType.PUBLIC_CONTRACT,
    "installation liberale": codes.ContractType.SELF_EMPLOYED,
    "liberal": codes.ContractType.SELF_EMPLOYED,
    "reprise": codes.ContractType.TAKEOVER,
    "remplacement": codes.ContractType.LOCUM,
    "stage": codes.ContractType.INTERNSHIP,
    "service civique": codes.ContractType.CIVIC_SERVICE,
    "franchise": codes.ContractType.FRANCHISE,
}

# The level of diploma by how its label begins, most telling first.
DIPLOMAS: tuple[tuple[str, codes.DiplomaLevel], ...] = (
    ("doctorat", codes.DiplomaLevel.DOCTORATE),
    ("bac 5", codes.DiplomaLevel.BAC_5),
    ("bac 3", codes.DiplomaLevel.BAC_3),
    ("bac 4", codes.DiplomaLevel.BAC_3),
    ("bac 2", codes.DiplomaLevel.BAC_2),
    ("bac", codes.DiplomaLevel.BAC),
    ("cap", codes.DiplomaLevel.CAP),
    ("bep", codes.DiplomaLevel.CAP),
)
# Said, and meaning that no diploma is asked for.
NO_DIPLOMA = ("aucune formation", "brevet des colleges", "primaire", "4eme achevee", "2nd ou 1ere")

LICENCE_CODE = re.compile(r"\s*(AM|A|BE|B|CE|C|D)(?=\s*(?:[-–:(,]|$))")

WORKING_TIMES: dict[str, codes.WorkingTime] = {
    "temps plein": codes.WorkingTime.FULL,
    "plein": codes.WorkingTime.FULL,
    "temps complet": codes.WorkingTime.FULL,
    "temps partiel": codes.WorkingTime.PART,
    "partiel": codes.WorkingTime.PART,
}
SALARY_PERIODS: dict[str, codes.SalaryUnit] = {
    "heure": codes.SalaryUnit.HOUR,
    "jour": codes.SalaryUnit.DAY,
    "semaine": codes.SalaryUnit.WEEK,
    "mois": codes.SalaryUnit.MONTH,
    "an": codes.SalaryUnit.YEAR,
    "annee": codes.SalaryUnit.YEAR,
    "cachet": codes.SalaryUnit.FEE,
}
EXPERIENCES: dict[str, codes.Experience] = {
    "d": codes.Experience.NONE,
    "aucune": codes.Experience.NONE,
    "debutant accepte": codes.Experience.NONE,
    "s": codes.Experience.DESIRED,
    "souhaitee": codes.Experience.DESIRED,
    "e": codes.Experience.REQUIRED,
    "exigee": codes.Experience.REQUIRED,
}
HOUSINGS: dict[str, codes.Housing] = {
    "aucun": codes.Housing.NONE,
    "non": codes.Housing.NONE,
    "possible": codes.Housing.POSSIBLE,
    "fourni": codes.Housing.PROVIDED,
    "oui": codes.Housing.PROVIDED,
}
OPPORTUNITIES: dict[str, codes.HealthOpportunity] = {
    "installation": codes.HealthOpportunity.INSTALLATION,
    "succession": codes.HealthOpportunity.SUCCESSION,
    "reprise": codes.HealthOpportunity.SUCCESSION,
    "cabinet libre": codes.HealthOpportunity.FREE_SURGERY,
    "cabinet vacant": codes.HealthOpportunity.FREE_SURGERY,
    "collaboration": codes.HealthOpportunity.COLLABORATION,
    **{one.value.lower(): one for one in codes.PRIVATE_OPPORTUNITIES},
}
PUBLIC_VACANCIES: dict[str, codes.PublicVacancy] = {
    "creation": codes.PublicVacancy.CREATION,
    "vacance": codes.PublicVacancy.VACANCY,
    "vacant": codes.PublicVacancy.VACANCY,
}


def folded(words: str) -> str:
    """Return words without accents nor punctuation, one space between them."""
    return " ".join(re.findall(r"[a-z0-9_]+", fold(words)))


def diploma_of(label: str) -> codes.DiplomaLevel | None:
    """Return the level of « Bac+2 ou équivalents », or None."""
    words = folded(label)
    return next((level for start, level in DIPLOMAS if words.startswith(start)), None)


def asks_no_diploma(label: str) -> bool:
    """Tell whether the label says that no diploma is needed."""
    return folded(label).startswith(NO_DIPLOMA)


def licence_of(label: str) -> codes.Licence | None:
    """Return the licence of « B - Véhicule léger », or None."""
    if "caces" in folded(label).split():
        return codes.Licence.CACES
    found = LICENCE_CODE.match(label)
    return codes.Licence(found[1]) if found else None
