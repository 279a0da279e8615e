"""The codes an offer is made of; keys follow France Travail's referentials where one exists."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContractType(models.TextChoices):
    """The type of contract (France Travail `typeContrat`, and ours for what it lacks)."""

    PERMANENT = "PERMANENT", _("Permanent contract")
    FIXED_TERM = "FIXED_TERM", _("Fixed-term contract")
    SEASONAL = "SEASONAL", _("Seasonal work")
    CIVIL_SERVANT = "CIVIL_SERVANT", _("Civil service, tenured")
    PUBLIC_CONTRACT = "PUBLIC_CONTRACT", _("Civil service, on contract")
    TEMP_AGENCY = "TEMP_AGENCY", _("Temporary work")
    SELF_EMPLOYED = "SELF_EMPLOYED", _("Setting up in private practice")
    TAKEOVER = "TAKEOVER", _("Takeover of a business")
    LOCUM = "LOCUM", _("Locum")
    INTERNSHIP = "INTERNSHIP", _("Internship")
    CIVIC_SERVICE = "CIVIC_SERVICE", _("Civic service")
    TEMP_AGENCY_PERMANENT = "TEMP_AGENCY_PERMANENT", _("Permanent temporary-work contract")
    INTEGRATION_FIXED_TERM = "INTEGRATION_FIXED_TERM", _("Fixed-term integration contract")
    INTEGRATION_TEMP = "INTEGRATION_TEMP", _("Temporary integration work")
    FRANCHISE = "FRANCHISE", _("Franchise")
    COMMERCIAL_AGENT = "COMMERCIAL_AGENT", _("Commercial agent")


FRANCE_TRAVAIL_CONTRACTS: dict[str, ContractType] = {
    "CDI": ContractType.PERMANENT,
    "CDD": ContractType.FIXED_TERM,
    "SAI": ContractType.SEASONAL,
    "MIS": ContractType.TEMP_AGENCY,
    "DIN": ContractType.TEMP_AGENCY_PERMANENT,
    "DDI": ContractType.INTEGRATION_FIXED_TERM,
    "TTI": ContractType.INTEGRATION_TEMP,
    "LIB": ContractType.SELF_EMPLOYED,
    "REP": ContractType.TAKEOVER,
    "FRA": ContractType.FRANCHISE,
    "CCE": ContractType.COMMERCIAL_AGENT,
}
TERM_CONTRACTS = frozenset(
    {
        ContractType.FIXED_TERM,
        ContractType.SEASONAL,
        ContractType.TEMP_AGENCY,
        ContractType.INTEGRATION_FIXED_TERM,
        ContractType.INTEGRATION_TEMP,
    }
)
PUBLIC_CONTRACTS = frozenset({ContractType.CIVIL_SERVANT, ContractType.PUBLIC_CONTRACT})
INDEPENDENT_CONTRACTS = frozenset(
    {
        ContractType.SELF_EMPLOYED,
        ContractType.TAKEOVER,
        ContractType.FRANCHISE,
        ContractType.COMMERCIAL_AGENT,
        ContractType.LOCUM,
    }
)


class HealthOpportunity(models.TextChoices):
    """What an offer of the health family opens on; most follow from the contract (`opportunity_of`)."""

    INSTALLATION = "INSTALLATION", _("Setting up a practice")
    SUCCESSION = "SUCCESSION", _("Succession or takeover")
    FREE_SURGERY = "FREE_SURGERY", _("Free surgery")
    COLLABORATION = "COLLABORATION", _("Collaboration")
    SALARIED = "SALARIED", _("Salaried post")
    LOCUM = "LOCUM", _("Locum work")
    PLACEMENT = "PLACEMENT", _("Placement")


# Those that a contract in private practice leaves open: the employer says which.
PRIVATE_OPPORTUNITIES = (
    HealthOpportunity.INSTALLATION,
    HealthOpportunity.SUCCESSION,
    HealthOpportunity.FREE_SURGERY,
    HealthOpportunity.COLLABORATION,
)
OPPORTUNITIES: dict[str, HealthOpportunity] = {
    ContractType.TAKEOVER: HealthOpportunity.SUCCESSION,
    ContractType.LOCUM: HealthOpportunity.LOCUM,
    ContractType.INTERNSHIP: HealthOpportunity.PLACEMENT,
    **dict.fromkeys(
        (
            ContractType.PERMANENT,
            ContractType.FIXED_TERM,
            ContractType.SEASONAL,
            ContractType.CIVIL_SERVANT,
            ContractType.PUBLIC_CONTRACT,
            ContractType.TEMP_AGENCY,
            ContractType.TEMP_AGENCY_PERMANENT,
            ContractType.INTEGRATION_FIXED_TERM,
            ContractType.INTEGRATION_TEMP,
        ),
        HealthOpportunity.SALARIED,
    ),
}


def opportunity_of(contract_type: str, chosen: str) -> str:
    """Return what a contract of the health family opens on; "" when nothing tells.

    Private practice is what the employer chose, else setting up: the contract is called so.
    """
    if contract_type == ContractType.SELF_EMPLOYED:
        return chosen or HealthOpportunity.INSTALLATION
    return OPPORTUNITIES.get(contract_type, "")


class ContractNature(models.TextChoices):
    """The nature of the contract (France Travail `natureContrat`, whose codes are the values)."""

    ORDINARY = "E1", _("Ordinary employment contract")
    APPRENTICESHIP = "E2", _("Apprenticeship")
    PROFESSIONALISATION = "FS", _("Professionalisation contract")
    INTEGRATION = "I1", _("Integration contract")
    NON_SALARIED = "NS", _("Non-salaried work")
    CUSTOMARY = "CU", _("Customary fixed-term contract")
    INTERMITTENT = "CI", _("Intermittent contract")
    SITE = "CC", _("Site contract")
    UMBRELLA = "PS", _("Umbrella contract")
    EDUCATIONAL = "EE", _("Educational commitment")
    RESERVE = "ER", _("Reserve commitment")
    CUI_CAE = "FT", _("Single integration contract, non-market")
    CUI_CIE = "FU", _("Single integration contract, market")
    PRE_HIRING = "FA", _("Training before hiring")
    OPERATIONAL_PREPARATION = "FV", _("Operational preparation for a job")
    PACTE = "FJ", _("Pacte contract")


WORK_STUDY_NATURES = frozenset({ContractNature.APPRENTICESHIP, ContractNature.PROFESSIONALISATION})


class PublicBranch(models.TextChoices):
    """The branch (versant) of the civil service."""

    STATE = "FPE", _("State civil service")
    LOCAL = "FPT", _("Local civil service")
    HOSPITAL = "FPH", _("Hospital civil service")


class PublicCategory(models.TextChoices):
    """The category of a civil-service post."""

    A = "A", _("Category A")
    B = "B", _("Category B")
    C = "C", _("Category C")


class PublicVacancy(models.TextChoices):
    """Why a civil-service post is open."""

    CREATION = "CREATION", _("New post")
    VACANCY = "VACANCY", _("Vacant post")


class WorkingTime(models.TextChoices):
    """Full or part time."""

    FULL = "FULL", _("Full time")
    PART = "PART", _("Part time")


class SalaryUnit(models.TextChoices):
    """The period of the amount of pay (France Travail H, M, A, C)."""

    HOUR = "HOUR", _("per hour")
    DAY = "DAY", _("per day")
    WEEK = "WEEK", _("per week")
    MONTH = "MONTH", _("per month")
    YEAR = "YEAR", _("per year")
    FEE = "FEE", _("fee")


class Experience(models.TextChoices):
    """The experience asked for (France Travail `experienceExige`)."""

    NONE = "D", _("No experience needed")
    DESIRED = "S", _("Experience desired")
    REQUIRED = "E", _("Experience required")


class Housing(models.TextChoices):
    """What the employer offers for housing."""

    NONE = "NONE", _("No housing")
    POSSIBLE = "POSSIBLE", _("Housing possible")
    PROVIDED = "PROVIDED", _("Housing provided")


class DiplomaLevel(models.IntegerChoices):
    """The level of diploma in the French framework of qualifications (3 to 8)."""

    CAP = 3, _("CAP, BEP")
    BAC = 4, _("Bac")
    BAC_2 = 5, _("Bac + 2")
    BAC_3 = 6, _("Bac + 3 or 4")
    BAC_5 = 7, _("Bac + 5")
    DOCTORATE = 8, _("Doctorate")


class Qualification(models.IntegerChoices):
    """The qualification of the post (France Travail `qualificationCode`)."""

    LABOURER = 1, _("Labourer")
    UNSKILLED = 2, _("Unskilled worker")
    SKILLED_1 = 3, _("Skilled worker (P1, P2)")
    SKILLED_2 = 4, _("Skilled worker (P3, P4, OHQ)")
    EMPLOYEE = 5, _("Unqualified employee")
    QUALIFIED_EMPLOYEE = 6, _("Qualified employee")
    TECHNICIAN = 7, _("Technician")
    SUPERVISOR = 8, _("Supervisor")
    EXECUTIVE = 9, _("Executive")


class Licence(models.TextChoices):
    """Driving licences."""

    AM = "AM", _("AM (moped)")
    A = "A", _("A (motorbike)")
    B = "B", _("B (car)")
    BE = "BE", _("BE (car and trailer)")
    C = "C", _("C (lorry)")
    CE = "CE", _("CE (articulated lorry)")
    D = "D", _("D (coach)")
    CACES = "CACES", _("CACES (site machinery)")


class ReportReason(models.TextChoices):
    """Why a reader reports an offer."""

    DISCRIMINATORY = "DISCRIMINATORY", _("Discriminatory offer")
    SCAM = "SCAM", _("Scam")
    FILLED = "FILLED", _("Already filled")
    ERROR = "ERROR", _("Error in the offer")
    OTHER = "OTHER", _("Other")


class RefusalReason(models.TextChoices):
    """Why the team cannot publish an offer; the words are told to the employer."""

    NOT_AN_OFFER = "NOT_AN_OFFER", _("This is not a job that is really open.")
    OUTSIDE = "OUTSIDE", _("The post is not in the Lot.")
    DISCRIMINATION = "DISCRIMINATION", _("The text discriminates against some people.")
    PAYING = "PAYING", _("Candidates would have to pay.")
    DUPLICATE = "DUPLICATE", _("The same offer is already online.")
    MISLEADING = "MISLEADING", _("The text may mislead candidates.")
    OTHER = "OTHER", _("Another reason")
