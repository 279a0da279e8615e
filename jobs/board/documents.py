"""What the text engine reads of an offer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils import timezone, translation

from jobs.board import facet_rows
from jobs.offers.models import JobOffer
from search.sources import Entry
from ui.rich_text import html_to_text

KIND = "offer"
_PER_READ = 1_000


def entries(ids: Sequence[int] | None) -> Iterator[Entry]:
    """Yield what is indexed of the offers online."""
    offers = JobOffer.objects.visible(timezone.now())
    if ids is not None:
        offers = offers.filter(pk__in=ids)
    return map(entry_of, facet_rows.read(offers).order_by("pk").iterator(chunk_size=_PER_READ))


def entry_of(offer: JobOffer) -> Entry:
    """Return what is indexed of an offer."""
    return Entry(offer.pk, offer.title, body_of(offer))


def body_of(offer: JobOffer) -> str:
    """Return the words an offer is found by beside its title; never an undisclosed employer or a contact."""
    parts = [
        offer.missions,
        offer.profile,
        offer.offering,
        "" if offer.is_anonymous else offer.employer.name,
        offer.family.name if offer.family else "",
        offer.occupation.name if offer.occupation else "",
        *(place.name for place in offer.municipalities.all()),
        *_contract_in_french(offer),
        *facet_rows.words_of(offer),
        offer.public_grade,
        offer.schedule,
        offer.languages,
        offer.benefits,
        offer.housing_note,
        *(str(skill) for skill in offer.skills),
    ]
    return "\n".join(html_to_text(part) if "<" in part else part for part in parts if part)


def _contract_in_french(offer: JobOffer) -> list[str]:
    """Return the labels of the contract and of a health opportunity as readers know them.

    Whatever the language of who saves the offer.
    """
    with translation.override(settings.LANGUAGE_CODE):
        return [
            str(offer.get_contract_type_display() or ""),
            str(offer.get_contract_nature_display() or ""),
            str(offer.opportunity_display),
        ]
