"""The codes of the health section: professions, zones, structures, requests. It imports nothing of ours."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Profession(models.TextChoices):
    """Who exercises, or will."""

    EXTERN = "EXTERN", _("Medical student (extern)")
    INTERN = "INTERN", _("Intern")
    JUNIOR_DOCTOR = "JUNIOR_DOCTOR", _("Junior doctor (docteur junior)")
    LOCUM = "LOCUM", _("Locum doctor")
    GENERAL_PRACTITIONER = "GENERAL_PRACTITIONER", _("General practitioner")
    SPECIALIST = "SPECIALIST", _("Specialist doctor")
    DENTIST = "DENTIST", _("Dentist")
    MIDWIFE = "MIDWIFE", _("Midwife")
    PHARMACIST = "PHARMACIST", _("Pharmacist")
    NURSE = "NURSE", _("Nurse")
    ADVANCED_NURSE = "ADVANCED_NURSE", _("Advanced practice nurse")
    PHYSIOTHERAPIST = "PHYSIOTHERAPIST", _("Physiotherapist")
    SPEECH_THERAPIST = "SPEECH_THERAPIST", _("Speech therapist")
    PSYCHOLOGIST = "PSYCHOLOGIST", _("Psychologist")
    CARE_ASSISTANT = "CARE_ASSISTANT", _("Care assistant")
    RADIOGRAPHER = "RADIOGRAPHER", _("Radiographer")
    VET = "VET", _("Veterinary surgeon")
    OTHER = "OTHER", _("Another care profession")

    @property
    def slug(self) -> str:
        """Return how addresses write it: public, so it never changes."""
        return SLUGS[self]

    @property
    def zoned_as(self) -> Profession:
        """Return the profession whose zoning applies: those who train for it follow the general practitioners'."""
        return Profession.GENERAL_PRACTITIONER if self in GENERAL_MEDICINE else self


SLUGS: dict[str, str] = {
    Profession.EXTERN: "externe",
    Profession.INTERN: "interne",
    Profession.JUNIOR_DOCTOR: "docteur-junior",
    Profession.LOCUM: "remplacant",
    Profession.GENERAL_PRACTITIONER: "medecin-generaliste",
    Profession.SPECIALIST: "medecin-specialiste",
    Profession.DENTIST: "dentiste",
    Profession.MIDWIFE: "sage-femme",
    Profession.PHARMACIST: "pharmacien",
    Profession.NURSE: "infirmier",
    Profession.ADVANCED_NURSE: "infirmier-pratique-avancee",
    Profession.PHYSIOTHERAPIST: "kinesitherapeute",
    Profession.SPEECH_THERAPIST: "orthophoniste",
    Profession.PSYCHOLOGIST: "psychologue",
    Profession.CARE_ASSISTANT: "aide-soignant",
    Profession.RADIOGRAPHER: "manipulateur-radio",
    Profession.VET: "veterinaire",
    Profession.OTHER: "autre",
}
BY_SLUG: dict[str, Profession] = {slug: Profession(value) for value, slug in SLUGS.items()}
GENERAL_MEDICINE = frozenset(
    {
        Profession.EXTERN,
        Profession.INTERN,
        Profession.JUNIOR_DOCTOR,
        Profession.LOCUM,
        Profession.GENERAL_PRACTITIONER,
    }
)


class Zone(models.TextChoices):
    """How a commune is classified for a profession by the regional health agency (ARS)."""

    ZIP = "ZIP", _("Priority intervention zone (ZIP)")
    ZAC = "ZAC", _("Complementary action zone (ZAC)")
    VERY_UNDERSERVED = "VERY_UNDERSERVED", _("Very under-served zone")
    UNDERSERVED = "UNDERSERVED", _("Under-served zone")
    INTERMEDIATE = "INTERMEDIATE", _("Intermediate zone")
    WELL_SERVED = "WELL_SERVED", _("Well-served zone")
    OVERSERVED = "OVERSERVED", _("Over-served zone")
    OUTSIDE = "OUTSIDE", _("Outside the zones")


