"""What members manage: presentation, establishments, team, invitations, own account."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from typing import Any
from urllib.parse import quote

import pytest
import time_machine

from accounts.models import User
from employer_space.organisation import services
from employer_space.organisation.errors import EmployerNotVerified
from employer_space.organisation.models import Invitation
from employer_space.organisation.tokens import sign_invitation
from jobs.employers.models import Employer, EmployerEvent, Membership
from jobs.employers.states import EmployerAct, MembershipRole, MembershipStatus
from mailing.models import OutgoingMail
from tests.cast import Cast
from tests.employer_space.reading import words
from tests.factories import make_member, make_user

SPACE = "/espace-employeur/"
SIRET = "73282932000074"
PLACE = {
    "name": "Site de Gramat",
    "siret": "",
    "address": "3 place de la Halle",
    "postcode": "46500",
    "city": "Gramat",
    "phone": "",
}
PERSON = {
    "first_name": "Samir",
    "last_name": "Essai",
    "job_title": "Adjoint",
    "phone": "05 65 00 00 01",
    "password": "les canards du quai",
}


def colleague_of(
    cast: Cast, now: dt.datetime, email: str = "collegue@hopital.example"
) -> Membership:
    """Return a simple member of the hospital."""
    return make_member(cast.hospital, now, user=make_user(email), role=MembershipRole.MEMBER)


def invited(cast: Cast, email: str = "samir@hopital.example") -> str:
    """Invite an address through the page, and return the path of the link in the mail."""
    response = cast.client(cast.nurse_manager).post(f"{SPACE}equipe/inviter/", {"email": email})
    assert response.status_code == 302
    found = re.search(
        r"https?://[^/\s]+(/\S+)", OutgoingMail.objects.filter(to=email).latest("pk").text
    )
    assert found is not None
    return found[1]


# --- Establishments -------------------------------------------------------------------------------------------------


def test_the_establishment_page_shows_the_presentation_and_the_places(cast: Cast) -> None:
    cast.hospital.establishments.update(siret=SIRET)
    text = words(cast.client(cast.nurse_manager).get(f"{SPACE}etablissement/"))
    assert "Hôpital d’essai" in text
    assert "SIRET 732 829 320 00074" in text
    assert "Nom ou SIRET à changer ?" in text


def test_the_presentation_changes_at_once_and_is_written_in_the_history(cast: Cast) -> None:
    client = cast.client(cast.nurse_manager)
    response = client.post(
        f"{SPACE}etablissement/presentation/",
        {
            "website": "https://hopital.example",
            "description": "Neuf services.",
            "name": "Autre nom",
            "kind": "FARM",
        },
    )
    assert response.headers["Location"] == f"{SPACE}etablissement/"
    hospital = Employer.objects.get(pk=cast.hospital.pk)
    assert (hospital.website, hospital.description) == ("https://hopital.example", "Neuf services.")
    assert (hospital.name, hospital.kind) == ("Hôpital d’essai", "HOSPITAL")
    event = EmployerEvent.objects.get(employer=hospital, act=EmployerAct.ESTABLISHMENT_CHANGED)
    assert event.reason == "description"
    assert "Votre présentation est enregistrée." in words(client.get(f"{SPACE}etablissement/"))


def test_a_public_name_or_website_changed_without_asking_is_read_again_by_the_team(
    cast: Cast,
) -> None:
    client = cast.client(cast.nurse_manager)
    client.post(
        f"{SPACE}etablissement/presentation/",
        {"website": "https://ailleurs.example", "description": ""},
    )
    place = cast.hospital.establishments.get()
    client.post(f"{SPACE}etablissement/{place.public_id}/", {**PLACE, "name": "Clinique"})
    page = words(cast.client(cast.moderator).get("/admin/employeurs/a-verifier/"))
    assert "– → https://ailleurs.example" in page
    assert "Hôpital d’essai → Clinique" in page
    newcomer = cast.client(cast.newcomer)
    newcomer.post(f"{SPACE}etablissement/presentation/", {"name": "Ferme", "kind": "FARM"})
    assert EmployerEvent.objects.filter(act=EmployerAct.PUBLIC_CHANGED).count() == 2


def test_a_website_that_hides_where_it_leads_is_refused(cast: Cast) -> None:
    response = cast.client(cast.nurse_manager).post(
        f"{SPACE}etablissement/presentation/", {"website": "https://１27.0.0.1/", "description": ""}
    )
    assert response.status_code == 422
    assert Employer.objects.get(pk=cast.hospital.pk).website == ""


@pytest.mark.parametrize("status", ["PENDING", "REFUSED", "SUSPENDED"])
def test_only_a_verified_employer_sends_invitations(cast: Cast, status: str) -> None:
    client = cast.client(cast.nurse_manager)
    Employer.objects.filter(pk=cast.hospital.pk).update(status=status)
    assert client.get(f"{SPACE}equipe/inviter/").status_code == 403
    response = client.post(f"{SPACE}equipe/inviter/", {"email": "victime@ailleurs.example"})
    assert response.status_code == 403
    for page in (response, client.get(f"{SPACE}equipe/")):
        assert "dès que l’équipe aura vérifié votre compte" in words(page)
    assert not OutgoingMail.objects.filter(to="victime@ailleurs.example").exists()
    with pytest.raises(EmployerNotVerified):
        services.invite(
            employer=cast.hospital, email="x@y.example", by=cast.nurse_manager.user, now=cast.now
        )


def test_the_name_is_changed_freely_until_the_account_is_verified(cast: Cast) -> None:
    client = cast.client(cast.newcomer)
    client.post(f"{SPACE}etablissement/presentation/", {"name": "Ferme du Causse", "kind": "FARM"})
    assert Employer.objects.get(pk=cast.newcomer.employer_id).name == "Ferme du Causse"
    empty = client.post(f"{SPACE}etablissement/presentation/", {"name": "", "kind": "FARM"})
    assert empty.status_code == 422
    assert "Indiquez le nom que verront les candidats." in words(empty)


def test_a_place_is_added_then_changed(cast: Cast) -> None:
    client = cast.client(cast.nurse_manager)
    response = client.post(
        f"{SPACE}etablissement/ajouter/", {**PLACE, "siret": "732 829 320 00074"}
    )
    assert response.status_code == 302
    place = cast.hospital.establishments.get(name="Site de Gramat")
    assert (place.siret, place.municipality.name) == (SIRET, "Gramat")
    edit = f"{SPACE}etablissement/{place.public_id}/"
    assert "siret" not in client.get(edit).context["form"].fields
    client.post(edit, {**PLACE, "siret": "35600000000048", "phone": "05 65 00 00 09"})
    place.refresh_from_db()
    assert (place.siret, place.phone) == (SIRET, "05 65 00 00 09")


def test_the_siret_of_another_employer_is_told_to_the_team_only(cast: Cast) -> None:
    cast.cafe.establishments.update(siret=SIRET, siret_is_checked=True)
    response = cast.client(cast.nurse_manager).post(
        f"{SPACE}etablissement/ajouter/", {**PLACE, "siret": SIRET}
    )
    assert response.headers["Location"] == f"{SPACE}etablissement/"
    place = cast.hospital.establishments.get(name="Site de Gramat")
    assert place.siret_is_checked is False
    desk = cast.client(cast.moderator)
    assert "Site de Gramat, 73282932000074 Hôpital d’essai Aussi donné par Café d’essai" in words(
        desk.get("/admin/employeurs/a-verifier/")
    )
    held = desk.post(f"/admin/employeurs/etablissements/{place.pk}/siret/")
    assert held.status_code == 409
    cast.cafe.establishments.update(siret_is_checked=False)
    assert desk.post(f"/admin/employeurs/etablissements/{place.pk}/siret/").status_code == 302
    place.refresh_from_db()
    assert place.siret_is_checked is True


def test_ones_own_siret_twice_is_said_so(cast: Cast) -> None:
    cast.hospital.establishments.update(siret=SIRET)
    response = cast.client(cast.nurse_manager).post(
        f"{SPACE}etablissement/ajouter/", {**PLACE, "siret": SIRET}
    )
    assert response.status_code == 422
    assert "Un de vos établissements a déjà ce SIRET." in words(response)


def test_the_places_of_another_employer_do_not_exist(cast: Cast) -> None:
    place = cast.hospital.establishments.get()
    client = cast.client(cast.cafe_owner)
    for public_id in (place.public_id, uuid.uuid4()):
        url = f"{SPACE}etablissement/{public_id}/"
        assert client.get(url).status_code == 404
        assert client.post(url, PLACE).status_code == 404
    assert "Hôpital" not in words(client.get(f"{SPACE}etablissement/"))


@pytest.mark.parametrize(
    "page", ["etablissement/presentation/", "etablissement/ajouter/", "equipe/inviter/"]
)
def test_a_simple_member_is_told_whom_to_ask(cast: Cast, now, page: str) -> None:
    client = cast.client(colleague_of(cast, now))
    for response in (client.get(SPACE + page), client.post(SPACE + page, {"email": "x@y.example"})):
        assert response.status_code == 403
        assert "Seules les personnes administratrices" in words(response)
    assert cast.hospital.memberships.count() == 1


@pytest.mark.parametrize("page", ["etablissement/", "equipe/", "equipe/quitter/", "mon-compte/"])
def test_a_visitor_is_asked_to_sign_in(cast: Cast, page: str) -> None:
    response = cast.client().get(SPACE + page)
    assert response.headers["Location"].startswith("/compte/connexion/?next=")


# --- Team -----------------------------------------------------------------------------------------------------------


def test_every_member_sees_the_team_and_only_administrators_see_the_acts(cast: Cast, now) -> None:
    colleague = colleague_of(cast, now)
    cast.cafe_owner  # noqa: B018 - called on stage
    for viewer in (cast.nurse_manager, colleague):
        page = cast.client(viewer).get(f"{SPACE}equipe/")
        assert "cadre@hopital.example" in words(page)
        assert "collegue@hopital.example" in words(page)
        assert "patronne@cafe.example" not in words(page)
        assert (b"/retirer/" in page.content) is (viewer == cast.nurse_manager)


def test_a_removed_colleague_loses_access_on_the_next_request(cast: Cast, now) -> None:
    colleague = colleague_of(cast, now)
    theirs = cast.client(colleague)
    assert theirs.get(f"{SPACE}equipe/").status_code == 200
    client = cast.client(cast.nurse_manager)
    url = f"{SPACE}equipe/{colleague.public_id}/retirer/"
    assert "perdra l’accès immédiatement" in words(client.get(url))
    assert Membership.objects.get(pk=colleague.pk).status == MembershipStatus.ACTIVE
    assert client.post(url).headers["Location"] == f"{SPACE}equipe/"
    assert client.post(url).status_code == 302
    assert theirs.get(f"{SPACE}equipe/").status_code == 403
    assert EmployerEvent.objects.filter(act=EmployerAct.MEMBER_REMOVED).count() == 1


def test_the_last_administrator_can_neither_leave_nor_step_down(cast: Cast, now) -> None:
    colleague_of(cast, now)
    client = cast.client(cast.nurse_manager)
    mine = f"{SPACE}equipe/{cast.nurse_manager.public_id}"
    for url, data in (
        (f"{mine}/retirer/", {}),
        (f"{mine}/role/", {"role": "MEMBER"}),
        (f"{SPACE}equipe/quitter/", {}),
    ):
        response = client.post(url, data)
        assert response.status_code == 422
        assert "au moins une personne administratrice" in words(response)
    assert Membership.objects.get(pk=cast.nurse_manager.pk).is_admin is True


def test_the_role_is_handed_over_then_the_former_administrator_leaves(cast: Cast, now) -> None:
    colleague = colleague_of(cast, now)
    client = cast.client(cast.nurse_manager)
    client.post(f"{SPACE}equipe/{colleague.public_id}/role/", {"role": "ADMIN"})
    assert Membership.objects.get(pk=colleague.pk).role == MembershipRole.ADMIN
    assert (
        client.post(f"{SPACE}equipe/{colleague.public_id}/role/", {"role": "KING"}).status_code
        == 422
    )
    assert client.post(f"{SPACE}equipe/quitter/").headers["Location"] == SPACE
    assert client.get(f"{SPACE}equipe/").status_code == 403


@pytest.mark.parametrize("act", ["role", "retirer"])
def test_colleagues_of_another_employer_do_not_exist(cast: Cast, act: str) -> None:
    theirs = cast.nurse_manager
    client = cast.client(cast.cafe_owner)
    for public_id in (theirs.public_id, uuid.uuid4()):
        url = f"{SPACE}equipe/{public_id}/{act}/"
        assert client.get(url).status_code == 404
        assert client.post(url, {"role": "MEMBER"}).status_code == 404
    assert Membership.objects.get(pk=theirs.pk).status == MembershipStatus.ACTIVE


# --- Invitations ----------------------------------------------------------------------------------------------------


def test_an_invited_person_creates_an_account_and_joins(cast: Cast) -> None:
    link = invited(cast)
    client = cast.client()
    page = client.get(link)
    assert "vous invite à écrire et suivre les offres de Hôpital d’essai" in words(page)
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert Membership.objects.filter(employer=cast.hospital).count() == 1
    wrong = client.post(link, {**PERSON, "first_name": ""})
    assert wrong.status_code == 422
    assert wrong.context["form"]["job_title"].value() == "Adjoint"
    assert client.post(link, PERSON).headers["Location"] == SPACE
    membership = Membership.objects.get(user__email="samir@hopital.example")
    assert (membership.role, membership.status) == (MembershipRole.MEMBER, MembershipStatus.ACTIVE)
    assert membership.job_title == "Adjoint"
    assert membership.user.check_password(PERSON["password"])
    assert "Bienvenue dans l’équipe" in words(client.get(SPACE))


def test_the_mail_of_an_invitation_says_who_invites_and_hides_its_link_once_sent(
    cast: Cast,
) -> None:
    invited(cast)
    mail = OutgoingMail.objects.get(to="samir@hopital.example")
    assert mail.subject == "Rejoignez l’équipe de Hôpital d’essai sur Oh My Lot\u00a0!"
    assert cast.nurse_manager.user.get_full_name() in mail.text
    assert mail.is_secret is True


def test_an_invited_person_with_an_account_signs_in_then_joins_with_a_button(cast: Cast) -> None:
    owner = cast.cafe_owner
    link = invited(cast, owner.user.email)
    visitor = cast.client().get(link)
    assert "connectez-vous, puis rejoignez l’équipe" in words(visitor)
    assert f"?next={quote(link)}".encode() in visitor.content
    client = cast.client(owner)
    assert "Rejoindre l’équipe" in words(client.get(link))
    assert Membership.objects.filter(employer=cast.hospital, user=owner.user).exists() is False
    assert client.post(link).headers["Location"] == SPACE
    assert client.get(SPACE).context["request"].employer == cast.hospital
    assert client.post(link).status_code == 410


def test_an_invitation_is_bound_to_its_address(cast: Cast) -> None:
    link = invited(cast)
    client = cast.client(cast.cafe_owner)
    for response in (client.get(link), client.post(link)):
        assert response.status_code == 403
        assert "s•••@hopital.example" in words(response)
        assert "samir@" not in words(response)
    assert Membership.objects.filter(employer=cast.hospital).count() == 1


def test_an_invitation_ends_after_seven_days_a_cancellation_or_a_newer_one(cast: Cast) -> None:
    former = invited(cast)
    link = invited(cast)
    assert cast.client().get(former).status_code == 410
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=7, minutes=1)):
        assert cast.client().get(link).status_code == 410
        assert cast.client().post(link, PERSON).status_code == 410
    assert cast.client().get(link).status_code == 200
    waiting = Invitation.objects.unanswered().get(employer=cast.hospital)
    client = cast.client(cast.nurse_manager)
    url = f"{SPACE}equipe/invitations/{waiting.public_id}/annuler/"
    assert client.get(url).status_code == 200
    assert cast.client().get(link).status_code == 200
    assert client.post(url).status_code == 302
    assert cast.client().get(link).status_code == 410
    assert cast.client(cast.cafe_owner).post(url).status_code == 404


def test_a_forged_invitation_opens_nothing(cast: Cast) -> None:
    for token in ("x", "x:y", sign_invitation(uuid.uuid4()), sign_invitation(uuid.uuid4())[:-1]):
        response = cast.client().get(f"{SPACE}invitation/{token}/")
        assert response.status_code == 410
        assert "Cette invitation ne fonctionne plus" in words(response)


def test_a_removed_administrator_who_comes_back_is_a_simple_member(cast: Cast, now) -> None:
    former = make_member(
        cast.hospital, now, user=make_user("samir@hopital.example"), status=MembershipStatus.REMOVED
    )
    link = invited(cast)
    cast.client(former).post(link)
    former.refresh_from_db()
    assert (former.role, former.status) == (MembershipRole.MEMBER, MembershipStatus.ACTIVE)


def test_a_colleague_is_not_invited_twice(cast: Cast, now) -> None:
    colleague_of(cast, now)
    response = cast.client(cast.nurse_manager).post(
        f"{SPACE}equipe/inviter/", {"email": "Collegue@hopital.example"}
    )
    assert response.status_code == 422
    assert "Cette personne fait déjà partie de l’équipe." in words(response)


def test_invitations_are_limited_per_day(cast: Cast) -> None:
    client = cast.client(cast.nurse_manager)
    answers = [
        client.post(f"{SPACE}equipe/inviter/", {"email": f"p{turn}@hopital.example"})
        for turn in range(21)
    ]
    assert [answer.status_code for answer in answers] == [302] * 20 + [429]
    assert 'value="p20@hopital.example"' in answers[-1].content.decode()


def test_an_invitation_used_twice_at_once_opens_once(cast: Cast, now) -> None:
    invited(cast)
    invitation = Invitation.objects.get(email="samir@hopital.example")
    user = make_user("samir@hopital.example")
    arguments: dict[str, Any] = {"public_id": invitation.public_id, "user": user, "job_title": ""}
    later = dt.datetime.now(dt.UTC)
    services.accept_invitation(**arguments, now=later)
    with pytest.raises(services.InvitationOver):
        services.accept_invitation(**arguments, now=later)


# --- Own account ----------------------------------------------------------------------------------------------------


def test_a_person_changes_their_own_details(cast: Cast) -> None:
    client = cast.client(cast.nurse_manager)
    details = {name: value for name, value in PERSON.items() if name != "password"}
    response = client.post(
        f"{SPACE}mon-compte/", {**details, "email": "pirate@x.example", "is_staff": "on"}
    )
    assert response.headers["Location"] == f"{SPACE}mon-compte/"
    user = User.objects.get(pk=cast.nurse_manager.user_id)
    assert (user.first_name, user.phone, user.email, user.is_staff) == (
        "Samir", "05 65 00 00 01", "cadre@hopital.example", False,
    )  # fmt: skip
    assert Membership.objects.get(pk=cast.nurse_manager.pk).job_title == "Adjoint"
    wrong = client.post(f"{SPACE}mon-compte/", {**details, "phone": "1"})
    assert wrong.status_code == 422


def test_a_person_without_employer_still_has_an_account_page(cast: Cast) -> None:
    page = cast.client(make_user("seule@essai.example")).get(f"{SPACE}mon-compte/")
    assert page.status_code == 200
    assert "job_title" not in page.context["form"].fields


def test_the_account_page_leads_to_the_address_the_password_and_the_second_factor(
    cast: Cast,
) -> None:
    page = cast.client(cast.nurse_manager).get(f"{SPACE}mon-compte/").content
    for path in (
        b"/compte/adresse/",
        b"/compte/mot-de-passe/modifier/",
        b"/compte/second-facteur/",
    ):
        assert path in page


def test_a_new_address_is_confirmed_from_its_own_mail_and_the_former_one_is_told(
    cast: Cast,
) -> None:
    client = cast.client()
    user = cast.nurse_manager.user
    client.post(
        "/compte/connexion/", {"login": user.email, "password": "une-phrase-bien-longue-46"}
    )
    client.post("/compte/adresse/", {"email": "nouvelle@hopital.example", "action_add": "1"})
    mail = OutgoingMail.objects.get(to="nouvelle@hopital.example")
    found = re.search(r"https?://[^/\s]+(/\S+)", mail.text)
    assert found is not None
    assert client.get(found[1]).status_code == 200
    assert User.objects.get(pk=user.pk).email == "cadre@hopital.example"
    client.post(found[1])
    assert User.objects.get(pk=user.pk).email == "nouvelle@hopital.example"
    assert OutgoingMail.objects.filter(to="cadre@hopital.example", act="email_changed").count() == 1
