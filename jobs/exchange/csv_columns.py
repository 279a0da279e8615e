"""The columns of the documented CSV (docs/reference/import-csv.md) and the fields they fill."""

from __future__ import annotations

from typing import Any

from jobs.offers import codes

from . import vocabulary

SEVERAL = "|"

# Columns copied as they are: column, field, longest text.
PLAIN: tuple[tuple[str, str, int], ...] = (
    ("adresse", "address", 200),
    ("horaires", "schedule", 160),
    ("deplacements", "travel", 160),
    ("salaire_complement", "salary_note", 200),
    ("avantages", "benefits", 300),
    ("langues", "languages", 160),
    ("logement_detail", "housing_note", 200),
    ("etapes", "recruitment_steps", 1000),
    ("naf", "sector_code", 6),
    ("idcc", "agreement_code", 5),
    ("grade", "public_grade", 120),
    ("csp_numero", "public_csp_number", 60),
)
# Columns of words that stand for one of our codes.
CODED: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("contrat", "contract_type", vocabulary.CONTRACTS),
    ("nature", "contract_nature", vocabulary.NATURES),
    ("exercice", "health_opportunity", vocabulary.OPPORTUNITIES),
    ("temps", "working_time", vocabulary.WORKING_TIMES),
    ("experience", "experience", vocabulary.EXPERIENCES),
    ("versant", "public_branch", {code.lower(): code for code in codes.PublicBranch.values}),
    ("categorie", "public_category", {code.lower(): code for code in codes.PublicCategory.values}),
    ("poste_vacant", "public_vacancy", vocabulary.PUBLIC_VACANCIES),
)
# Columns of whole numbers and their bounds.
COUNTED: tuple[tuple[str, str, int, int], ...] = (
    ("teletravail", "remote_share", 0, 100),
    ("experience_mois", "experience_months", 0, 600),
    ("delai_reponse", "reply_delay_days", 1, 90),
    ("qualification", "qualification_code", 1, 9),
)
TICKED: tuple[tuple[str, str], ...] = (
    ("conjoint", "partner_help"),
    ("debutants", "beginners_welcome"),
    ("th", "open_to_disabled"),
    ("grille", "salary_is_grid"),
    ("ouvert_contractuels", "public_open_to_contract"),
    ("diplome_ou_experience", "diploma_equivalent"),
)
# Columns this module reads one by one.
OTHERS = (
    "numero", "intitule", "employeur", "code_rome", "commune", "code_postal", "code_insee", "postes",
    "duree_mois", "heures", "salaire_min", "salaire_max", "salaire_periode", "debut", "date_limite",
    "publiee_le", "missions", "profil", "proposition", "diplome", "permis", "logement", "competences",
    "courriel", "telephone", "url", "csp_url",
)  # fmt: skip
COLUMNS = frozenset(OTHERS) | {one[0] for group in (PLAIN, CODED, COUNTED, TICKED) for one in group}
