"""The values of the filters as they stand in addresses: they are public, so they never change, only grow."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from jobs.employers.states import PUBLIC_KINDS, EmployerKind
from jobs.offers import codes


class ContractGroup(models.TextChoices):
    """The parameter `contrat`."""

    PERMANENT = "cdi", _("Permanent")
    FIXED_TERM = "cdd", _("Fixed term")
    PUBLIC = "fonction-publique", _("Civil service")
    WORK_STUDY = "alternance", _("Work-study")
    SEASONAL = "saisonnier", _("Seasonal")
    TEMPORARY = "interim", _("Temporary work")
    INDEPENDENT = "liberal", _("Private practice or takeover")
    INTERNSHIP = "stage", _("Internship or civic service")


class Support(models.TextChoices):
    """The parameter `accompagnement`."""

    HOUSING = "logement", _("With housing")
    PARTNER = "conjoint", _("Job for the partner")
    BEGINNERS = "debutants", _("Beginners accepted")
    REMOTE = "teletravail", _("Remote work possible")
    DISABILITY = "handicap", _("Open to disabled workers")


class TimeGroup(models.TextChoices):
    """The parameter `temps`."""

    FULL = "plein", _("Full time")
    PART = "partiel", _("Part time")


class EmployerGroup(models.TextChoices):
    """The parameter `employeur`."""

    PRIVATE = "prive", _("Private")
    PUBLIC = "public", _("Public")
    ASSOCIATION = "associatif", _("Non-profit")


class Since(models.TextChoices):
    """The parameter `depuis`, in days."""

    DAYS_3 = "3", _("3 days")
    DAYS_7 = "7", _("7 days")
    DAYS_30 = "30", _("30 days")


class Sort(models.TextChoices):
    """The parameter `tri`; the default is relevance for words, else the publication date."""

    RELEVANCE = "pertinence", _("Relevance")
    NEWEST = "date", _("Publication date")
    DEADLINE = "limite", _("Deadline")
    DISTANCE = "distance", _("Distance")


class Radius(models.TextChoices):
    """The parameter `rayon`, in kilometres."""

    KM_10 = "10", _("10 km")
    KM_30 = "30", _("30 km")
    KM_50 = "50", _("50 km")
    WHOLE = "lot", _("All the Lot")


DEFAULT_RADIUS = Radius.KM_30
# Any whole number of kilometres may be written in an address.
LONGEST_RADIUS = 100

_GROUPS: dict[str, ContractGroup] = {
    codes.ContractType.PERMANENT: ContractGroup.PERMANENT,
    codes.ContractType.FIXED_TERM: ContractGroup.FIXED_TERM,
    codes.ContractType.INTEGRATION_FIXED_TERM: ContractGroup.FIXED_TERM,
    codes.ContractType.SEASONAL: ContractGroup.SEASONAL,
    codes.ContractType.CIVIL_SERVANT: ContractGroup.PUBLIC,
    codes.ContractType.PUBLIC_CONTRACT: ContractGroup.PUBLIC,
    codes.ContractType.TEMP_AGENCY: ContractGroup.TEMPORARY,
    codes.ContractType.INTEGRATION_TEMP: ContractGroup.TEMPORARY,
    codes.ContractType.TEMP_AGENCY_PERMANENT: ContractGroup.TEMPORARY,
    codes.ContractType.INTERNSHIP: ContractGroup.INTERNSHIP,
    codes.ContractType.CIVIC_SERVICE: ContractGroup.INTERNSHIP,
    **dict.fromkeys(codes.INDEPENDENT_CONTRACTS, ContractGroup.INDEPENDENT),
}


def contract_group(contract_type: str, nature: str) -> str:
    """Return the filter value of a contract, "" for an unknown one."""
    if nature in codes.WORK_STUDY_NATURES:
        return ContractGroup.WORK_STUDY
    return _GROUPS.get(contract_type, "")


def employer_group(kind: str) -> str:
    """Return the filter value of a kind of employer."""
    if kind in PUBLIC_KINDS:
        return EmployerGroup.PUBLIC
    return EmployerGroup.ASSOCIATION if kind == EmployerKind.ASSOCIATION else EmployerGroup.PRIVATE
