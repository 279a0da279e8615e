"""Sign-up of an employer: an address proved, the steps, the charter, the correction of a refused account."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import signing
from django.test import Client

from accounts.models import User
from employer_space.joining import tokens
from employer_space.joining.siret import clean_siret, spaced
from jobs.employers.models import Employer, Establishment, Membership
from jobs.employers.services import ask_information, refuse_employer
from jobs.employers.states import EmployerStatus, MembershipRole, MembershipStatus
from mailing.models import OutgoingMail
from tests.cast import Cast
from tests.employer_space.reading import words
from tests.factories import make_member, make_user

SPACE = "/espace-employeur/"
SIGN_UP = f"{SPACE}inscription/"
SIRET = "73282932000074"
LA_POSTE = "35600000001235"
PASSWORD = "les canards du quai"
ESTABLISHMENT = {
    "siret": "732 829 320 00074",
    "name": "Scierie d’essai",
    "kind": "COMPANY",
    "address": "12 chemin du Causse",
    "postcode": "46100",
    "city": "Figeac",
    "website": "https://scierie.example",
    "description": "Huit personnes et une belle machine.",
}
PERSON = {
    "first_name": "Nadia",
    "last_name": "Essai",
    "job_title": "Gérante",
    "phone": "05 65 00 00 00",
    "password": PASSWORD,
}
CHARTER = {"accepts_charter": "on", "is_entitled": "on"}


def ask(client: Client, email: str, **fields: Any) -> Any:
    """Send the first step as a person who took a minute to read the page."""
    with time_machine.travel(dt.datetime.now(dt.UTC) - dt.timedelta(minutes=1)):
        stamp = signing.TimestampSigner(salt="ui.antispam").sign("form")
    return client.post(SIGN_UP, {"email": email, "ts": stamp, **fields})


def link_in_mail(email: str) -> str:
    """Return the path of the link in the latest mail to this address."""
    found = re.search(r"https?://[^/\s]+(/\S+)", newest_mail(email).text)
    assert found is not None
    return found[1]


def newest_mail(email: str) -> OutgoingMail:
    return OutgoingMail.objects.filter(to=email).latest("pk")


def confirmed(client: Client, email: str = "nadia@scierie.example") -> Client:
    """Prove the address: the client stands at the second step."""
    response = client.post(f"{SIGN_UP}confirmer/{tokens.sign_address(email)}/")
    assert response.status_code == 302
    return client


def through(client: Client, *, establishment: dict[str, str] | None = None, **person: str) -> Any:
    """Go through the three last steps and return the answer to the charter."""
    assert (
        client.post(f"{SIGN_UP}etablissement/", establishment or ESTABLISHMENT).status_code == 302
    )
    assert client.post(f"{SIGN_UP}vous/", {**PERSON, **person}).status_code == 302
    return client.post(f"{SIGN_UP}charte/", CHARTER)


# --- The address ----------------------------------------------------------------------------------------------------


def test_a_known_and_an_unknown_address_receive_the_same_answer_and_one_mail_each(
    cast: Cast,
) -> None:
    make_user("noe@scierie.example")
    answers = []
    for email in ("noe@scierie.example", "nina@scierie.example"):
        client = cast.client()
        sent = ask(client, email)
        page = client.get(sent.headers["Location"])
        answers.append((sent.status_code, sent.content, page.status_code, words(page)))
        assert OutgoingMail.objects.filter(to=email).count() == 1
    assert answers[0] == answers[1]
    assert "n•••@scierie.example" in words(page)
    assert "Vérifiez votre boîte e-mail" in words(page)


def test_the_mail_to_a_new_address_asks_to_confirm_it_and_hides_its_link_once_sent(
    cast: Cast,
) -> None:
    ask(cast.client(), "Nadia@Scierie.example")
    mail = newest_mail("nadia@scierie.example")
    assert mail.subject == "Confirmez votre adresse pour l’espace employeur"
    assert mail.is_secret is True
    assert "24 heures" in mail.text


def test_the_mail_to_a_known_address_leads_to_the_sign_in_pages(cast: Cast) -> None:
    make_user("connue@scierie.example")
    ask(cast.client(), "Connue@scierie.example")
    mail = newest_mail("connue@scierie.example")
    assert "elle a déjà un compte" in mail.text
    assert "/compte/connexion/" in mail.text
    assert "/compte/connexion/code/" in mail.text
    assert "/inscription/confirmer/" not in mail.text


def test_asking_opens_no_session_and_creates_nothing(cast: Cast) -> None:
    client = cast.client()
    client.get(SIGN_UP)
    ask(client, "nadia@scierie.example")
    assert set(client.cookies) == {"csrftoken"}
    assert User.objects.filter(email="nadia@scierie.example").exists() is False


@pytest.mark.parametrize(
    "email", ["", "nadia", "nadia@", "a@b\x00.example", "x" * 300 + "@b.example"]
)
def test_an_incomplete_address_is_asked_again_with_what_was_typed(cast: Cast, email: str) -> None:
    response = ask(cast.client(), email)
    assert response.status_code == 422
    assert "Saisissez une adresse e-mail complète, par exemple nom@exemple.fr." in words(response)
    assert OutgoingMail.objects.count() == 0


def test_a_robot_that_fills_the_trap_or_answers_at_once_sends_no_mail(cast: Cast) -> None:
    client = cast.client()
    assert ask(client, "nadia@scierie.example", website_url="spam").status_code == 422
    quick = signing.TimestampSigner(salt="ui.antispam").sign("form")
    assert client.post(SIGN_UP, {"email": "nadia@scierie.example", "ts": quick}).status_code == 422
    assert OutgoingMail.objects.count() == 0


def test_a_sixth_mail_to_one_address_in_an_hour_is_refused_with_the_wait(cast: Cast) -> None:
    codes = [ask(cast.client(), "nadia@scierie.example").status_code for _turn in range(6)]
    assert codes == [302] * 5 + [429]
    response = ask(cast.client(), "nadia+1@ｓcierie.example")
    assert 0 < int(response.headers["Retry-After"]) <= 3600
    assert "renvoyez le formulaire dans" in words(response)
    assert 'value="nadia+1@ｓcierie.example"' in response.content.decode()
    assert OutgoingMail.objects.count() == 5


def test_a_network_cannot_write_to_more_than_twenty_addresses_in_an_hour(cast: Cast) -> None:
    codes = [
        ask(cast.client(), f"personne{turn}@scierie.example").status_code for turn in range(21)
    ]
    assert codes == [302] * 20 + [429]


def test_opening_the_link_changes_nothing_and_shows_a_button(cast: Cast) -> None:
    client = cast.client()
    ask(client, "nadia@scierie.example")
    link = link_in_mail("nadia@scierie.example")
    for _turn in range(2):
        page = client.get(link)
        assert page.status_code == 200
        assert "Confirmer mon adresse" in words(page)
        assert "sessionid" not in client.cookies
        assert page.headers["Referrer-Policy"] == "same-origin"
    assert client.get(f"{SIGN_UP}etablissement/").status_code == 302
    assert client.post(link).headers["Location"] == f"{SIGN_UP}etablissement/"
    assert client.get(f"{SIGN_UP}etablissement/").status_code == 200


def test_the_button_works_in_a_browser_whose_forms_are_checked(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    link = f"{SIGN_UP}confirmer/{tokens.sign_address('nadia@scierie.example')}/"
    # Under « no-referrer », browsers send « Origin: null », which the check refuses.
    page = client.get(link)
    assert page.headers["Referrer-Policy"] == "same-origin"
    token = page.context["csrf_token"]
    form = {"csrfmiddlewaretoken": str(token)}
    assert client.post(link, form, headers={"Origin": "null"}).status_code == 403
    assert client.post(link, form, headers={"Origin": "http://testserver"}).status_code == 302


def test_a_forged_or_day_old_link_no_longer_works(cast: Cast) -> None:
    client = cast.client()
    token = tokens.sign_address("nadia@scierie.example")
    with time_machine.travel(dt.datetime.now(dt.UTC) - dt.timedelta(hours=24, minutes=1)):
        old = tokens.sign_address("nadia@scierie.example")
    for worthless in (
        old,
        token[:-2],
        "a" + token,
        tokens.sign_mask("nadia@scierie.example"),
        "x:y:z",
    ):
        for response in (
            client.get(f"{SIGN_UP}confirmer/{worthless}/"),
            client.post(f"{SIGN_UP}confirmer/{worthless}/"),
        ):
            assert response.status_code == 410
            assert "Ce lien ne fonctionne plus" in words(response)
    assert "sessionid" not in client.cookies


def test_a_link_followed_after_the_account_exists_leads_to_the_sign_in(cast: Cast) -> None:
    token = tokens.sign_address("nadia@scierie.example")
    make_user("nadia@scierie.example")
    response = cast.client().post(f"{SIGN_UP}confirmer/{token}/")
    assert response.status_code == 409
    assert "Votre compte existe déjà" in words(response)


def test_a_forged_masked_address_is_not_shown(cast: Cast) -> None:
    for value in ("<b>x</b>", "\x00", "x" * 5000):
        response = cast.client().get(f"{SIGN_UP}verifiez-votre-boite/", {"adresse": value})
        assert response.status_code == 200
        assert "Nous venons de vous écrire." in words(response)


# --- The establishment ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (SIRET, SIRET),
        ("732 829 320 00074", SIRET),
        ("732\u00a0829\u202f320.000-74 ", SIRET),
        ("356 000 000 00048", "35600000000048"),
        (LA_POSTE, LA_POSTE),
        ("", ""),
        ("   ", ""),
    ],
)
def test_a_siret_is_read_as_people_write_it(typed: str, expected: str) -> None:
    assert clean_siret(typed) == expected


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("7328293200007", "Le SIRET compte 14 chiffres. Vous en avez saisi 13."),
        ("732 829 320", "Le SIRET compte 14 chiffres. Vous en avez saisi 9."),
        ("1", "Le SIRET compte 14 chiffres. Vous en avez saisi 1."),
        ("732829320000745", "Le SIRET compte 14 chiffres. Vous en avez saisi 15."),
        ("FR", "Le SIRET compte 14 chiffres. Vous en avez saisi 0."),
        (
            "73282932000075",
            "Ce SIRET ne semble pas valide. Vérifiez-le sur un bulletin de paie ou un Kbis.",
        ),
        (
            "35600000001234",
            "Ce SIRET ne semble pas valide. Vérifiez-le sur un bulletin de paie ou un Kbis.",
        ),
        (
            "7328293200007A4",
            "Ce SIRET ne semble pas valide. Vérifiez-le sur un bulletin de paie ou un Kbis.",
        ),
        ("", "Saisissez votre numéro SIRET, ou cochez « Je n’ai pas de SIRET »."),
    ],
)
def test_a_wrong_siret_is_said_in_words_and_nothing_typed_is_lost(
    cast: Cast, typed: str, message: str
) -> None:
    client = confirmed(cast.client())
    response = client.post(f"{SIGN_UP}etablissement/", {**ESTABLISHMENT, "siret": typed})
    assert response.status_code == 422
    assert message in words(response)
    assert b"<title>Erreur" in response.content
    form = response.context["form"]
    assert {name: form[name].value() for name in ESTABLISHMENT} == {**ESTABLISHMENT, "siret": typed}


def test_an_establishment_may_have_no_siret(cast: Cast) -> None:
    client = confirmed(cast.client())
    response = through(client, establishment={**ESTABLISHMENT, "siret": "", "has_no_siret": "on"})
    assert response.status_code == 302
    assert Establishment.objects.get(name="Scierie d’essai").siret == ""


def test_a_number_and_the_box_at_once_ask_for_a_choice(cast: Cast) -> None:
    client = confirmed(cast.client())
    response = client.post(f"{SIGN_UP}etablissement/", {**ESTABLISHMENT, "has_no_siret": "on"})
    assert response.status_code == 422
    assert "gardez une seule réponse" in words(response)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("postcode", "31000", "31000 n’est pas le code postal de Figeac (46100). Vérifiez les deux."),
        ("postcode", "46", "Saisissez les cinq chiffres du code postal."),
        ("name", " ", "Indiquez le nom que verront les candidats."),
        ("kind", "KING", "Choisissez le type d’employeur."),
        ("address", "", "Saisissez le numéro et la rue, ou le nom du lieu-dit."),
        ("city", "", "Saisissez le nom de la commune."),
        ("website", "http://scierie.example", "L’adresse doit commencer par https://."),
        ("website", "javascript:alert(1)", "L’adresse doit commencer par https://."),
        ("website", "https://127.0.0.1/", "Indiquez l’adresse d’un site par son nom"),
        ("name", "Gagnez sur arnaque.com", "Écrivez seulement le nom"),
        ("name", "Scierie\u202eiasse", "un caractère invisible"),
    ],
)  # fmt: skip
def test_each_wrong_answer_of_the_establishment_says_what_to_do(
    cast: Cast, field: str, value: str, message: str
) -> None:
    client = confirmed(cast.client())
    response = client.post(f"{SIGN_UP}etablissement/", {**ESTABLISHMENT, field: value})
    assert response.status_code == 422
    assert message in words(response)


@pytest.mark.parametrize(
    ("postcode", "city"),
    [("46 000", "Cahors"), ("46005", "Cahors Cedex"), ("12700", "Capdenac-Gare")],
)
def test_postcodes_of_the_programme_are_accepted(cast: Cast, postcode: str, city: str) -> None:
    client = confirmed(cast.client())
    through(client, establishment={**ESTABLISHMENT, "postcode": postcode, "city": city})
    place = Establishment.objects.get(siret=SIRET)
    assert place.municipality is not None
    assert place.municipality.name in city


# --- The person and the charter -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("first_name", "", "Saisissez votre prénom."),
        ("last_name", "", "Saisissez votre nom."),
        ("job_title", "", "Saisissez votre fonction"),
        ("last_name", "www.arnaque.example", "Écrivez seulement le nom"),
        ("first_name", "Na\ndia", "un caractère invisible"),
        ("phone", "12", "Saisissez un numéro de téléphone à dix chiffres"),
        ("phone", "appelez-moi 05 65 00 00 00", "Saisissez un numéro de téléphone à dix chiffres"),
        ("password", "court", "Utilisez au moins 12 caractères. Une phrase convient très bien."),
    ],
)
def test_each_wrong_answer_of_the_person_says_what_to_do(
    cast: Cast, field: str, value: str, message: str
) -> None:
    client = confirmed(cast.client())
    client.post(f"{SIGN_UP}etablissement/", ESTABLISHMENT)
    response = client.post(f"{SIGN_UP}vous/", {**PERSON, field: value})
    assert response.status_code == 422
    assert message in words(response)


def test_a_password_close_to_the_address_is_refused(cast: Cast) -> None:
    client = confirmed(cast.client(), "nadia-essai@scierie.example")
    client.post(f"{SIGN_UP}etablissement/", ESTABLISHMENT)
    response = client.post(f"{SIGN_UP}vous/", {**PERSON, "password": "nadia-essai@scierie"})
    assert response.status_code == 422


def test_both_boxes_of_the_charter_are_needed(cast: Cast) -> None:
    client = confirmed(cast.client())
    client.post(f"{SIGN_UP}etablissement/", ESTABLISHMENT)
    client.post(f"{SIGN_UP}vous/", PERSON)
    page = client.get(f"{SIGN_UP}charte/")
    assert "Je suis habilité à recruter pour cet établissement" in words(page)
    assert "ne jamais demander d’argent" in words(page)
    response = client.post(f"{SIGN_UP}charte/", {})
    assert response.status_code == 422
    assert "Pour continuer, acceptez la charte." in words(response)
    assert "confirmez que vous êtes habilité à recruter" in words(response)
    assert Employer.objects.count() == 0


def test_a_sign_up_creates_the_account_the_employer_and_signs_in(cast: Cast) -> None:
    client = confirmed(cast.client())
    key = client.session.session_key
    response = through(client)
    assert response.headers["Location"] == f"{SIGN_UP}envoyee/"
    page = client.get(response.headers["Location"])
    assert "Demande envoyée" in words(page)
    assert "deux jours ouvrés en général" in words(page)
    user = User.objects.get(email="nadia@scierie.example")
    assert (user.first_name, user.phone, user.is_staff) == ("Nadia", "05 65 00 00 00", False)
    assert user.check_password(PASSWORD)
    assert EmailAddress.objects.get(user=user).verified is True
    employer = Employer.objects.get(name="Scierie d’essai")
    assert (employer.status, employer.charter_version) == (EmployerStatus.PENDING, "1")
    assert employer.charter_accepted_at is not None
    place = employer.establishments.get()
    assert (place.siret, place.municipality.insee) == (SIRET, "46102")
    membership = Membership.objects.get(user=user)
    assert (membership.role, membership.status) == (MembershipRole.ADMIN, MembershipStatus.ACTIVE)
    assert membership.job_title == "Gérante"
    assert client.session.session_key != key
    assert client.get(SPACE).context["request"].user == user


def test_without_a_password_the_account_signs_in_by_code(cast: Cast) -> None:
    client = confirmed(cast.client())
    through(client, password="")
    user = User.objects.get(email="nadia@scierie.example")
    assert user.has_usable_password() is False


def test_no_password_is_kept_in_clear_between_two_steps(cast: Cast) -> None:
    client = confirmed(cast.client())
    client.post(f"{SIGN_UP}etablissement/", ESTABLISHMENT)
    client.post(f"{SIGN_UP}vous/", PERSON)
    assert PASSWORD not in str(dict(client.session))
    page = client.get(f"{SIGN_UP}vous/")
    assert PASSWORD not in page.content.decode()
    assert "Votre mot de passe est gardé." in words(page)
    client.post(f"{SIGN_UP}vous/", {**PERSON, "password": ""})
    client.post(f"{SIGN_UP}charte/", CHARTER)
    assert User.objects.get(email="nadia@scierie.example").check_password(PASSWORD)


def test_going_back_shows_what_was_typed(cast: Cast) -> None:
    client = confirmed(cast.client())
    client.post(f"{SIGN_UP}etablissement/", ESTABLISHMENT)
    client.post(f"{SIGN_UP}vous/", PERSON)
    establishment = client.get(f"{SIGN_UP}etablissement/").context["form"]
    assert {
        name: str(establishment[name].value()).replace("\u00a0", " ") for name in ESTABLISHMENT
    } == ESTABLISHMENT
    person = client.get(f"{SIGN_UP}vous/").context["form"]
    assert person["job_title"].value() == "Gérante"
    client.post(f"{SIGN_UP}confirmer/{tokens.sign_address('nadia@scierie.example')}/")
    assert (
        client.get(f"{SIGN_UP}etablissement/").context["form"]["name"].value() == "Scierie d’essai"
    )


def test_steps_cannot_be_skipped(cast: Cast) -> None:
    client = cast.client()
    for step in ("etablissement", "vous", "charte"):
        response = client.get(f"{SIGN_UP}{step}/")
        assert response.headers["Location"] == f"{SIGN_UP}?reprise=1"
    assert "Cette inscription est terminée" in words(client.get(f"{SIGN_UP}?reprise=1"))
    confirmed(client)
    assert client.get(f"{SIGN_UP}vous/").headers["Location"] == f"{SIGN_UP}etablissement/"
    assert client.post(f"{SIGN_UP}charte/", CHARTER).headers["Location"] == f"{SIGN_UP}vous/"


def test_sending_twice_registers_once(cast: Cast) -> None:
    client = confirmed(cast.client())
    through(client)
    again = client.post(f"{SIGN_UP}charte/", CHARTER)
    assert again.headers["Location"] == f"{SIGN_UP}envoyee/"
    assert Employer.objects.count() == 1
    assert OutgoingMail.objects.filter(act="employer_sign_up_received").count() == 1


def test_a_second_press_from_the_former_session_registers_once_and_gets_the_same_page(
    cast: Cast,
) -> None:
    client = confirmed(cast.client())
    client.post(f"{SIGN_UP}etablissement/", ESTABLISHMENT)
    client.post(f"{SIGN_UP}vous/", PERSON)
    twin = cast.client()
    kept = client.session["sign_up"]
    session = twin.session
    session["sign_up"] = kept
    session.save()
    twin.cookies["sessionid"] = session.session_key
    client.post(f"{SIGN_UP}charte/", CHARTER)
    response = twin.post(f"{SIGN_UP}charte/", CHARTER)
    assert response.headers["Location"] == f"{SIGN_UP}envoyee/"
    assert twin.get(response.headers["Location"]).status_code == 200
    assert Employer.objects.count() == 1


def test_an_address_taken_in_between_leads_to_the_sign_in_and_changes_nothing(cast: Cast) -> None:
    client = confirmed(cast.client())
    client.post(f"{SIGN_UP}etablissement/", ESTABLISHMENT)
    client.post(f"{SIGN_UP}vous/", PERSON)
    make_user("nadia@scierie.example")
    response = client.post(f"{SIGN_UP}charte/", CHARTER)
    assert response.status_code == 409
    assert "Votre compte existe déjà" in words(response)
    assert Employer.objects.count() == 0
    assert "_auth_user_id" not in client.session


def test_a_known_siret_shows_the_same_screens_and_says_the_rest_by_mail(cast: Cast, now) -> None:
    pages = []
    for email in ("premiere@scierie.example", "seconde@scierie.example"):
        client = confirmed(cast.client(), email)
        response = through(client)
        page = client.get(response.headers["Location"])
        pages.append(
            (response.status_code, response.headers["Location"], words(page).replace(email, ""))
        )
        Establishment.objects.update(siret_is_checked=True)
    assert pages[0] == pages[1]
    assert Employer.objects.count() == 1
    joined = Membership.objects.get(user__email="seconde@scierie.example")
    assert (joined.status, joined.role) == (MembershipStatus.PENDING, MembershipRole.MEMBER)
    mail = newest_mail("seconde@scierie.example")
    assert "Cet établissement est déjà inscrit" in mail.text
    assert "premiere" not in mail.text
    assert "Nadia" not in mail.text


def test_whoever_asks_to_join_is_not_told_whose_the_siret_is(cast: Cast) -> None:
    cast.hospital.establishments.update(siret=SIRET, siret_is_checked=True)
    client = confirmed(cast.client())
    through(client)
    page = client.get(f"{SPACE}offres/nouvelle/")
    assert page.status_code == 403
    assert "Hôpital" not in page.content.decode()
    Membership.objects.filter(employer=cast.hospital).update(status=MembershipStatus.REFUSED)
    assert "Hôpital" not in client.get(f"{SPACE}offres/nouvelle/").content.decode()


def test_a_signed_in_person_starts_at_the_establishment_and_chooses_no_password(cast: Cast) -> None:
    user = make_user("seule@scierie.example")
    client = cast.client(user)
    assert client.get(SIGN_UP).headers["Location"] == f"{SIGN_UP}etablissement/"
    client.post(f"{SIGN_UP}etablissement/", ESTABLISHMENT)
    page = client.get(f"{SIGN_UP}vous/")
    assert "password" not in page.context["form"].fields
    client.post(f"{SIGN_UP}vous/", PERSON)
    assert client.post(f"{SIGN_UP}charte/", CHARTER).headers["Location"] == f"{SIGN_UP}envoyee/"
    assert Membership.objects.get(user=user).employer.name == "Scierie d’essai"
    assert client.post(f"{SIGN_UP}charte/", CHARTER).headers["Location"] == f"{SIGN_UP}envoyee/"
    assert Employer.objects.count() == 1


def test_a_member_who_opens_the_sign_up_returns_to_the_space(cast: Cast) -> None:
    assert cast.client(cast.cafe_owner).get(SIGN_UP).headers["Location"] == SPACE


def test_reading_the_steps_writes_nothing(cast: Cast) -> None:
    client = confirmed(cast.client())
    before = dict(client.session)
    for step in ("etablissement", "vous", "charte"):
        client.get(f"{SIGN_UP}{step}/")
    assert dict(client.session) == before
    assert User.objects.filter(email="nadia@scierie.example").exists() is False


# --- Correction -----------------------------------------------------------------------------------------------------

CORRECT = f"{SIGN_UP}corriger/"


@pytest.mark.parametrize("decide", [refuse_employer, ask_information])
def test_a_returned_account_is_corrected_and_sent_again(cast: Cast, now, decide: Any) -> None:
    member = cast.newcomer
    decide(employer=member.employer, by=cast.moderator, reason="Le numéro SIRET manque.", now=now)
    client = cast.client(member)
    page = client.get(CORRECT)
    assert page.status_code == 200
    assert "Le numéro SIRET manque." in words(page)
    assert page.context["form"]["name"].value() == "Ferme d’essai"
    wrong = client.post(CORRECT, {**ESTABLISHMENT, "siret": "12", "phone": "05 65 00 00 00"})
    assert wrong.status_code == 422
    right = client.post(CORRECT, {**ESTABLISHMENT, "phone": "05 65 00 00 00"})
    assert right.headers["Location"] == SPACE
    employer = Employer.objects.get(pk=member.employer_id)
    assert (employer.status, employer.name) == (EmployerStatus.PENDING, "Scierie d’essai")
    assert employer.establishments.get().siret == SIRET
    assert "relit" in words(client.get(SPACE))


def test_there_is_nothing_to_correct_on_a_verified_or_waiting_account(cast: Cast) -> None:
    for member in (cast.cafe_owner, cast.newcomer):
        client = cast.client(member)
        assert client.get(CORRECT).status_code == 404
        response = client.post(CORRECT, ESTABLISHMENT)
        assert response.status_code == 409
        assert "Cette demande est déjà traitée" in words(response)


def test_a_correction_says_nothing_of_the_siret_of_another_account(cast: Cast, now) -> None:
    cast.hospital.establishments.update(siret=SIRET, siret_is_checked=True)
    member = cast.newcomer
    refuse_employer(
        employer=member.employer, by=cast.moderator, reason="Le numéro SIRET manque.", now=now
    )
    response = cast.client(member).post(CORRECT, {**ESTABLISHMENT, "phone": "05 65 00 00 00"})
    assert response.headers["Location"] == SPACE
    address = f"/admin/employeurs/{member.employer_id}/"
    assert "Hôpital d’essai" in words(cast.client(cast.moderator).get(address))


def test_only_an_administrator_corrects(cast: Cast, now) -> None:
    member = cast.newcomer
    colleague = make_member(member.employer, now, role=MembershipRole.MEMBER)
    refuse_employer(
        employer=member.employer, by=cast.moderator, reason="Le numéro SIRET manque.", now=now
    )
    response = cast.client(colleague).get(CORRECT)
    assert response.status_code == 403
    assert member.user.get_full_name() in words(response)


def test_a_siret_is_shown_in_groups() -> None:
    assert spaced(SIRET) == "732\u00a0829\u00a0320\u00a000074"
    assert spaced("") == ""


@pytest.mark.parametrize(
    ("postcode", "city", "message"),
    [
        ("46000", "Figeac", "46000 n’est pas le code postal de Figeac (46100) : c’est celui de Cahors. Vérifiez les deux."),
        ("12000", "Capdenac-Gare", "12000 n’est pas le code postal de Capdenac-Gare (12700). Vérifiez les deux."),
        ("12000", "Rodez", "Ce code postal n’est ni dans le Lot (46) ni dans les communes de l’Aveyron autour de Capdenac-Gare."),
    ],
)  # fmt: skip
def test_a_postcode_of_another_commune_is_not_taken(
    cast: Cast, postcode: str, city: str, message: str
) -> None:
    client = confirmed(cast.client())
    response = client.post(
        f"{SIGN_UP}etablissement/", {**ESTABLISHMENT, "postcode": postcode, "city": city}
    )
    assert response.status_code == 422
    assert message in words(response)


def test_a_commune_that_nobody_knows_is_left_to_the_team(cast: Cast) -> None:
    client = confirmed(cast.client())
    place = {**ESTABLISHMENT, "postcode": "46000", "city": "Lieu-dit d’essai"}
    assert client.post(f"{SIGN_UP}etablissement/", place).status_code == 302


def test_the_first_page_says_that_it_is_the_first_of_four_steps(cast: Cast) -> None:
    assert "Étape 1 sur 4 :" in words(cast.client().get(SIGN_UP))


def test_the_password_is_optional_in_one_bracket(cast: Cast) -> None:
    client = confirmed(cast.client())
    client.post(f"{SIGN_UP}etablissement/", ESTABLISHMENT)
    text = words(client.get(f"{SIGN_UP}vous/"))
    assert "Mot de passe (facultatif)" in text
    assert "12 caractères au moins" in text