class AmountUnit(models.TextChoices):
    """What an amount is given for."""

    ONCE = "ONCE", _("once")
    MONTH = "MONTH", _("a month")
    SEMESTER = "SEMESTER", _("a semester")
    YEAR = "YEAR", _("a year")
    PERCENT = "PERCENT", _("percent")


class StructureKind(models.TextChoices):
    """What a place of care is."""

    HOSPITAL = "HOSPITAL", _("Hospital")
    HEALTH_HOUSE = "HEALTH_HOUSE", _("Multi-professional health house (MSP)")
    HEALTH_CENTRE = "HEALTH_CENTRE", _("Health centre (CDS)")
    CARE_HOME = "CARE_HOME", _("Care home (EHPAD)")
    CARE_TEAM = "CARE_TEAM", _("Primary care team (ESP)")
    CARE_NETWORK = "CARE_NETWORK", _("Territorial health community (CPTS)")
    MOTHER_AND_CHILD = "MOTHER_AND_CHILD", _("Mother and child protection (PMI)")
    PRACTICE = "PRACTICE", _("Group practice")
    TO_TAKE_OVER = "TO_TAKE_OVER", _("Practice to take over")


class Semester(models.TextChoices):
    """The two semesters of the interns."""

    SUMMER = "SUMMER", _("May to October")
    WINTER = "WINTER", _("November to April")


class HousingKind(models.TextChoices):
    """What kind of housing is offered to interns."""

    SHARED = "SHARED", _("Shared house")
    STUDIO = "STUDIO", _("Studio flat")
    FLAT = "FLAT", _("Flat")
    ROOM = "ROOM", _("Room in a hospital residence")
    HOST = "HOST", _("Room in somebody’s home")


class Situation(models.TextChoices):
    """Where the person who asks to be called back stands."""

    STUDENT = "STUDENT", _("student")
    INTERN = "INTERN", _("intern or junior doctor")
    LOCUM = "LOCUM", _("locum")
    SETTLED = "SETTLED", _("in private practice")
    SALARIED = "SALARIED", _("salaried")
    OTHER = "OTHER", _("in another situation")


class Timeframe(models.TextChoices):
    """When they would come."""

    SOON = "SOON", _("In less than 6 months")
    LATER = "LATER", _("In 6 to 18 months")
    LOOKING = "LOOKING", _("I am only asking for information")


class PracticeMode(models.TextChoices):
    """How they would exercise."""

    SALARIED = "SALARIED", _("Salaried")
    PRIVATE = "PRIVATE", _("Private practice")
    LOCUM = "LOCUM", _("Locum")
    PLACEMENT = "PLACEMENT", _("Placement")
    UNDECIDED = "UNDECIDED", _("I do not know yet")


class Slot(models.TextChoices):
    """When to call."""

    ANY = "ANY", _("At any time")
    MORNING = "MORNING", _("In the morning, 9 am to 12 noon")
    MIDDAY = "MIDDAY", _("Between 12 noon and 2 pm")
    AFTERNOON = "AFTERNOON", _("In the afternoon, 2 pm to 6 pm")
    EVENING = "EVENING", _("In the evening, after 6 pm")


class RequestStatus(models.TextChoices):
    """What has become of a request to be called back."""

    NEW = "NEW", pgettext_lazy("request to be called back", "New")
    CALLED_BACK = "CALLED_BACK", _("Called back")
    FOLLOW_UP = "FOLLOW_UP", _("In follow-up")
    CLOSED = "CLOSED", _("Closed")


class RequestAct(models.TextChoices):
    """What happened to a request."""

    RECEIVED = "RECEIVED", _("Request received")
    STATUS = "STATUS", _("Status changed")
    NOTE = "NOTE", _("Note added")
    NEXT_CONTACT = "NEXT_CONTACT", _("Next contact planned")
    HANDED_OVER = "HANDED_OVER", _("Handed over")
    FORGOTTEN = "FORGOTTEN", _("Personal data erased")
