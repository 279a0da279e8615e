"""Importing whole files: what is created, what is told, what is left alone."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from jobs.employers.models import Employer
from jobs.exchange import runs
from jobs.exchange.files import OfferFile, RawOffer, Shape, open_offers
from jobs.exchange.services import Result
from jobs.offers import services
from jobs.offers.models import JobOffer, ModerationLogEntry
from jobs.offers.states import OfferAct, OfferState, Outcome, ReviewState
from territory.models import Municipality
from tests.cast import Cast
from tests.factories import MISSIONS, make_employer, make_offer

pytestmark = pytest.mark.django_db
HERE, AWAY = "France Travail", "Partenaire inventé"


@pytest.fixture
def items(data: Path) -> list[dict[str, Any]]:
    return json.loads((data / "france_travail_invented.json").read_text(encoding="utf-8"))[
        "resultats"
    ]


def in_file(*contents: Any) -> OfferFile:
    return OfferFile(
        Shape.FRANCE_TRAVAIL, [RawOffer(rank, one) for rank, one in enumerate(contents, 1)]
    )


def external(now: dt.datetime, *contents: Any) -> list[runs.Line]:
    return list(runs.as_external(offers=in_file(*contents), source_name=HERE, now=now))


def from_csv(path: Path, employer: Employer, now: dt.datetime) -> list[runs.Line]:
    return list(
        runs.to_moderation(offers=open_offers(path), source_name="CSV", employer=employer, now=now)
    )


def results(lines: list[runs.Line]) -> list[str]:
    return [line.result.value for line in lines]


def test_each_offer_of_the_sample_becomes_what_it_should(items: Any, now: dt.datetime) -> None:
    lines = external(now, *items)
    assert results(lines) == [
        "created", "created", "created", "created", "rejected", "rejected", "offline", "created",
    ]  # fmt: skip
    assert [line.number for line in lines] == [f"INV000{rank}" for rank in range(1, 9)]
    assert runs.summary(lines)[Result.CREATED] == 5


def test_an_outside_offer_is_public_marked_as_copied_and_leads_back(
    items: Any, now: dt.datetime
) -> None:
    external(now, items[0])
    offer = JobOffer.objects.visible(now).get()
    assert (offer.employer.name, offer.employer.is_source) == (HERE, True)
    assert (offer.is_external, offer.source, offer.source_id) == (True, "france-travail", "INV0001")
    assert offer.source_url == "https://candidat.francetravail.fr/offres/recherche/detail/INV0001"
    assert (offer.apply_email, offer.apply_url, offer.apply_phone) == ("", "", "")
    assert [place.name for place in offer.municipalities.all()] == ["Figeac"]
    assert offer.lifecycle.last_day == now.date() + dt.timedelta(days=45)
    assert list(ModerationLogEntry.objects.values_list("act", "to_state")) == [
        (OfferAct.IMPORT, OfferState.ONLINE)
    ]


def test_its_employer_is_named_beside_the_source(items: Any, now: dt.datetime) -> None:
    external(now, items[0], items[1])
    shown = [offer.employer_display for offer in JobOffer.objects.for_display().order_by("pk")]
    assert shown == ["ATELIERS INVENTES, via France Travail", "France Travail"]


def test_it_is_dated_from_its_source_and_never_from_the_future(
    items: Any, now: dt.datetime
) -> None:
    external(now, items[0] | {"dateCreation": "2025-03-01T10:00:00Z"})
    external(now, items[1] | {"dateCreation": "2099-03-01T10:00:00Z"})
    dates = dict(JobOffer.objects.values_list("source_id", "lifecycle__online_since"))
    assert dates == {"INV0001": dt.datetime(2025, 3, 1, 10, tzinfo=dt.UTC), "INV0002": now}


def test_the_same_file_twice_changes_nothing(items: Any, now: dt.datetime) -> None:
    external(now, *items)
    before = list(JobOffer.objects.order_by("pk").values())
    log = ModerationLogEntry.objects.count()
    assert results(external(now, *items)) == [
        "unchanged", "unchanged", "unchanged", "unchanged", "rejected", "rejected", "offline", "unchanged",
    ]  # fmt: skip
    assert list(JobOffer.objects.order_by("pk").values()) == before
    assert (
        ModerationLogEntry.objects.count(),
        Employer.objects.filter(is_source=True).count(),
    ) == (log, 1)


def test_a_changed_offer_is_updated_in_place(items: Any, now: dt.datetime) -> None:
    external(now, items[0])
    pk = JobOffer.objects.get().pk
    moved = items[0] | {"intitule": "Fraiseur (H/F)", "lieuTravail": {"commune": "46042"}}
    assert results(external(now, moved)) == ["updated"]
    offer = JobOffer.objects.get()
    assert (offer.pk, offer.title) == (pk, "Fraiseur (H/F)")
    assert [place.name for place in offer.municipalities.all()] == ["Cahors"]


def test_the_same_number_twice_in_a_file_is_one_offer(items: Any, now: dt.datetime) -> None:
    assert results(external(now, items[0], items[0] | {"nombrePostes": 3})) == [
        "created",
        "updated",
    ]
    assert JobOffer.objects.get().positions == 3


def test_an_offer_seen_again_gets_its_days_back(items: Any, now: dt.datetime) -> None:
    external(now, items[0])
    later = now + dt.timedelta(days=60)
    assert not JobOffer.objects.visible(later).exists()
    assert results(external(later, items[0])) == ["unchanged"]
    assert JobOffer.objects.visible(later).count() == 1


def test_an_offer_with_an_unknown_contract_waits_offline_and_comes_online_with_a_known_one(
    items: Any, now: dt.datetime
) -> None:
    assert results(external(now, items[6])) == ["offline"]
    assert not JobOffer.objects.visible(now).exists()
    assert JobOffer.objects.get().source_raw["typeContrat"] == "XYZ"
    assert results(external(now, items[6] | {"typeContrat": "CDI"})) == ["updated"]
    assert JobOffer.objects.visible(now).count() == 1


def test_what_the_team_closed_or_suspended_stays_so(
    items: Any, now: dt.datetime, cast: Cast
) -> None:
    external(now, items[0], items[1])
    closed, suspended = JobOffer.objects.order_by("pk")
    services.close_offer(offer=closed, by=cast.moderator, outcome=Outcome.ABANDONED, now=now)
    suspended.lifecycle.suspended_at = now
    suspended.lifecycle.save()
    changed = [item | {"nombrePostes": 4} for item in items[:2]]
    assert results(external(now, *changed)) == ["left", "updated"]
    assert not JobOffer.objects.visible(now).exists()


def test_the_copy_of_an_offer_its_employer_shows_here_is_refused(
    items: Any, now: dt.datetime
) -> None:
    ours = make_offer(
        now,
        employer=make_employer(now, name="Ateliers Inventés"),
        title="Tourneur-fraiseur (H/F)",
        municipalities=[Municipality.objects.get(insee="46102")],
    )
    ours.employer.name = "Ateliers Inventes"
    ours.employer.save()
    lines = external(now, items[0])
    assert results(lines) == ["rejected"]
    assert lines[0].notes[-1].value == ours.reference


def test_one_offer_that_breaks_the_database_leaves_the_others(
    items: Any, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = runs.READERS[Shape.FRANCE_TRAVAIL]

    def read_and_spoil(raw: Any) -> Any:
        record = read(raw)
        if record.source_id == "INV0002":
            record.fields["positions"] = -1
        return record

    monkeypatch.setitem(runs.READERS, Shape.FRANCE_TRAVAIL, read_and_spoil)
    assert results(external(now, *items[:3])) == ["created", "rejected", "created"]
    assert JobOffer.objects.count() == 2


@pytest.mark.parametrize(
    "junk", [None, 3, "x", [], {}, {"id": "1"}, {"id": {"a": 1}, "intitule": []}]
)
def test_junk_among_offers_is_told_and_skipped(items: Any, now: dt.datetime, junk: Any) -> None:
    assert results(external(now, items[0], junk, items[2])) == ["created", "rejected", "created"]


def test_a_complete_row_enters_the_review_of_its_employer(
    data: Path, now: dt.datetime, cast: Cast
) -> None:
    lines = from_csv(data / "offres_inventees.csv", cast.hospital, now)
    assert results(lines) == ["created", "draft", "rejected", "rejected"]
    offer = JobOffer.objects.get(source_id="A1")
    assert (offer.employer, offer.live, offer.is_external) == (cast.hospital, False, False)
    assert offer.lifecycle.review == ReviewState.PENDING
    assert offer.current_workflow_state is not None
    assert offer.apply_email == "recrutement@auberge.example"


def test_an_incomplete_row_stays_a_draft_and_what_it_lacks_is_told(
    data: Path, now: dt.datetime, cast: Cast
) -> None:
    lines = from_csv(data / "offres_inventees.csv", cast.hospital, now)
    lacking = {note.field for note in lines[1].notes}
    assert {"missions", "apply_email"} <= lacking
    assert "reply_delay_days" not in lacking
    assert JobOffer.objects.get(source_id="A2").lifecycle.review == ReviewState.NONE


def test_a_row_sent_again_unchanged_does_nothing_and_changed_goes_back_to_review(
    tmp_path: Path, now: dt.datetime, cast: Cast
) -> None:
    columns = "numero;intitule;code_rome;commune;contrat;temps;salaire_min;salaire_periode;debut;missions;profil;experience;courriel;delai_reponse"
    cells = f'1;Cuisinière (F/H);G1602;Gramat;CDI;plein;2000;mois;dès que possible;"{MISSIONS}";Soin.;aucune;a@essai.example;14'
    path = tmp_path / "offers.csv"
    path.write_text(f"{columns}\n{cells}", encoding="utf-8")
    assert results(from_csv(path, cast.cafe, now)) == ["created"]
    assert results(from_csv(path, cast.cafe, now)) == ["unchanged"]
    path.write_text(f"{columns}\n{cells.replace('2000', '2100')}", encoding="utf-8")
    assert results(from_csv(path, cast.cafe, now)) == ["updated"]
    offer = JobOffer.objects.get()
    assert services.latest_draft(offer).salary_min == 2100
    assert offer.lifecycle.review == ReviewState.PENDING


def test_two_employers_may_number_their_offers_alike(
    data: Path, now: dt.datetime, cast: Cast
) -> None:
    from_csv(data / "offres_inventees.csv", cast.hospital, now)
    assert results(from_csv(data / "offres_inventees.csv", cast.cafe, now))[0] == "created"
    assert JobOffer.objects.filter(source_id="A1").count() == 2


def test_a_remote_post_needs_an_employer_established_in_the_lot(
    tmp_path: Path, now: dt.datetime, cast: Cast
) -> None:
    path = tmp_path / "offers.csv"
    path.write_text(
        "numero;intitule;code_rome;contrat;teletravail;missions\n1;Dev (F/H);M1805;CDI;100;Du code.",
        encoding="utf-8",
    )
    assert results(from_csv(path, cast.cafe, now)) == ["rejected"]
    cast.cafe.establishments.update(municipality=Municipality.objects.get(insee="46102"))
    assert results(from_csv(path, cast.cafe, now)) == ["draft"]
    assert JobOffer.objects.get().is_fully_remote is True
