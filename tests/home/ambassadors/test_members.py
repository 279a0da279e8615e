"""The members: consents, portrait, list, export, letters, staying and leaving."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import uuid
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from home.ambassadors import services
from home.ambassadors.errors import ActNotAllowed, RecipientsChanged
from home.ambassadors.models import (
    Ambassador,
    AmbassadorLogEntry,
    AmbassadorPhoto,
    Letter,
    PortraitPage,
)
from home.ambassadors.models.pages import ConsentMissing
from home.ambassadors.states import AmbassadorStatus, HelpKind, Purpose
from mailing.models import OutgoingMail
from tests.cast import Cast
from tests.factories import translate_whole
from tests.home.ambassadors.people import (
    acts,
    mails,
    make_member,
    make_pictured,
    make_portrait,
    make_request,
    own,
)

pytestmark = pytest.mark.django_db
MEMBERS = "/admin/ambassadeurs/membres/"
LETTER = f"{MEMBERS}lettre/"


@pytest.fixture
def team(cast: Cast) -> Client:
    """Return a browser in which a moderator is signed in."""
    return cast.client(cast.moderator)


def test_portraits_are_chosen_from_an_alphabetical_list(
    team: Client, cast: Cast, now: dt.datetime
) -> None:
    person = make_member(now, cast.moderator)
    for title in ("Zoé Essai", "Élie Essai", "Émile Essai", "Eva Essai"):
        make_portrait(title)
    form = team.get(f"/admin/ambassadeurs/{person.pk}/").context["portrait_form"]
    names = [str(label) for _number, label in form.fields["portrait"].choices][1:]
    assert [name for name in names if "Essai" in name] == [
        "Élie Essai", "Émile Essai", "Eva Essai", "Zoé Essai",
    ]  # fmt: skip


@pytest.fixture
def pictured(cast: Cast, now: dt.datetime) -> tuple[Ambassador, PortraitPage]:
    """Return a member whose portrait is online with their consent."""
    return make_pictured(now, cast.moderator)


def test_withdrawing_the_consent_takes_the_portrait_offline_at_once_in_every_language(
    client: Client,
    cast: Cast,
    pictured: tuple[Ambassador, PortraitPage],
    django_capture_on_commit_callbacks: Any,
) -> None:
    person, portrait = pictured
    editor = cast.editor
    with django_capture_on_commit_callbacks(execute=True):
        translate_whole(portrait, Locale.objects.get(language_code="en"), {"Figeac": "Figeac"})
    addresses = (portrait.address, f"/en{portrait.address}")
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    page = own(person, "accord/portrait/")

    assert client.get(page).status_code == 200
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    client.post(page, {"agrees": "0"})

    assert [client.get(address).status_code for address in addresses] == [404, 404]
    assert portrait.title not in client.get("/ambassadeurs/").content.decode()
    assert acts(person)[-2:] == ["PORTRAIT_WITHDRAWN", "CONSENT_WITHDRAWN"]
    assert editor.email in [mail.to for mail in mails("portrait_withdrawn")]
    client.post(page, {"agrees": "0"})
    assert acts(person).count("CONSENT_WITHDRAWN") == 1


def test_without_consent_nobody_can_publish_the_portrait_again(
    pictured: tuple[Ambassador, PortraitPage], cast: Cast, now: dt.datetime
) -> None:
    person, portrait = pictured
    services.change_consent(person=person, purpose=Purpose.PUBLICATION, agrees=False, now=now)
    portrait.refresh_from_db()
    revision = portrait.save_revision(clean=False)

    with pytest.raises(ConsentMissing):
        revision.publish()

    assert not PortraitPage.objects.get(pk=portrait.pk).live
    publisher = cast.client(cast.publisher)
    edit = reverse("wagtailadmin_pages:edit", args=[portrait.pk])
    assert publisher.get(edit).status_code == 200
    services.change_consent(person=person, purpose=Purpose.PUBLICATION, agrees=True, now=now)
    revision.publish()
    assert PortraitPage.objects.get(pk=portrait.pk).live


def test_a_portrait_tied_to_a_person_is_not_copied_alone_or_with_its_branch(
    pictured: tuple[Ambassador, PortraitPage], cast: Cast
) -> None:
    _person, portrait = pictured
    free = make_portrait("Libre Essai")
    client = cast.client(cast.administrator)
    copy = reverse("wagtailadmin_pages:copy", args=[portrait.pk])
    index = portrait.get_parent()
    values = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": index.pk}

    for response in (client.get(copy), client.post(copy, values)):
        assert response["Location"] == reverse("wagtailadmin_explore", args=[index.pk])
    branch = reverse("wagtailadmin_pages:copy", args=[index.pk])
    home = index.get_parent()
    client.post(
        branch,
        {
            "new_title": "C", "new_slug": "c", "new_parent_page": home.pk, "copy_subpages": "on",
        },
    )  # fmt: skip
    assert PortraitPage.objects.filter(title="Camille Essai").get() == portrait
    client.post(reverse("wagtailadmin_pages:copy", args=[free.pk]), values)
    assert PortraitPage.objects.filter(slug="copie").exists(), "the others are copied as before"


def test_a_programmed_publication_does_not_bring_the_portrait_back(
    pictured: tuple[Ambassador, PortraitPage], now: dt.datetime
) -> None:
    from home.scheduling import publish_due_pages

    person, portrait = pictured
    portrait.go_live_at = now + dt.timedelta(hours=1)
    portrait.save_revision(approved_go_live_at=portrait.go_live_at)
    services.change_consent(person=person, purpose=Purpose.PUBLICATION, agrees=False, now=now)

    publish_due_pages(now + dt.timedelta(hours=2))

    assert not PortraitPage.objects.get(pk=portrait.pk).live


def test_a_portrait_tied_to_somebody_who_never_agreed_leaves_the_site(
    team: Client, cast: Cast, now: dt.datetime
) -> None:
    person = make_member(now, cast.moderator, agrees_to_publication=False)
    portrait = make_portrait()
    address = reverse("ambassadors_admin:portrait", args=[person.pk])

    assert team.post(address, {"portrait": "999999"}).status_code == 422
    assert team.post(address, {"portrait": portrait.pk}).status_code == 302

    assert not PortraitPage.objects.get(pk=portrait.pk).live
    other = make_member(now, cast.moderator)
    taken = reverse("ambassadors_admin:portrait", args=[other.pk])
    assert team.post(taken, {"portrait": portrait.pk}).status_code == 422


def test_withdrawing_the_photo_deletes_it_and_it_cannot_be_agreed_to_again(
    client: Client, cast: Cast, now: dt.datetime
) -> None:
    person = make_member(now, cast.moderator, photo=True)
    page = own(person, "accord/photo/")

    client.post(page, {"agrees": "0"})

    assert not AmbassadorPhoto.objects.exists()
    assert client.post(page, {"agrees": "1"}).status_code == 409
    assert client.get(own(person, "accord/charte/")).status_code == 404


def test_the_team_withdraws_an_agreement_and_never_gives_one(
    team: Client, cast: Cast, now: dt.datetime
) -> None:
    person = make_member(now, cast.moderator, agrees_to_publication=False)

    for word in ("lettres", "portrait"):
        address = reverse("ambassadors_admin:withdraw", args=[person.pk, word])
        assert team.post(address, {"agrees": "1"}).status_code == 302

    assert list(person.consents.in_force().values_list("purpose", flat=True)) == ["CHARTER"]
    entry = person.log.get(act="CONSENT_WITHDRAWN")
    assert (entry.actor, entry.words) == (cast.moderator, "Lettres du réseau")


def names(team: Client, **query: Any) -> list[str]:
    """Return the first names of the members that filters keep."""
    response = team.get(MEMBERS, query)
    assert response.status_code == 200
    return [person.first_name for person in response.context["page_obj"]]


@pytest.fixture
def three(cast: Cast, now: dt.datetime) -> list[Ambassador]:
    """Return three members who differ in all that filters read, and somebody who waits."""
    make_request(now, first_name="Attend")
    made = [
        make_member(now, cast.moderator, first_name="Ada", last_name="A", place="Figeac"),
        make_member(
            now - dt.timedelta(days=800),
            cast.moderator,
            first_name="Bob",
            last_name="B",
            place="Montréal",
            helps=(HelpKind.FAIRS,),
            wants_letters=False,
        ),
        make_member(
            now,
            cast.moderator,
            first_name="=Chloé",
            last_name="C",
            helps=(HelpKind.WELCOME,),
            agrees_to_publication=False,
        ),
    ]
    OutgoingMail.objects.all().delete()
    return made


def test_the_list_is_filtered(team: Client, three: list[Ambassador], now: dt.datetime) -> None:
    assert names(team) == ["Ada", "Bob", "=Chloé"]
    assert names(team, q="ada a") == ["Ada"]
    assert names(team, q=three[1].email[:12]) == ["Bob"]
    assert names(team, lieu="figeac") == ["Ada"]
    assert names(team, aide="fairs") == ["Bob"]
    assert names(team, annee=now.year) == ["Ada", "=Chloé"]
    assert names(team, accord="lettres") == ["Ada", "=Chloé"]
    assert names(team, accord="portrait") == ["Ada", "Bob"]
    assert names(team, accord="lettres", lieu="figeac") == ["Ada"]
    for query in ({"aide": "invented"}, {"annee": "x"}, {"q": "\x00"}, {"p": "abc"}):
        assert len(names(team, **query)) == 3


def test_one_and_twelve_members_cost_the_same(team: Client, cast: Cast, now: dt.datetime) -> None:
    counts = []
    make_member(now, cast.moderator)
    team.get(MEMBERS)
    for more in (0, 11):
        for _turn in range(more):
            make_member(now, cast.moderator)
        with CaptureQueriesContext(connection) as queries:
            team.get(MEMBERS)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_export_gives_the_filtered_members_and_no_formula(
    team: Client, three: list[Ambassador]
) -> None:
    assert team.get(f"{MEMBERS}export/").status_code == 405
    response = team.post(f"{MEMBERS}export/?accord=lettres")

    assert response["Content-Disposition"].startswith('attachment; filename="ambassadeurs-')
    text = response.content.decode()
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert rows[0][:4] == ["Prénom", "Nom", "Adresse e-mail", "Commune"]
    assert [row[0] for row in rows[1:]] == ["Ada", "'=Chloé"]
    assert rows[1][3] == "Figeac"
    assert three[1].email not in text


def test_an_export_is_written_in_the_journal_and_needs_a_form_of_ours(
    team: Client, cast: Cast, three: list[Ambassador], now: dt.datetime
) -> None:
    export = f"{MEMBERS}export/?lieu=figeac"
    forged = Client(enforce_csrf_checks=True)
    forged.force_login(cast.moderator)
    assert forged.post(export).status_code == 403
    journal = AmbassadorLogEntry.objects.filter(act="EXPORT")
    assert not journal.exists()

    team.post(export)

    line = journal.get()
    assert (line.actor, line.ambassador, line.words) == (cast.moderator, None, "1 membre (figeac)")
    page = team.get(MEMBERS).content.decode().replace("\u00a0", " ")
    assert "1 membre (figeac)" in page
    assert 'method="post" action="/admin/ambassadeurs/membres/export/"' in page
    assert three
    with pytest.raises(IntegrityError), transaction.atomic():
        journal.update(words="2 membres")


def letter(team: Client, **changes: Any) -> Any:
    """Send the letter form."""
    values = {"subject": "Rencontre", "text": "Bonjour,\n\nVenez <b>tous</b>."}
    return team.post(changes.pop("address", LETTER), values | changes)


def test_a_letter_is_read_back_then_leaves_one_mail_each_to_those_who_agreed(
    team: Client, three: list[Ambassador]
) -> None:
    check = letter(team, check="1")
    assert "2 membres" in check.content.decode().replace("\u00a0", " ")
    assert not OutgoingMail.objects.exists()
    key = check.context["key"]

    for _click in range(2):
        sent = letter(team, send="1", key=key, expected=2)
        assert sent.status_code == 302

    found = mails("ambassador_letter")
    assert sorted(mail.to for mail in found) == sorted([three[0].email, three[2].email])
    assert all("Venez <b>tous</b>." in mail.text for mail in found)
    assert all("&lt;b&gt;tous" in mail.html for mail in found)
    assert len({mail.text for mail in found}) == 2, "each has its own links"
    row = Letter.objects.get()
    assert (row.number, row.subject) == (2, "Rencontre")
    listed = team.get("/admin/ambassadeurs/lettres/").content.decode()
    assert "Rencontre" in listed
    assert three[0].email not in listed


def test_the_link_of_a_letter_stops_the_letters_with_a_button(
    client: Client, team: Client, three: list[Ambassador]
) -> None:
    letter(team, send="1", key=uuid.uuid4(), expected=2)
    (mail,) = mails("ambassador_letter", three[0].email)
    stop = mail.headers["List-Unsubscribe"].strip("<>")
    assert stop in mail.text
    path = stop.split("/", 3)[3]

    page = client.get(f"/{path}")
    assert page.status_code == 200
    assert three[0].email not in page.content.decode()
    assert three[0].consents.in_force().filter(purpose="LETTERS").exists()
    assert client.post(f"/{path}", {"agrees": "1"}, follow=True).status_code == 200

    assert not three[0].consents.in_force().filter(purpose="LETTERS").exists()
    OutgoingMail.objects.all().delete()
    letter(team, send="1", key=uuid.uuid4(), expected=1)
    assert [mail.to for mail in mails("ambassador_letter")] == [three[2].email]


def test_no_link_of_a_letter_opens_anything_else(
    client: Client, team: Client, three: list[Ambassador]
) -> None:
    letter(team, send="1", key=uuid.uuid4(), expected=2)
    (mail,) = mails("ambassador_letter", three[0].email)
    addresses = set(re.findall(rf"{settings.BASE_URL}(/ambassadeurs/\S+/)", mail.text))
    assert len(addresses) == 2
    (stop,) = [address for address in addresses if "/lettres/" in address]
    token = stop.split("/")[4]

    for rest in ("", "quitter/", "reponse/", "rester/", "accord/lettres/", "accord/portrait/"):
        assert client.get(f"/ambassadeurs/espace/{token}/{rest}").status_code == 404
    assert client.get(f"/ambassadeurs/devenir/confirmer/{token}/").status_code == 404
    assert client.get(own(three[0]).replace("espace/", "espace/lettres/")).status_code == 404
    assert addresses - {stop} == {"/ambassadeurs/espace/"}


def test_a_letter_goes_to_those_whom_the_filters_keep(
    team: Client, three: list[Ambassador]
) -> None:
    letter(team, address=f"{LETTER}?lieu=figeac", send="1", key=uuid.uuid4(), expected=1)

    assert [mail.to for mail in mails("ambassador_letter")] == [three[0].email]
    assert Letter.objects.get().choice == "figeac"
    response = letter(team, address=f"{LETTER}?aide=fairs", check="1")
    assert response.status_code == 422
    assert Letter.objects.count() == 1


def test_the_members_are_written_to_in_the_language_they_read(
    team: Client, three: list[Ambassador]
) -> None:
    Ambassador.objects.filter(pk=three[0].pk).update(language="en")
    assert names(team, langue="en") == ["Ada"]
    assert names(team, langue="fr") == ["Bob", "=Chloé"]
    assert len(names(team, langue="xx")) == 3
    assert team.get(f"{LETTER}?langue=en").context["form"]["language"].value() == "en"

    for language, subject in (("en", "A meeting"), ("fr", "Rencontre")):
        values = {"language": language, "subject": subject, "text": subject}
        address = f"{LETTER}?langue={language}"
        assert f'name="language" value="{language}"' in (
            letter(team, address=address, check="1", **values).content.decode()
        )
        letter(team, address=address, send="1", key=uuid.uuid4(), expected=1, **values)

    found = {mail.to: mail for mail in mails("ambassador_letter")}
    assert {to: mail.subject for to, mail in found.items()} == {
        three[0].email: "A meeting",
        three[2].email: "Rencontre",
    }
    assert all('<div lang="' not in mail.html for mail in found.values())
    assert set(Letter.objects.values_list("language", flat=True)) == {"en", "fr"}


def test_a_letter_in_another_language_than_its_frame_says_so(
    team: Client, three: list[Ambassador]
) -> None:
    Ambassador.objects.filter(pk=three[0].pk).update(language="en")

    letter(team, send="1", key=uuid.uuid4(), expected=2)  # in French when nothing is said

    english, french = (mails("ambassador_letter", three[one].email)[0] for one in (0, 2))
    assert '<html lang="en">' in english.html
    body = english.html.split('<div lang="fr">')[1].split("</div>")[0]
    assert "Venez" in body
    assert "href" not in body  # the links of the frame are in English
    assert '<div lang="' not in french.html


def test_a_letter_in_no_known_language_does_not_leave(
    team: Client, three: list[Ambassador]
) -> None:
    response = letter(team, send="1", key=uuid.uuid4(), expected=2, language="xx")

    assert response.status_code == 422
    assert "language" in response.context["form"].errors
    assert not mails("ambassador_letter")


def test_members_who_changed_meanwhile_are_counted_again(
    team: Client, three: list[Ambassador], cast: Cast, now: dt.datetime
) -> None:
    make_member(now, cast.moderator)

    response = letter(team, send="1", key=uuid.uuid4(), expected=2)

    assert response.status_code == 409
    assert not mails("ambassador_letter")
    with pytest.raises(RecipientsChanged):
        services.send_letter(
            people=Ambassador.objects.members(),
            subject="S",
            text="T",
            choice="",
            expected=9,
            key=uuid.uuid4(),
            by=cast.moderator,
            now=now,
        )


@pytest.mark.parametrize("changes", [{"subject": ""}, {"text": " "}, {"subject": "x" * 200}])
def test_an_empty_letter_does_not_leave(
    team: Client, three: list[Ambassador], changes: dict[str, str]
) -> None:
    assert letter(team, send="1", key=uuid.uuid4(), expected=2, **changes).status_code == 422
    assert three
    assert not mails("ambassador_letter")


def test_a_letter_to_correct_keeps_its_words(team: Client, three: list[Ambassador]) -> None:
    page = letter(team, correct="1").content.decode()

    assert three
    assert "Venez &lt;b&gt;tous" in page


def test_the_team_corrects_details_and_the_history_says_which(
    team: Client, cast: Cast, now: dt.datetime
) -> None:
    person = make_member(now, cast.moderator)
    other = make_member(now, cast.moderator)
    address = reverse("ambassadors_admin:edit", args=[person.pk])
    values = {
        "first_name": "Camille", "last_name": person.last_name, "email": "nouvelle@essai.example",
        "place": "Gramat", "activity": "Libraire", "social_url": "", "helps_relay": "on", "language": "fr",
    }  # fmt: skip

    assert team.post(address, values | {"email": other.email}).status_code == 422
    assert team.post(address, values | {"place": ""}).status_code == 422
    assert team.post(address, values).status_code == 302

    person.refresh_from_db()
    assert (person.email, person.place) == ("nouvelle@essai.example", "Gramat")
    assert person.log.get(act="EDIT").words == "adresse e-mail, commune"


def test_leaving_asks_first_then_undoes_everything(
    client: Client, pictured: tuple[Ambassador, PortraitPage]
) -> None:
    person, portrait = pictured
    page = own(person, "quitter/")

    assert client.get(page).status_code == 200
    assert Ambassador.objects.get(pk=person.pk).is_member
    response = client.post(page)

    assert response["Location"] == "/ambassadeurs/espace/au-revoir/"
    person.refresh_from_db()
    assert person.status == AmbassadorStatus.LEFT
    assert not person.consents.in_force().exists()
    assert client.get(portrait.address).status_code == 404
    assert len(mails("ambassador_goodbye", person.email)) == 1
    assert client.get(own(person)).status_code == 404


def test_the_team_ends_a_membership_once(team: Client, cast: Cast, now: dt.datetime) -> None:
    person = make_member(now, cast.moderator)
    address = reverse("ambassadors_admin:end", args=[person.pk])

    assert [team.post(address).status_code for _turn in range(2)] == [302, 409]

    assert acts(person).count("LEAVE") == 1
    with pytest.raises(ActNotAllowed):
        services.stay(person=person, now=now)


def test_the_page_of_a_person_tells_what_we_know(
    client: Client, cast: Cast, now: dt.datetime
) -> None:
    waiting = client.get(own(make_request(now))).content.decode()
    assert "Votre demande est en cours de lecture" in waiting
    assert "Ce que vous pouvez demander" not in waiting
    member = make_member(now, cast.moderator, language="en")

    page = client.get(f"/en{own(member)}").content.decode()

    for words in ("You have been an ambassador since", "Letters of the network", member.email):
        assert words in page


def test_the_charter_has_versions_and_what_was_accepted_stays(
    team: Client, client: Client, cast: Cast, now: dt.datetime
) -> None:
    person = make_member(now, cast.moderator)
    accepted = person.consents.get(purpose="CHARTER").wording
    address = reverse("ambassadors_admin:charter")
    first = team.get(address).context["current"]
    new = {"text": "Une charte plus courte.", "text_en": "", "version": first.version}

    assert team.post(address, new).status_code == 302
    assert team.post(address, new).status_code == 409

    assert "Une charte plus courte." in client.get("/ambassadeurs/charte/").content.decode()
    english = client.get("/en/ambassadeurs/charte/").content.decode()
    assert 'lang="fr"><p>Une charte plus courte.' in english
    assert person.consents.get(purpose="CHARTER").wording == accepted
