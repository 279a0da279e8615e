"""The life of an offer: each act asks on GET, acts on POST, twice without harm, and explains a refusal."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from jobs.offers.codes import ReportReason
from jobs.offers.models import JobOffer
from jobs.offers.services import report_offer
from jobs.offers.situation import offer_state
from jobs.offers.states import OfferAct, OfferState, Role, may
from tests.cast import Cast
from tests.employer_space.reading import address, fresh, words
from tests.factories import make_offer

S = OfferState
ACTS = {
    "rappeler": OfferAct.RECALL,
    "retirer": OfferAct.WITHDRAW,
    "mettre-en-pause": OfferAct.PAUSE,
    "remettre-en-ligne": OfferAct.RESUME,
    "prolonger": OfferAct.EXTEND,
    "fermer": OfferAct.CLOSE,
    "dupliquer": OfferAct.DUPLICATE,
    "envoyer": OfferAct.SUBMIT,
    "poste": OfferAct.SAVE,
}


@pytest.fixture
def client(cast: Cast):
    return cast.client(cast.nurse_manager)


def state_now(offer: JobOffer, now: dt.datetime) -> OfferState:
    return offer_state(fresh(offer), now)


def data_for(page: str, now: dt.datetime) -> dict[str, str]:
    day = (now.date() + dt.timedelta(days=30)).strftime("%d/%m/%Y")
    return {"prolonger": {"last_day": day}, "fermer": {"outcome": "FILLED_BY_US"}}.get(page, {})


@pytest.mark.parametrize(
    ("start", "page", "end"),
    [
        (S.PENDING, "rappeler", S.DRAFT),
        (S.ONLINE_CHANGE_PENDING, "rappeler", S.ONLINE),
        (S.DRAFT, "retirer", S.WITHDRAWN),
        (S.ONLINE, "retirer", S.WITHDRAWN),
        (S.ONLINE, "mettre-en-pause", S.PAUSED),
        (S.PAUSED, "remettre-en-ligne", S.ONLINE),
        (S.EXPIRED, "prolonger", S.ONLINE),
        (S.ONLINE, "fermer", S.FILLED),
    ],
)
def test_an_act_is_asked_then_done_then_harmless(
    client, cast: Cast, now, start, page: str, end
) -> None:
    offer = make_offer(now, employer=cast.hospital, state=start)
    asked = client.get(address(offer, page))
    assert asked.status_code == 200
    assert b'method="post"' in asked.content
    assert state_now(offer, now) == start, "reading changes nothing"
    first = client.post(address(offer, page), data_for(page, now))
    assert first.headers["Location"] == address(offer)
    assert state_now(offer, now) == end
    lines = fresh(offer).log.count()
    again = client.post(address(offer, page), data_for(page, now))
    assert again.status_code == 302
    assert state_now(offer, now) == end
    assert fresh(offer).log.count() == lines


@pytest.mark.parametrize("start", [state for state in S if state != S.WAITING_ACCOUNT])
def test_what_the_state_forbids_is_explained_and_changes_nothing(
    client, cast: Cast, now, start
) -> None:
    offer = make_offer(now, employer=cast.hospital, state=start)
    for page, act in ACTS.items():
        if may(act, Role.EMPLOYER, start):
            continue
        response = client.get(address(offer, page))
        assert response.status_code == 409, page
        assert f"est dans cet état : {start.label}" in words(response)
        assert client.post(address(offer, page), data_for(page, now)).status_code in (302, 409), (
            page
        )
        assert state_now(offer, now) == start


@pytest.mark.parametrize("start", [state for state in S if state != S.WAITING_ACCOUNT])
def test_the_page_of_an_offer_shows_its_state_and_only_buttons_that_work(
    client, cast: Cast, now, start
) -> None:
    offer = make_offer(now, employer=cast.hospital, state=start)
    page = client.get(address(offer))
    assert str(start.label) in words(page)
    context = page.context
    buttons = [*context["buttons"], *filter(None, [context["write_button"]])]
    assert buttons
    for button in buttons:
        assert client.get(button.url).status_code == 200, button.url


@pytest.mark.parametrize(
    ("outcome", "end"),
    [
        ("FILLED_BY_US", S.FILLED),
        ("FILLED_ELSEWHERE", S.FILLED),
        ("ENOUGH_CANDIDATES", S.CLOSED),
        ("ABANDONED", S.CLOSED),
    ],
)
def test_closing_keeps_how_it_ended(client, cast: Cast, now, outcome: str, end) -> None:
    offer = make_offer(now, employer=cast.hospital)
    client.post(address(offer, "fermer"), {"outcome": outcome, "filled_by": "bouche-à-oreille"})
    life = fresh(offer).lifecycle
    assert (life.outcome, life.filled_by) == (outcome, "bouche-à-oreille")
    assert state_now(offer, now) == end


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"outcome": "WITHDRAWN"},
        {"outcome": "\x00"},
        {"outcome": "ABANDONED", "filled_by": "x" * 121},
    ],
)
def test_a_wrong_end_is_asked_again(client, cast: Cast, now, data) -> None:
    offer = make_offer(now, employer=cast.hospital)
    response = client.post(address(offer, "fermer"), data)
    assert response.status_code == 422
    assert state_now(offer, now) == S.ONLINE


@pytest.mark.parametrize(
    ("days", "said"),
    [(-1, "La date limite doit être dans le futur."), (91, "La date limite est au plus tard le")],
)
def test_a_last_day_out_of_bounds_is_explained(
    client, cast: Cast, now, days: int, said: str
) -> None:
    offer = make_offer(now, employer=cast.hospital)
    typed = (now.date() + dt.timedelta(days=days)).strftime("%d/%m/%Y")
    response = client.post(address(offer, "prolonger"), {"last_day": typed})
    assert response.status_code == 422
    assert said in words(response)
    assert typed in response.content.decode()


@pytest.mark.parametrize("typed", ["", "demain", "31/02/2027", "\x00", "9" * 300, "14/12/99999"])
def test_a_date_that_is_not_one_is_explained(client, cast: Cast, now, typed: str) -> None:
    offer = make_offer(now, employer=cast.hospital)
    assert client.post(address(offer, "prolonger"), {"last_day": typed}).status_code == 422


def test_duplicating_twice_with_the_same_page_gives_one_copy(client, cast: Cast, now) -> None:
    offer = make_offer(now, employer=cast.hospital)
    key = {"key": str(uuid.uuid4())}
    first = client.post(address(offer, "dupliquer"), key)
    second = client.post(address(offer, "dupliquer"), key)
    assert first.headers["Location"] == second.headers["Location"]
    assert JobOffer.objects.filter(employer=cast.hospital).count() == 2
    copy = JobOffer.objects.select_related("lifecycle").latest("pk")
    assert copy.title == offer.title
    assert not copy.live
    assert copy.lifecycle.copied_from == offer


def test_reports_of_readers_stay_between_them_and_the_team(client, cast: Cast, now) -> None:
    offer = make_offer(now, employer=cast.hospital)
    report_offer(offer=offer, reason=ReportReason.SCAM, message="Méfiance", email="", now=now)
    text = words(client.get(address(offer)))
    assert "Approuvée et publiée" in text
    assert "Signalée" not in text
    assert "Méfiance" not in text


def test_an_online_offer_links_to_its_public_page_and_a_draft_does_not(
    client, cast: Cast, now
) -> None:
    online = make_offer(now, employer=cast.hospital)
    draft = make_offer(now, employer=cast.hospital, state=S.DRAFT)
    assert "Voir l’offre en ligne" in words(client.get(address(online)))
    assert "Voir l’offre en ligne" not in words(client.get(address(draft)))


def test_a_suspended_offer_says_why(client, cast: Cast, now) -> None:
    offer = make_offer(now, employer=cast.hospital, state=S.SUSPENDED)
    assert "Signalement à vérifier." in words(client.get(address(offer)))
