"""The first account has a name; an account of the team without one speaks for the team."""

from __future__ import annotations

import builtins
import getpass
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from accounts.models import User, signature, team
from employer_space.offers.notes import requested_changes
from jobs.employers import services as employer_services
from jobs.offers import moderation
from jobs.offers.states import OfferState
from mailing.models import OutgoingMail
from tests.factories import current_task, make_member, make_offer, make_user

pytestmark = pytest.mark.django_db
TEAM = "L’équipe Oh My Lot\u00a0!"
PASSWORD = "une-phrase-bien-longue-46"


def create(monkeypatch, **variables: str) -> User:
    for name, value in variables.items():
        monkeypatch.setenv(f"DJANGO_SUPERUSER_{name}", value)
    call_command("createsuperuser", interactive=False, verbosity=0)
    return User.objects.get(email="premiere@exemple.fr")


def test_a_script_may_leave_the_name_out(monkeypatch) -> None:
    user = create(monkeypatch, EMAIL="premiere@exemple.fr", PASSWORD=PASSWORD)
    assert (user.is_superuser, user.get_full_name()) == (True, "")
    assert user.check_password(PASSWORD)


def test_a_script_may_give_the_name(monkeypatch) -> None:
    user = create(
        monkeypatch, EMAIL="premiere@exemple.fr", PASSWORD=PASSWORD, FIRST_NAME="Léa", LAST_NAME="Essai"
    )  # fmt: skip
    assert user.get_full_name() == "Léa Essai"


def test_a_script_without_address_is_refused(monkeypatch) -> None:
    with pytest.raises(CommandError, match="email"):
        create(monkeypatch, PASSWORD=PASSWORD)


def test_a_person_is_asked_for_a_name(monkeypatch) -> None:
    asked = []
    answers = iter(["premiere@exemple.fr", "Léa", "Essai"])

    def answer(question: str = "") -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(builtins, "input", answer)
    monkeypatch.setattr(getpass, "getpass", lambda *_args: PASSWORD)
    call_command("createsuperuser", verbosity=0, stdin=SimpleNamespace(isatty=lambda: True))
    assert len(asked) == 3
    assert User.objects.get(email="premiere@exemple.fr").get_full_name() == "Léa Essai"


def test_people_of_the_team_without_a_name_sign_for_the_team_whatever_their_language() -> None:
    administrator = User.objects.create_superuser("premiere@exemple.fr", PASSWORD)
    moderator = make_user(groups=("Modérateurs",), first_name="", last_name="")
    for language in ("fr", "en"):
        with translation.override(language):
            assert [signature(administrator), signature(moderator), team()] == [TEAM] * 3


def test_others_without_a_name_keep_their_number(cast, now) -> None:
    member = make_member(cast.hospital, now, user=make_user(first_name="", last_name=""))
    assert signature(member.user) == f"Membre n°\u00a0{member.user.pk}"
    assert signature(make_user(first_name="Léa", last_name="Essai")) == "Léa Essai"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_employer_reads_the_team_under_a_decision_without_a_name(cast, now, language) -> None:
    administrator = User.objects.create_superuser("premiere@exemple.fr", PASSWORD)
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    with translation.override(language):
        moderation.request_changes(
            task_state_id=current_task(offer), by=administrator, reason="Précisez les horaires.", notes={}, now=now
        )  # fmt: skip
    offer.lifecycle.refresh_from_db()
    note = requested_changes(offer)
    assert note is not None
    assert note.author == TEAM
    mail = OutgoingMail.objects.get(act="offer_changes_requested")
    assert f"Message de {TEAM}\u00a0:" in mail.text
    assert "Membre n°" not in mail.text + mail.html


def test_a_decision_with_a_name_gives_it_with_the_team(cast, now) -> None:
    offer = make_offer(
        now, employer=cast.hospital, state=OfferState.REFUSED, moderator=cast.moderator
    )
    mail = OutgoingMail.objects.get(act="offer_refused")
    assert offer
    assert (
        f"Explication donnée par {cast.moderator.get_full_name()}, équipe Oh My Lot\u00a0!"
        in mail.text
    )


def test_the_history_of_an_employer_names_the_team(cast, now) -> None:
    administrator = User.objects.create_superuser("premiere@exemple.fr", PASSWORD)
    employer = cast.newcomer.employer
    employer_services.verify_employer(employer=employer, by=administrator, now=now)
    assert employer.events.latest("pk").actor_name == TEAM
