"""A person who is erased is found nowhere: accounts, sign-in, mails, offers, versions, kit."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.management import CommandError, call_command
from django.core.serializers import serialize
from django.test import Client

from accounts.erasure import anonymise, person_of
from accounts.models import User
from employer_space.kit.models import KitDownload, KitItem
from employer_space.organisation import services as team
from jobs.offers import services
from jobs.offers.codes import ReportReason
from jobs.offers.models import JobOffer
from jobs.offers.states import OfferState
from mailing.services import queue_mail
from operations import personal_data, purge
from operations.append_only import PSEUDONYM
from operations.models import ErasureRecord
from tests.factories import PASSWORD, edit_offer, make_employer, make_member, make_offer, make_user

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
CANARIES = ("zibeline", "quetzalcoatl", "06 11 22 33 44", "ornithorynque")


@pytest.fixture
def person(cast, now):
    """Return somebody known in every corner of the site."""
    user = make_user(
        "zibeline@essai.example",
        first_name="Zibeline",
        last_name="Quetzalcoatl",
        phone="06 11 22 33 44",
    )
    tie = make_member(make_employer(now), now, user=user)
    tie.job_title = "Ornithorynque"
    tie.save()
    contact = {
        "apply_email": "Zibeline@essai.example",
        "contact_name": "Zibeline Quetzalcoatl",
        "apply_phone": "06 11 22 33 44",
    }
    draft = make_offer(now, employer=tie.employer, state=OfferState.DRAFT, **contact)
    edit_offer(draft, user, now, title="Deuxième titre (F/H)")
    make_offer(now, employer=tie.employer, state=OfferState.FILLED, **contact)
    services.report_offer(
        offer=make_offer(now, employer=cast.cafe),
        reason=ReportReason.SCAM,
        message="Signé Zibeline",
        email="zibeline@essai.example",
        now=now,
    )
    team.invite(
        employer=cast.hospital, email="zibeline@essai.example", by=cast.nurse_manager.user, now=now
    )
    item = KitItem.objects.create(title="Affiche", category="POSTERS")
    KitDownload.objects.create(
        employer=tie.employer, item=item, version_label="1", user=user, downloaded_at=now
    )
    queue_mail(
        template="emails/account_notice",
        to="zibeline@essai.example",
        context={"sentence": "Bonjour Zibeline"},
        now=now,
    )
    return user


# What keeps a name by law (until its own delay), and what Django or Wagtail keep of nobody.
LOGS = {"offers.ModerationLogEntry", "employers.EmployerEvent"}


def whereabouts():
    """Return the tables in which something of the person can be read."""
    found = {}
    for model in apps.get_models():
        text = serialize("json", model._default_manager.all(), ensure_ascii=False).lower()
        words = [word for word in CANARIES if word in text]
        if words and model._meta.label not in LOGS:
            found[model._meta.label] = words
    return found


def test_nothing_is_left_of_a_person_who_is_erased(person, now):
    before = whereabouts()
    assert {
        "accounts.User",
        "account.EmailAddress",
        "employers.Membership",
        "employer_space.Invitation",
        "mailing.OutgoingMail",
        "offers.JobOffer",
        "offers.OfferReport",
        "wagtailcore.Revision",
    } <= before.keys()
    assert anonymise(user=person, now=now) is True
    assert whereabouts() == {}
    assert KitDownload.objects.get().user is None


def test_an_erased_account_opens_nothing_and_is_erased_once(person, now):
    client = Client()
    assert client.login(username="zibeline@essai.example", password=PASSWORD)
    anonymise(user=person, now=now)
    assert client.get("/espace-employeur/mon-compte/").status_code == 302
    assert not Client().login(username="zibeline@essai.example", password=PASSWORD)
    assert not EmailAddress.objects.filter(user=person).exists()
    person.refresh_from_db()
    assert (str(person), person.is_active, person.anonymised_at) == (PSEUDONYM, False, now)
    assert anonymise(user=person, now=now + DAY) is False
    record = ErasureRecord.objects.get()
    assert (record.public_id, record.erased_at) == (person.public_id, now)


def test_the_address_of_an_erased_person_may_sign_up_again(person, now):
    anonymise(user=person, now=now)
    assert make_user("zibeline@essai.example").pk != person.pk


def test_the_contact_of_an_offer_that_still_serves_is_the_employers(cast, now):
    user = cast.nurse_manager.user
    offer = make_offer(now, employer=cast.hospital, apply_email=user.email)
    anonymise(user=user, now=now)
    offer.refresh_from_db()
    assert offer.apply_email == "cadre@hopital.example"
    (contacts,) = [one for one in purge.registered() if one.name == "offers.contacts"]
    contacts.run(now + 420 * DAY, dry_run=False)
    offer.refresh_from_db()
    assert offer.apply_email == ""


def test_all_that_is_known_of_a_person_is_told_to_them(person):
    known = json.dumps(personal_data.collect(person_of(person)), default=str, ensure_ascii=False)
    for canary in CANARIES:
        assert canary in known.lower()
    for word in ("Affiche", "Deuxième titre", "Signé Zibeline", "Bonjour Zibeline", "Hôpital"):
        assert word in known


def test_nothing_of_anybody_else_is_told(person, cast, now):
    make_offer(now, employer=cast.hospital, apply_email="autre-canari@essai.example")
    other = cast.nurse_manager.user
    assert User.objects.filter(pk=other.pk).exists()
    known = json.dumps(personal_data.collect(person_of(person)), default=str, ensure_ascii=False)
    assert other.email not in known
    assert "autre-canari" not in known


def test_an_address_that_was_typed_and_never_proved_tells_and_erases_nothing(person, cast, now):
    curious = make_user("curieux@essai.example", first_name="Curieux")
    EmailAddress.objects.create(user=curious, email="zibeline@essai.example", verified=False)
    known = json.dumps(personal_data.collect(person_of(curious)), default=str, ensure_ascii=False)
    before = whereabouts()

    anonymise(user=curious, now=now)

    assert "06 11 22 33 44" not in known
    assert "ornithorynque" not in known.lower()
    assert whereabouts() == before


def test_bearing_the_name_of_a_contact_elsewhere_tells_and_erases_nothing(person, cast, now):
    namesake = make_user(
        "autre@essai.example", first_name="Zibeline", last_name="Quetzalcoatl", phone=""
    )
    make_member(make_employer(now), now, user=namesake)
    known = json.dumps(personal_data.collect(person_of(namesake)), default=str, ensure_ascii=False)

    anonymise(user=namesake, now=now)

    assert "06 11 22 33 44" not in known
    assert "zibeline@" not in known.lower()
    assert JobOffer.objects.filter(contact_name="Zibeline Quetzalcoatl").exists()


def test_a_code_sent_by_mail_is_not_told(person, now):
    queue_mail(
        template="emails/login_code",
        to=person.email,
        context={"code": "KANARI"},
        secret=True,
        now=now,
    )
    known = json.dumps(personal_data.collect(person_of(person)), default=str, ensure_ascii=False)
    assert "KANARI" not in known


def test_erasures_are_done_again_after_a_backup_is_restored(cast, person, tmp_path):
    numbers = tmp_path / "numbers.txt"
    numbers.write_text(f"{person.public_id}\n\n{uuid.uuid4()}\n")
    out = StringIO()
    call_command("replay_erasures", str(numbers), stdout=out)
    assert out.getvalue() == "1 erased again, of 2.\n"
    assert whereabouts() == {}
    assert not User.objects.get(pk=cast.nurse_manager.user.pk).anonymised_at
    call_command("replay_erasures", str(numbers), stdout=out)
    assert out.getvalue().endswith("0 erased again, of 2.\n")


def test_a_file_of_something_else_erases_nobody(person, tmp_path):
    numbers = tmp_path / "numbers.txt"
    numbers.write_text(f"{person.public_id}\nzibeline@essai.example\n")
    with pytest.raises(CommandError):
        call_command("replay_erasures", str(numbers))
    assert not User.objects.get(pk=person.pk).anonymised_at
