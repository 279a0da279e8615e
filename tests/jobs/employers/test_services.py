"""Acts on an employer's account and on its members: the table holds, reasons are told, somebody always manages."""

import pytest

from jobs.employers import services
from jobs.employers.errors import (
    EmployerActNotAllowed,
    EmployerReasonRequired,
    LastAdministrator,
    SiretHeld,
)
from jobs.employers.models import Employer, Membership
from jobs.employers.services import SignUp
from jobs.employers.states import (
    EMPLOYER_TRANSITIONS,
    EmployerAct,
    EmployerStatus,
    MembershipRole,
    MembershipStatus,
)
from mailing.models import OutgoingMail
from tests.factories import make_employer, make_member, make_user

pytestmark = pytest.mark.django_db
LONG = "Envoyez-nous un justificatif."
SIRET = "26460002000018"
ACTS = {
    EmployerAct.VERIFY: services.verify_employer,
    EmployerAct.ASK: lambda **who: services.ask_information(reason=LONG, **who),
    EmployerAct.REFUSE: lambda **who: services.refuse_employer(reason=LONG, **who),
    EmployerAct.SUSPEND: lambda **who: services.suspend_employer(reason=LONG, **who),
    EmployerAct.RESTORE: services.restore_employer,
    EmployerAct.RESUBMIT: lambda employer, by, now: services.resubmit_employer(
        employer=employer, by=by, now=now, data=signed()
    ),
}


def signed(**fields):
    values = {
        "name": "Ferme des Causses", "kind": "FARM", "siret": "", "address": "", "postcode": "46500",
        "city": "Gramat", "municipality_id": None, "phone": "", "website": "", "description": "",
        "job_title": "Gérante", "charter_version": "1",
    }  # fmt: skip
    return SignUp(**(values | fields))


@pytest.mark.parametrize("act", list(ACTS))
@pytest.mark.parametrize("status", list(EmployerStatus))
def test_an_account_moves_as_the_table_says_and_not_otherwise(cast, now, act, status):
    employer = make_employer(now, status=status)
    if status == EmployerStatus.VERIFIED:
        employer.verified_at = now
    make_member(employer, now)
    sources, target = EMPLOYER_TRANSITIONS[act]
    if status in sources:
        ACTS[act](employer=employer, by=cast.moderator, now=now)
        employer.refresh_from_db()
        assert employer.status == target
        event = employer.events.get()
        assert (event.act, event.from_status, event.to_status) == (act, status, target)
        assert event.actor_name == cast.moderator.get_full_name()
    else:
        with pytest.raises(EmployerActNotAllowed):
            ACTS[act](employer=employer, by=cast.moderator, now=now)
        employer.refresh_from_db()
        assert employer.status == status
        assert not employer.events.exists()
        assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("reason", ["", "  ", "trop cour", "trop cour          "])
@pytest.mark.parametrize(
    "service", [services.ask_information, services.refuse_employer, services.suspend_employer]
)
def test_no_bad_news_goes_without_a_reason(cast, now, service, reason):
    employer = make_employer(
        now, status="VERIFIED" if service is services.suspend_employer else "PENDING"
    )
    with pytest.raises(EmployerReasonRequired):
        service(employer=employer, by=cast.moderator, reason=reason, now=now)
    assert not employer.events.exists()


@pytest.mark.parametrize(
    ("service", "status", "template"),
    [
        (services.ask_information, "PENDING", "employer_information_requested"),
        (services.refuse_employer, "PENDING", "employer_refused"),
        (services.suspend_employer, "VERIFIED", "employer_suspended"),
    ],
)
def test_the_reason_is_told_to_the_administrators_only(cast, now, service, status, template):
    employer = make_employer(now, status=status)
    admin = make_member(employer, now)
    make_member(employer, now, role=MembershipRole.MEMBER)
    make_member(employer, now, status=MembershipStatus.REMOVED)
    service(employer=employer, by=cast.moderator, reason=LONG, now=now)
    mail = OutgoingMail.objects.get(act=template)
    assert mail.to == admin.user.email
    assert LONG in mail.text


