"""The screens on which the team verifies employers and answers requests to join."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from jobs.employers import services
from jobs.employers.models import Employer
from jobs.employers.states import EmployerStatus, MembershipStatus
from mailing.models import OutgoingMail
from tests.factories import make_employer, make_member, make_offer, make_user
from tests.references import broken_references, repeated_ids

pytestmark = pytest.mark.django_db
QUEUE = "/admin/employeurs/a-verifier/"
LONG = "Envoyez-nous un justificatif."


@pytest.fixture
def desk(cast):
    return cast.client(cast.moderator)


@pytest.fixture
def farm(cast):
    return cast.newcomer.employer


def act(employer, word):
    return reverse("employers_admin:act", args=[employer.pk, word])


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def status_of(employer):
    return Employer.objects.get(pk=employer.pk).status


def test_the_queue_shows_employers_and_requests_to_join_oldest_first(cast, desk, now, farm):
    make_employer(now - dt.timedelta(days=30), status="PENDING", name="Moulin ancien")
    waiting = make_member(
        cast.hospital,
        now,
        user=make_user(last_name="Rattachement"),
        status=MembershipStatus.PENDING,
    )
    page = desk.get(QUEUE).content.decode()
    # Buttons of the same words say whom they are about; a table wider than the screen can be scrolled with the keyboard.
    assert page.count(f'<span class="w-sr-only"> – {waiting.user.get_full_name()}</span>') == 3
    assert (
        'class="review-scroll" role="region" aria-labelledby="review-caption" tabindex="0"' in page
    )
    assert page.index("Moulin ancien") < page.index("Ferme d’essai")
    assert "Rattachement" in page
    assert reverse("employers_admin:answer_join", args=[waiting.pk, "accepter"]) in page


def test_an_employer_is_verified_and_the_next_one_comes(desk, now, farm):
    other = make_employer(now, status="PENDING")
    response = desk.post(act(farm, "verifier"))
    assert status_of(farm) == EmployerStatus.VERIFIED
    assert response["Location"] == reverse("employers_admin:detail", args=[other.pk])
    assert desk.post(act(other, "verifier"))["Location"] == QUEUE


@pytest.mark.parametrize(
    ("word", "after"),
    [("demander", EmployerStatus.INFORMATION_REQUESTED), ("refuser", EmployerStatus.REFUSED)],
)
def test_asking_and_refusing_need_a_reason(desk, farm, word, after):
    response = desk.post(act(farm, word), {"reason": "court"})
    assert response.status_code == 422
    assert ">court</textarea>" in response.content.decode().replace("\r\n", "").replace("\n", "")
    page = response.content.decode().split('<main class="content-wrapper')[1]
    assert f'href="#{word}_reason"' in page.split("data-error-summary")[1]
    assert repeated_ids(page) == broken_references(page) == []
    assert status_of(farm) == EmployerStatus.PENDING
    assert desk.post(act(farm, word), {"reason": LONG}).status_code == 302
    assert status_of(farm) == after
    assert Employer.objects.get(pk=farm.pk).status_reason == LONG


def test_a_verified_employer_is_suspended_then_restored(cast, desk, now):
    make_offer(now, employer=cast.hospital)
    assert desk.post(act(cast.hospital, "suspendre"), {"reason": ""}).status_code == 422
    assert desk.post(act(cast.hospital, "suspendre"), {"reason": LONG}).status_code == 302
    assert status_of(cast.hospital) == EmployerStatus.SUSPENDED
    assert cast.client().get("/offres/").content.decode().count("Hôpital d’essai") == 0
    assert desk.post(act(cast.hospital, "retablir")).status_code == 302
    assert status_of(cast.hospital) == EmployerStatus.VERIFIED


def test_the_second_of_two_is_told_who_decided(cast, desk, now, farm):
    first = make_user(groups=("Modérateurs",), first_name="Inès", last_name="Vernhes")
    services.refuse_employer(employer=farm, by=first, reason=LONG, now=now)
    response = desk.post(act(farm, "verifier"))
    assert response.status_code == 409
    assert "Inès Vernhes" in words(response)
    assert "10:00" in words(response)
    assert status_of(farm) == EmployerStatus.REFUSED


def test_a_request_to_join_is_answered_once(cast, desk, now):
    waiting = make_member(cast.hospital, now, status=MembershipStatus.PENDING)
    answer = reverse("employers_admin:answer_join", args=[waiting.pk, "accepter"])
    assert desk.get(answer).status_code == 405
    assert desk.post(answer).status_code == 302
    again = desk.post(reverse("employers_admin:answer_join", args=[waiting.pk, "refuser"]))
    assert again.status_code == 409
    waiting.refresh_from_db()
    assert waiting.status == MembershipStatus.ACTIVE


def test_the_screen_shows_what_was_said_and_who_belongs(cast, desk, now, farm):
    page = words(desk.get(reverse("employers_admin:detail", args=[farm.pk])))
    assert "fermiere@ferme.example" in page
    assert "46100" in page


def test_the_list_is_searched_by_name_and_siret(desk, now, farm):
    establishment = farm.establishments.get()
    establishment.siret = "26460002000018"
    establishment.save()
    make_employer(now, name="Moulin voisin")
    address = reverse("employers_admin:list")
    for query in ("ferme d", "264600020", "264 600 020 00018"):
        page = desk.get(address, {"q": query}).content.decode()
        assert "Ferme d’essai" in page
        assert "Moulin voisin" not in page
    for odd in ("\x00", "²²²", "%", "x" * 5000, "9" * 5000):
        assert desk.get(address, {"q": odd}).status_code == 200


@pytest.mark.parametrize("who", ["editor", "nurse_manager", None])
def test_nobody_else_reads_or_decides(cast, now, farm, who):
    client = cast.client(getattr(cast, who) if who else None)
    waiting = make_member(cast.hospital, now, status=MembershipStatus.PENDING)
    for address in (
        QUEUE,
        reverse("employers_admin:list"),
        reverse("employers_admin:detail", args=[farm.pk]),
    ):
        response = client.get(address)
        assert response.status_code in (302, 403)
        assert "Ferme d’essai" not in response.content.decode()
    for word in ("verifier", "demander", "refuser", "suspendre", "retablir"):
        assert client.post(act(farm, word), {"reason": LONG}).status_code in (302, 403)
    assert client.post(
        reverse("employers_admin:answer_join", args=[waiting.pk, "accepter"])
    ).status_code in (302, 403)
    assert status_of(farm) == EmployerStatus.PENDING
    waiting.refresh_from_db()
    assert waiting.status == MembershipStatus.PENDING


def test_an_invented_act_does_not_exist(desk, farm):
    assert desk.post(f"/admin/employeurs/{farm.pk}/supprimer/").status_code == 404
    assert desk.post("/admin/employeurs/999999/verifier/").status_code == 404


def test_refusing_a_request_to_join_needs_a_reason_that_is_mailed(cast, desk, now):
    waiting = make_member(cast.hospital, now, status=MembershipStatus.PENDING)
    refusal = reverse("employers_admin:answer_join", args=[waiting.pk, "refuser"])
    page = desk.get(QUEUE).content.decode()
    # One press does not refuse: the form is under a fold.
    fold = page[: page.index(f'action="{refusal}"')].rsplit("<details", 1)[1]
    assert "</details>" not in fold
    response = desk.post(refusal, {"reason": "court"})
    assert response.status_code == 422
    main = response.content.decode().split('<main class="content-wrapper')[1]
    assert f'href="#join_{waiting.pk}_reason"' in main.split("data-error-summary")[1]
    assert repeated_ids(main) == broken_references(main) == []
    waiting.refresh_from_db()
    assert waiting.status == MembershipStatus.PENDING
    why = "Vous n’êtes pas « connue » de cet établissement."
    assert desk.post(refusal, {"reason": why}).status_code == 302
    waiting.refresh_from_db()
    assert waiting.status == MembershipStatus.REFUSED
    mail = OutgoingMail.objects.get(act="join_refused")
    assert "Vous n’êtes pas “connue” de cet établissement." in mail.text
    assert "de cet établissement." in mail.html


def test_what_has_waited_too_long_is_marked_on_its_row(cast, desk, now, settings):
    settings.OFFER_LATE_REVIEW_HOURS = 48
    make_employer(now - dt.timedelta(hours=100), status="PENDING", name="Moulin ancien")
    make_employer(now, status="PENDING", name="Moulin récent")
    rows = desk.get(QUEUE).content.decode().split("<tr")
    late = [row for row in rows if "En retard" in row]
    assert len(late) == 1
    assert "Moulin ancien" in late[0]


def test_the_list_of_employers_is_sorted_as_people_read_whatever_the_accents(desk, now):
    for name in ("Zinguerie", "Épicerie", "eau vive", "Abattoir"):
        make_employer(now, name=name)
    page = desk.get("/admin/employeurs/").content.decode()
    found = [page.index(name) for name in ("Abattoir", "eau vive", "Épicerie", "Zinguerie")]
    assert found == sorted(found)
