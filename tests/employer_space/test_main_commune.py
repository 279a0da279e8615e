"""The commune named first stays first: in the form, on the public page, for the moderator and for machines."""

from __future__ import annotations

import pytest

from jobs.board.structured_data import job_posting
from jobs.exchange.records import Record
from jobs.exchange.services.matching import Source, values_of
from jobs.offers import services
from jobs.offers.comparison import differences, in_words
from jobs.offers.models import JobOffer
from jobs.offers.states import OfferState
from territory.models import Municipality
from tests.cast import Cast
from tests.employer_space.reading import address, as_sent, fresh, words
from tests.factories import make_offer

GRAMAT, CAHORS = "46128", "46042"


def places(*codes: str) -> list[Municipality]:
    return [Municipality.objects.get(insee=code) for code in codes]


@pytest.fixture
def offer(cast: Cast, now):
    return make_offer(
        now, employer=cast.hospital, state=OfferState.ONLINE, municipalities=places(GRAMAT, CAHORS)
    )


def test_the_first_commune_is_told_first_everywhere(cast: Cast, offer) -> None:
    assert offer.main_municipality.name == "Gramat"
    assert offer.place_display == "Gramat et Cahors"
    public = words(cast.client().get(offer.get_absolute_url()))
    assert "Gramat (46500), Cahors (46000)" in public
    assert in_words(offer, "municipalities") == "Gramat, Cahors"
    located = job_posting(offer)["jobLocation"]
    assert [place["address"]["addressLocality"] for place in located] == ["Gramat", "Cahors"]


def test_reopening_and_saving_the_step_keeps_the_first_commune(cast: Cast, offer) -> None:
    client = cast.client(cast.nurse_manager)
    sent = as_sent(client.get(address(offer, "poste")))
    assert (sent["commune"], sent["other_communes"]) == ("Gramat (46500)", "Cahors (46000)")
    before = fresh(offer).latest_revision_id
    assert client.post(address(offer, "poste"), sent).status_code == 302
    assert fresh(offer).latest_revision_id == before


def test_swapping_the_communes_is_a_change_that_is_kept_and_shown(cast: Cast, offer) -> None:
    client = cast.client(cast.nurse_manager)
    sent = as_sent(client.get(address(offer, "poste")))
    client.post(address(offer, "poste"), sent | {"commune": "Cahors", "other_communes": "Gramat"})
    draft = services.latest_draft(fresh(offer))
    assert [place.name for place in draft.places] == ["Cahors", "Gramat"]
    assert [change.field for change in differences(offer, draft)] == ["municipalities"]


def test_a_copy_keeps_the_first_commune(cast: Cast, offer, now) -> None:
    copy = services.duplicate_offer(offer=offer, by=cast.nurse_manager.user, now=now)
    assert copy.place_display == "Gramat et Cahors"


def test_a_file_says_which_commune_is_first(cast: Cast) -> None:
    gramat, cahors = places(GRAMAT, CAHORS)
    record = Record(source_id="1", municipality_ids=[gramat.pk, cahors.pk])
    values = values_of(record, Source("Essai", "essai"))
    assert values["main_municipality_id"] == gramat.pk


def test_an_older_offer_without_a_first_commune_is_in_the_order_of_names(offer) -> None:
    JobOffer.objects.filter(pk=offer.pk).update(main_municipality=None)
    assert JobOffer.objects.for_display().get(pk=offer.pk).place_display == "Cahors et Gramat"