def test_a_new_siret_registers_an_employer_with_its_first_administrator(now):
    person = make_user()
    membership = services.sign_up(by=person, data=signed(siret=SIRET), now=now)
    assert (membership.role, membership.status) == (MembershipRole.ADMIN, MembershipStatus.ACTIVE)
    assert membership.employer.status == EmployerStatus.PENDING
    assert membership.employer.establishments.get().siret == SIRET
    assert membership.employer.submitted_at == now


def registered(cast, now, *, by=None):
    """Return the membership of the administrator of a verified employer that has the SIRET."""
    first = services.sign_up(by=by or make_user(), data=signed(siret=SIRET), now=now)
    services.verify_employer(employer=first.employer, by=cast.moderator, now=now)
    return first


def test_a_known_siret_asks_to_join_without_naming_anybody(cast, now):
    owner, second = make_user(last_name="Propriétaire"), make_user()
    first = registered(cast, now, by=owner)
    membership = services.sign_up(by=second, data=signed(siret=SIRET, name="Autre nom"), now=now)
    assert Employer.objects.count() == 1
    assert membership.employer == first.employer
    assert (membership.role, membership.status) == (MembershipRole.MEMBER, MembershipStatus.PENDING)
    mail = OutgoingMail.objects.get(to=second.email)
    assert "Propriétaire" not in mail.text
    assert owner.email not in mail.text


def test_asking_twice_to_join_waits_once(cast, now):
    registered(cast, now)
    second = make_user()
    services.sign_up(by=second, data=signed(siret=SIRET), now=now)
    services.sign_up(by=second, data=signed(siret=SIRET), now=now)
    assert Membership.objects.filter(user=second).count() == 1


@pytest.mark.parametrize("status", [MembershipStatus.REFUSED, MembershipStatus.REMOVED])
def test_a_person_turned_away_may_ask_again_but_enters_with_no_old_right(cast, now, status):
    first = registered(cast, now)
    person = make_user()
    make_member(first.employer, now, user=person, role=MembershipRole.ADMIN, status=status)
    again = services.sign_up(by=person, data=signed(siret=SIRET), now=now)
    assert again.status == MembershipStatus.PENDING
    assert again.role == MembershipRole.MEMBER


def test_an_employer_without_siret_is_always_a_new_one(now):
    services.sign_up(by=make_user(), data=signed(), now=now)
    services.sign_up(by=make_user(), data=signed(), now=now)
    assert Employer.objects.count() == 2


def test_a_refused_account_is_corrected_and_sent_again(cast, now):
    membership = services.sign_up(by=make_user(), data=signed(), now=now)
    services.refuse_employer(employer=membership.employer, by=cast.moderator, reason=LONG, now=now)
    services.resubmit_employer(
        employer=membership.employer,
        by=membership.user,
        data=signed(name="Ferme corrigée", siret=SIRET),
        now=now,
    )
    employer = Employer.objects.get()
    assert (employer.status, employer.name, employer.status_reason) == (
        "PENDING",
        "Ferme corrigée",
        "",
    )
    assert employer.establishments.get().siret == SIRET


def test_a_request_to_join_is_answered_once(cast, now):
    waiting = make_member(cast.hospital, now, status=MembershipStatus.PENDING)
    services.accept_join_request(membership=waiting, by=cast.moderator, now=now)
    with pytest.raises(EmployerActNotAllowed):
        services.refuse_join_request(membership=waiting, by=cast.moderator, reason=LONG, now=now)
    waiting.refresh_from_db()
    assert waiting.status == MembershipStatus.ACTIVE
    assert OutgoingMail.objects.filter(to=waiting.user.email).count() == 1


