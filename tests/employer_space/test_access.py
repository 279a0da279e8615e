"""Who enters the employer space, and whose offers are seen from it."""

from __future__ import annotations

import uuid

import pytest

from jobs.employers.states import EmployerStatus, MembershipStatus
from jobs.offers.states import OfferState
from tests.cast import Cast
from tests.employer_space.reading import address, words
from tests.factories import make_employer, make_member, make_offer, make_user

SPACE = "/espace-employeur/"
PAGES = (
    "", "poste", "conditions", "description", "candidature", "verifier", "apercu", "envoyer", "envoyee", "rappeler",
    "retirer", "mettre-en-pause", "remettre-en-ligne", "prolonger", "fermer", "dupliquer",
)  # fmt: skip
READ_ONLY = ("", "apercu", "envoyee")


def test_a_visitor_reads_the_presentation_and_receives_no_cookie(cast: Cast) -> None:
    response = cast.client().get(SPACE)
    assert response.status_code == 200
    assert not response.cookies
    text = words(response)
    assert "Créer mon compte employeur" in text
    assert "Se connecter" in text


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_is_asked_to_sign_in_on_every_page_of_an_offer(
    cast: Cast, now, page: str
) -> None:
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    response = cast.client().get(address(offer, page))
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/compte/connexion/?next=")


@pytest.mark.parametrize("page", PAGES)
def test_an_offer_of_another_employer_does_not_exist(cast: Cast, now, page: str) -> None:
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    cast.nurse_manager  # noqa: B018 - called on stage
    assert cast.client(cast.cafe_owner).get(address(offer, page)).status_code == 404
    if page not in READ_ONLY:
        assert cast.client(cast.cafe_owner).post(address(offer, page), {}).status_code == 404


def test_an_unknown_offer_is_not_found(cast: Cast) -> None:
    client = cast.client(cast.cafe_owner)
    assert client.get(f"{SPACE}offres/{uuid.uuid4()}/").status_code == 404
    assert client.get(f"{SPACE}offres/1/").status_code == 404


@pytest.mark.parametrize("page", READ_ONLY)
def test_pages_to_read_refuse_other_methods(cast: Cast, now, page: str) -> None:
    client = cast.client(cast.nurse_manager)
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    assert client.post(address(offer, page)).status_code == 405
    assert client.delete(address(offer, "poste")).status_code == 405
    assert client.post(SPACE).status_code == 405
    assert client.put(f"{SPACE}offres/nouvelle/poste/").status_code == 405


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (MembershipStatus.PENDING, "attend une réponse"),
        (MembershipStatus.REFUSED, "a été refusée"),
        (MembershipStatus.REMOVED, "Vous n’agissez plus pour Hôpital d’essai"),
    ],
)
def test_a_person_who_may_not_act_reads_why(cast: Cast, now, status: str, said: str) -> None:
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    person = make_member(cast.hospital, now, user=make_user(), status=status)
    client = cast.client(person)
    assert said in words(client.get(SPACE))
    for page in ("", "poste", "fermer"):
        response = client.get(address(offer, page))
        assert response.status_code == 403
        assert said in words(response)
        assert offer.title not in words(response)


def test_a_person_without_employer_is_led_to_the_end_of_the_sign_up(cast: Cast) -> None:
    response = cast.client(make_user()).get(SPACE)
    assert response.status_code == 200
    assert "Terminer mon inscription" in words(response)


def test_staff_without_employer_are_shown_the_administration(cast: Cast) -> None:
    assert "Ouvrir l’administration" in words(cast.client(cast.moderator).get(SPACE))


def test_a_member_never_enters_the_administration(cast: Cast) -> None:
    assert cast.client(cast.nurse_manager).get("/admin/").status_code in (302, 403)


@pytest.fixture
def person_of_two(cast: Cast, now):
    user = make_user("deux@essai.example")
    make_member(cast.hospital, now, user=user)
    make_member(cast.cafe, now, user=user)
    return user


def test_a_person_of_two_employers_chooses_for_whom_to_act(cast: Cast, person_of_two) -> None:
    client = cast.client(person_of_two)
    assert "Café d’essai" in words(client.get(SPACE))
    page = f"{SPACE}changer-d-employeur/"
    assert "Hôpital d’essai" in words(client.get(page))
    client.post(page, {"employer": str(cast.hospital.public_id)})
    assert response_heading(client.get(SPACE)) == "Hôpital d’essai"


def test_an_employer_one_does_not_belong_to_cannot_be_chosen(
    cast: Cast, now, person_of_two
) -> None:
    client = cast.client(person_of_two)
    other = make_employer(now, name="Ferme étrangère")
    for value in (str(other.public_id), "", "x" * 5000, "\x00"):
        assert client.post(f"{SPACE}changer-d-employeur/", {"employer": value}).status_code == 302
    assert response_heading(client.get(SPACE)) == "Café d’essai"


def test_a_mail_opens_the_offer_of_the_other_employer_without_choosing_first(
    cast: Cast, now, person_of_two
) -> None:
    offer = make_offer(now, employer=cast.hospital, state=OfferState.DRAFT)
    assert cast.client(person_of_two).get(address(offer)).status_code == 200


def test_the_kit_is_a_tab_only_for_a_verified_employer(cast: Cast) -> None:
    member = cast.client(cast.nurse_manager).get(SPACE)
    newcomer = cast.client(cast.newcomer).get(SPACE)
    assert "Kit de communication" in words(member)
    assert "Kit de communication" not in words(newcomer)


def test_the_end_of_the_session_is_told_to_the_page(cast: Cast) -> None:
    assert b"data-session-seconds=" in cast.client(cast.nurse_manager).get(SPACE).content


@pytest.mark.parametrize("status", EmployerStatus.values)
def test_every_state_of_the_account_opens_the_dashboard(cast: Cast, now, status: str) -> None:
    employer = make_employer(now, status=status)
    assert cast.client(make_member(employer, now)).get(SPACE).status_code == 200


def response_heading(response) -> str:
    return response.wsgi_request.employer.name
