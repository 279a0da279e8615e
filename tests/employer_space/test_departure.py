"""A person takes their data away, deletes their account, or lets it lie: what comes first, what stays."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.test import Client

from accounts.models import User
from employer_space.organisation import services as team
from jobs.employers.models import EmployerEvent, Membership
from jobs.employers.states import MembershipRole, MembershipStatus
from jobs.offers.models import JobOffer
from jobs.offers.states import OfferState
from mailing.models import OutgoingMail
from operations import purge
from operations.append_only import PSEUDONYM
from tests.cast import Cast
from tests.employer_space.reading import words
from tests.factories import PASSWORD, make_employer, make_member, make_offer, make_user

pytestmark = pytest.mark.django_db

ACCOUNT = "/espace-employeur/mon-compte/"
DATA, DELETE = f"{ACCOUNT}mes-donnees/", f"{ACCOUNT}supprimer/"
DAY = dt.timedelta(days=1)


def run(name: str, when: dt.datetime, *, dry_run: bool = False) -> int:
    (policy,) = [one for one in purge.registered() if one.name == f"employer_space.{name}"]
    return policy.run(when, dry_run)


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


def seen(user: User, when: dt.datetime) -> None:
    User.objects.filter(pk=user.pk).update(last_login=when, date_joined=when)


# --- Download one's data --------------------------------------------------------------------------------------------


def test_a_person_downloads_what_is_known_of_them_and_nothing_is_written(cast: Cast) -> None:
    client = cast.client(cast.nurse_manager)
    assert DATA in client.get(ACCOUNT).content.decode()
    response = client.get(DATA)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert "attachment" in response["Content-Disposition"]
    assert "no-store" in response["Cache-Control"]
    known = response.json()
    assert "cadre@hopital.example" in json.dumps(known)
    assert "Hôpital d’essai" in json.dumps(known, ensure_ascii=False)
    assert "patronne@cafe.example" not in json.dumps(known)
    assert client.post(DATA).status_code == 405
    assert Client().get(DATA).status_code == 302


def test_whoever_has_no_employer_any_more_still_has_these_rights(cast: Cast, now) -> None:
    removed = make_member(cast.hospital, now, status=MembershipStatus.REMOVED)
    client = cast.client(removed)
    assert client.get(DATA).status_code == 200
    assert client.post(DELETE, {"password": PASSWORD}).status_code == 200
    assert fresh(removed.user).anonymised_at


# --- Delete one's account -------------------------------------------------------------------------------------------


def test_the_password_deletes_the_account_and_closes_the_session(cast: Cast, now) -> None:
    colleague = make_member(cast.hospital, now, role=MembershipRole.MEMBER)
    assert cast.nurse_manager.is_admin
    client = cast.client(colleague)
    page = client.get(DELETE)
    assert page.status_code == 200
    assert "Supprimer" in words(page) or "Delete" in words(page)
    assert not fresh(colleague.user).anonymised_at

    response = client.post(DELETE, {"password": PASSWORD})

    assert response.status_code == 200
    assert client.get(ACCOUNT).status_code == 302
    gone = fresh(colleague.user)
    assert (str(gone), gone.is_active) == (PSEUDONYM, False)
    tie = Membership.objects.get(pk=colleague.pk)
    assert (tie.status, tie.job_title) == (MembershipStatus.REMOVED, "")
    line = EmployerEvent.objects.latest("pk")
    assert (line.act, line.employer, line.actor_id) == ("MEMBER_REMOVED", cast.hospital, gone.pk)
    assert "Camille" not in line.actor_name + line.reason
    assert colleague.user.email not in words(
        cast.client(cast.nurse_manager).get("/espace-employeur/equipe/")
    )


@pytest.mark.parametrize("posted", [{}, {"password": ""}, {"password": "autre phrase bien longue"}])
def test_without_the_right_password_nothing_happens(cast: Cast, posted: dict[str, str]) -> None:
    client = cast.client(cast.nurse_manager)
    assert client.post(DELETE, posted).status_code == 422
    assert fresh(cast.nurse_manager.user).anonymised_at is None


def test_passwords_are_not_guessed_there(cast: Cast) -> None:
    client = cast.client(cast.nurse_manager)
    for _turn in range(5):
        assert client.post(DELETE, {"password": "faux"}).status_code == 422
    assert client.post(DELETE, {"password": PASSWORD}).status_code == 429
    assert fresh(cast.nurse_manager.user).anonymised_at is None


def sent_code(user: User) -> str:
    mail = OutgoingMail.objects.filter(to=user.email, act="account_deletion_code").latest("pk")
    assert mail.is_secret
    found = re.search(r"\b\d{6}\b", mail.text)
    assert found is not None
    return found[0]


@pytest.fixture
def without_password(cast: Cast) -> User:
    user = cast.nurse_manager.user
    user.set_unusable_password()
    user.save()
    return user


def test_a_code_proves_who_asks_when_there_is_no_password(cast: Cast, without_password) -> None:
    client = cast.client(cast.nurse_manager)
    assert (
        client.post(DELETE, {"code": "123456"}).status_code == 200
    )  # no code was sent: nothing to check
    assert not OutgoingMail.objects.filter(act="account_deletion_code").exists()
    assert client.post(DELETE, {"send": "1"}).status_code == 302
    code = sent_code(without_password)
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    assert client.post(DELETE, {"code": wrong}).status_code == 422
    assert fresh(without_password).anonymised_at is None
    assert client.post(DELETE, {"code": f"{code[:3]} {code[3:]}"}).status_code == 200
    assert fresh(without_password).anonymised_at


def test_a_code_is_worth_nothing_after_its_time_or_three_mistakes(
    cast: Cast, without_password, now
) -> None:
    with time_machine.travel(now) as clock:
        client = cast.client(cast.nurse_manager)
        client.post(DELETE, {"send": "1"})
        code = sent_code(without_password)
        clock.shift(dt.timedelta(minutes=16))
        client.post(DELETE, {"code": code})
        assert fresh(without_password).anonymised_at is None
        client.post(DELETE, {"send": "1"})
        code = sent_code(without_password)
        for _turn in range(3):
            client.post(DELETE, {"code": "non"})
        client.post(DELETE, {"code": code})
    assert fresh(without_password).anonymised_at is None


def test_somebody_with_a_password_never_gets_a_code(cast: Cast) -> None:
    client = cast.client(cast.nurse_manager)
    assert client.post(DELETE, {"send": "1"}).status_code == 422
    assert not OutgoingMail.objects.filter(act="account_deletion_code").exists()


def test_the_last_administrator_is_told_to_give_the_role_first(cast: Cast, now) -> None:
    colleague = make_member(cast.hospital, now, role=MembershipRole.MEMBER)
    client = cast.client(cast.nurse_manager)
    assert 'name="password"' not in client.get(DELETE).content.decode()
    assert client.post(DELETE, {"password": PASSWORD}).status_code == 409
    assert fresh(cast.nurse_manager.user).anonymised_at is None
    Membership.objects.filter(pk=colleague.pk).update(role=MembershipRole.ADMIN)
    assert client.post(DELETE, {"password": PASSWORD}).status_code == 200


@pytest.mark.parametrize("state", [OfferState.ONLINE, OfferState.PENDING])
def test_the_last_administrator_is_told_to_close_the_offers_first(cast: Cast, now, state) -> None:
    cast.nurse_manager  # noqa: B018 - on stage before the offer
    offer = make_offer(now, employer=cast.hospital, state=state)
    client = cast.client(cast.nurse_manager)
    assert client.post(DELETE, {"password": PASSWORD}).status_code == 409
    assert fresh(cast.nurse_manager.user).anonymised_at is None
    JobOffer.objects.get(pk=offer.pk)


def test_a_person_alone_whose_offers_are_over_may_go(cast: Cast, now) -> None:
    cast.nurse_manager  # noqa: B018 - on stage before the offer
    make_offer(now, employer=cast.hospital, state=OfferState.FILLED)
    client = cast.client(cast.nurse_manager)
    assert client.post(DELETE, {"password": PASSWORD}).status_code == 200
    assert fresh(cast.nurse_manager.user).anonymised_at


def test_a_person_is_told_of_the_offers_that_name_them(cast: Cast, now) -> None:
    make_member(cast.hospital, now)
    make_offer(now, employer=cast.hospital, apply_email=cast.nurse_manager.user.email)
    page = cast.client(cast.nurse_manager).get(DELETE)
    assert page.context["contact_of"] == 1


def test_the_staff_are_told_to_ask_an_administrator(cast: Cast) -> None:
    client = cast.client(cast.moderator)
    assert client.get(DELETE).status_code == 200
    assert client.post(DELETE, {"password": PASSWORD}).status_code == 409
    assert fresh(cast.moderator).anonymised_at is None


# --- Accounts that nobody uses --------------------------------------------------------------------------------------


@pytest.fixture
def absent(cast: Cast, now) -> User:
    """Return a person alone at an employer without offers, last seen today."""
    user = make_user("absente@essai.example")
    make_member(make_employer(now), now, user=user)
    for other in User.objects.exclude(pk=user.pk):
        seen(other, now + 2000 * DAY)
    seen(user, now)
    return user


def test_an_unused_account_is_told_then_anonymised(absent: User, now) -> None:
    assert run("inactive_notices", now + 699 * DAY) == 0
    assert run("inactive_notices", now + 700 * DAY, dry_run=True) == 1
    assert not OutgoingMail.objects.filter(to=absent.email).exists()
    assert run("inactive_notices", now + 700 * DAY) == 1
    assert run("inactive_notices", now + 701 * DAY) == 0
    mail = OutgoingMail.objects.get(to=absent.email)
    assert "supprimé" in mail.subject
    assert "/compte/connexion/" in mail.text

    assert run("inactive_accounts", now + 729 * DAY) == 0
    assert run("inactive_accounts", now + 730 * DAY, dry_run=True) == 1
    assert fresh(absent).anonymised_at is None
    assert run("inactive_accounts", now + 730 * DAY) == 1
    assert run("inactive_accounts", now + 730 * DAY) == 0
    assert str(fresh(absent)) == PSEUDONYM


def test_nobody_is_anonymised_without_having_been_told_a_month_before(absent: User, now) -> None:
    late = now + 1000 * DAY  # the schedule was stopped for months
    assert run("inactive_accounts", late) == 0
    run("inactive_notices", late)
    assert run("inactive_accounts", late + 29 * DAY) == 0
    assert run("inactive_accounts", late + 30 * DAY) == 1


def test_signing_in_starts_the_two_years_again(absent: User, now) -> None:
    run("inactive_notices", now + 700 * DAY)
    User.objects.filter(pk=absent.pk).update(last_login=now + 710 * DAY)
    assert run("inactive_accounts", now + 800 * DAY) == 0
    assert run("inactive_notices", now + 1409 * DAY) == 0
    assert run("inactive_notices", now + 1410 * DAY) == 1
    assert run("inactive_accounts", now + 1440 * DAY) == 1


def test_the_staff_do_not_go_by_absence(cast: Cast, now) -> None:
    for who in (cast.moderator, cast.editor, cast.administrator):
        seen(who, now)
    assert run("inactive_notices", now + 5000 * DAY) == 0


def test_the_last_administrator_of_an_employer_that_recruits_is_kept(absent: User, now) -> None:
    later = now + 3000 * DAY
    employer = absent.memberships.get().employer
    offer = make_offer(later, employer=employer)
    assert run("inactive_notices", later) == 0
    offer.lifecycle.last_day = later.date() - DAY
    offer.lifecycle.save()
    assert run("inactive_notices", later) == 1


def test_an_account_never_confirmed_is_deleted_after_a_month(cast: Cast, now) -> None:
    confirmed, waiting, member = (make_user() for _turn in range(3))
    make_member(cast.hospital, now, user=member)
    for user in (confirmed, waiting, member):
        seen(user, now)
    User.objects.update(last_login=None)
    EmailAddress.objects.filter(user__in=[waiting, member]).update(verified=False)
    assert run("unconfirmed_accounts", now + 29 * DAY) == 0
    assert run("unconfirmed_accounts", now + 30 * DAY, dry_run=True) == 1
    assert User.objects.filter(pk=waiting.pk).exists()
    assert run("unconfirmed_accounts", now + 30 * DAY) == 1
    assert run("unconfirmed_accounts", now + 30 * DAY) == 0
    assert not User.objects.filter(pk=waiting.pk).exists()
    assert User.objects.filter(pk__in=[confirmed.pk, member.pk]).count() == 2


def test_an_invitation_to_somebody_erased_is_gone(cast: Cast, now) -> None:
    user = make_user("invitee@essai.example")
    team.invite(employer=cast.hospital, email=user.email, by=cast.nurse_manager.user, now=now)
    assert cast.client(user).post(DELETE, {"password": PASSWORD}).status_code == 200
    page = cast.client(cast.nurse_manager).get("/espace-employeur/equipe/")
    assert "invitee@essai.example" not in words(page)