def test_the_last_administrator_can_neither_leave_nor_step_down(cast, now):
    only = cast.nurse_manager
    make_member(cast.hospital, now, role=MembershipRole.MEMBER)
    make_member(cast.hospital, now, role=MembershipRole.ADMIN, status=MembershipStatus.REMOVED)
    sleeping = make_member(cast.hospital, now, role=MembershipRole.ADMIN)
    sleeping.user.is_active = False
    sleeping.user.save(update_fields=["is_active"])
    with pytest.raises(LastAdministrator):
        services.remove_member(membership=only, by=only.user, now=now)
    with pytest.raises(LastAdministrator):
        services.change_role(membership=only, role=MembershipRole.MEMBER, by=only.user, now=now)


def test_of_two_administrators_one_may_leave(cast, now):
    second = make_member(cast.hospital, now, role=MembershipRole.ADMIN)
    services.remove_member(membership=second, by=cast.nurse_manager.user, now=now)
    second.refresh_from_db()
    assert second.status == MembershipStatus.REMOVED
    assert (
        services.remove_member(membership=second, by=cast.nurse_manager.user, now=now).status
        == "REMOVED"
    )


def test_somebody_invited_again_does_not_find_an_old_role(cast, now):
    gone = make_member(
        cast.hospital, now, role=MembershipRole.ADMIN, status=MembershipStatus.REMOVED
    )
    back = services.invite_member(
        employer=cast.hospital, user=gone.user, by=cast.nurse_manager.user, job_title="", now=now
    )
    assert (back.status, back.role) == (MembershipStatus.ACTIVE, MembershipRole.MEMBER)


def test_inviting_an_administrator_who_is_there_changes_nothing(cast, now):
    admin = cast.nurse_manager
    same = services.invite_member(
        employer=cast.hospital, user=admin.user, by=admin.user, job_title="", now=now
    )
    assert (same.pk, same.role) == (admin.pk, MembershipRole.ADMIN)


# --- Whose a SIRET is -------------------------------------------------------------------------------------------------


def test_a_siret_that_nobody_checked_captures_no_sign_up(cast, now):
    place = cast.cafe.establishments.get()
    place.siret = SIRET
    services.update_establishment(
        establishment=place, by=cast.cafe_owner.user, now=now, changed={"siret": ""}
    )
    services.sign_up(by=make_user(), data=signed(siret=SIRET), now=now)
    owner = services.sign_up(by=make_user(), data=signed(siret=SIRET), now=now)
    assert owner.employer != cast.cafe
    assert (owner.role, owner.status) == (MembershipRole.ADMIN, MembershipStatus.ACTIVE)
    services.verify_employer(employer=owner.employer, by=cast.moderator, now=now)
    later = services.sign_up(by=make_user(), data=signed(siret=SIRET), now=now)
    assert (later.employer, later.status) == (owner.employer, MembershipStatus.PENDING)
    with pytest.raises(SiretHeld):
        services.confirm_siret(establishment=place, by=cast.moderator, now=now)


def test_a_siret_confirmed_by_the_team_leads_to_its_employer(cast, now):
    cast.hospital.establishments.update(siret=SIRET)
    place = cast.hospital.establishments.get()
    for _turn in range(2):
        services.confirm_siret(establishment=place, by=cast.moderator, now=now)
    assert cast.hospital.events.filter(act="SIRET_CONFIRMED").count() == 1
    joined = services.sign_up(by=make_user(), data=signed(siret=SIRET), now=now)
    assert joined.employer == cast.hospital


def test_a_siret_typed_again_is_to_be_checked_again(cast, now):
    first = registered(cast, now)
    place = first.employer.establishments.get()
    assert place.siret_is_checked
    place.siret = "73282932000074"
    services.update_establishment(
        establishment=place, by=first.user, now=now, changed={"siret": SIRET}
    )
    place.refresh_from_db()
    assert not place.siret_is_checked


def test_signing_up_twice_with_ones_own_siret_makes_one_employer(now):
    person = make_user()
    first = services.sign_up(by=person, data=signed(siret=SIRET), now=now)
    assert services.sign_up(by=person, data=signed(siret=SIRET), now=now) == first
    assert Employer.objects.count() == 1
