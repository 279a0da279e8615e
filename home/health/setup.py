"""The first pages of the health section: its entrance, and a page for each public."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jobs.offers.codes import HealthOpportunity as Kind
from ui.blocks.raw import Raw, block, link
from ui.page_tree import Branch

from . import texts
from .models import HealthAudiencePage, HealthIndexPage
from .states import Profession, StructureKind

DOCTORS_KINDS = (
    Kind.INSTALLATION, Kind.SUCCESSION, Kind.FREE_SURGERY, Kind.COLLABORATION, Kind.SALARIED,
)  # fmt: skip
DOCTORS = (Profession.GENERAL_PRACTITIONER, Profession.SPECIALIST, Profession.DENTIST)
PLACES = tuple(kind for kind in StructureKind if kind != StructureKind.TO_TAKE_OVER)


def branch() -> Branch:
    """Return the section with the pages below it, in the order of their doors."""
    index = HealthIndexPage(
        title=texts.TITLE,
        slug="sante",
        summary=texts.SUMMARY,
        doors_title=texts.DOORS_TITLE,
        doors_text=texts.DOORS_TEXT,
        body=[
            block("prose", texts.INTRODUCTION),
            opportunities(texts.OFFERS),
            block("welcome_evenings", {"title": texts.EVENINGS, "number": 3}),
        ],
    )
    below = (interns(), junior_doctors(), locums(), doctors(), other_professions())
    return Branch(index, below=below, english=texts.ENGLISH)


def interns() -> Branch:
    """Return the page of the students and the interns."""
    return audience(
        "internes",
        texts.INTERNS,
        Profession.INTERN,
        "school",
        [
            block("training", {"title": texts.TRAINING}),
            block("housing", {"title": texts.HOUSING}),
            aids(texts.AIDS, Profession.EXTERN, Profession.INTERN),
            block("welcome_evenings", {"title": texts.EVENINGS, "number": 3}),
            opportunities(texts.PLACEMENTS, Kind.PLACEMENT),
        ],
    )


def junior_doctors() -> Branch:
    """Return the page of the junior doctors."""
    return audience(
        "docteurs-juniors",
        texts.JUNIORS,
        Profession.JUNIOR_DOCTOR,
        "heart-handshake",
        [
            block("training", {"title": texts.TRAINING}),
            opportunities(texts.JUNIOR_OFFERS, Kind.PLACEMENT, *DOCTORS_KINDS),
            aids(texts.AIDS, Profession.JUNIOR_DOCTOR),
            block("housing", {"title": texts.HOUSING}),
            structures(texts.WHERE, *PLACES),
        ],
    )


def locums() -> Branch:
    """Return the page of those who stand in."""
    return audience(
        "remplacants",
        texts.LOCUMS,
        Profession.LOCUM,
        "users-group",
        [opportunities(texts.LOCUM_OFFERS, Kind.LOCUM), structures(texts.WHERE, *PLACES)],
    )


def doctors() -> Branch:
    """Return the page of the doctors and dentists."""
    return audience(
        "medecins",
        texts.DOCTORS,
        # Nobody is taken for another: a dentist is no general practitioner.
        "",
        "stethoscope",
        [
            opportunities(texts.OFFERS, *DOCTORS_KINDS, professions=DOCTORS),
            aids(texts.AIDS, *DOCTORS),
            structures(texts.TO_TAKE_OVER, StructureKind.TO_TAKE_OVER),
            structures(texts.WHERE, *PLACES),
            partner(),
        ],
    )


def other_professions() -> Branch:
    """Return the page of the other care professions."""
    return audience(
        "autres-metiers",
        texts.OTHERS,
        Profession.OTHER,
        "home",
        [opportunities(texts.OFFERS), structures(texts.WHERE, *PLACES), partner()],
    )


def audience(
    slug: str, words: texts.AudienceText, profession: str, icon: str, blocks: list[Raw]
) -> Branch:
    """Return a page for one public, with what was first written for it."""
    page: Any = HealthAudiencePage(
        title=words.title,
        slug=slug,
        summary=words.summary,
        profession=profession,
        icon=icon,
        door_title=words.door,
        door_text=words.door_text,
        body=[block("prose", words.html), *blocks],
    )
    return Branch(page, english=texts.ENGLISH)


def opportunities(title: str, *kinds: Kind, professions: Iterable[Profession] = ()) -> Raw:
    """Return a list of offers of some kinds, of all when none is named; for the page's profession, or for these."""
    value = {
        "title": title,
        "kinds": [kind.value for kind in kinds],
        "professions": [profession.value for profession in professions],
        "number": 4,
    }
    return block("opportunities", value)


def structures(title: str, *kinds: StructureKind) -> Raw:
    """Return a list of places of care."""
    return block("structures", {"title": title, "kinds": [kind.value for kind in kinds]})


def aids(title: str, *professions: Profession) -> Raw:
    """Return the aids of the day for some professions."""
    chosen = [profession.value for profession in professions]
    return block("aids", {"title": title, "professions": chosen})


def partner() -> Raw:
    """Return what is said of the partner's job."""
    return block(
        "partner",
        {
            "title": texts.PARTNER,
            "text": texts.PARTNER_TEXT,
            "link": link(texts.PARTNER_LINK, address="/offres/"),
        },
    )
