"""What forms tell people who do not see the screen: what was done, which field is wrong, whose words these are."""

from __future__ import annotations

import datetime as dt
import html
import re
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from home.ambassadors import services as ambassadors
from home.ambassadors.models import GoodRequest
from home.ambassadors.states import AmbassadorAct
from home.contact.models import ContactMessage
from home.events.models import EventPage
from home.events.services import Attendee, register
from home.health.models import CallbackRequest
from home.welcome import services as welcome
from tests.cast import Cast
from tests.factories import make_event
from tests.home.ambassadors.people import make_good, make_member, make_request, own
from tests.home.health.making import make_request as make_callback
from tests.home.test_accessible_screens import message_of, title_of, words_of

pytestmark = pytest.mark.django_db
AIDS = "/sante/aides/"
JOIN = "/ambassadeurs/devenir/"
TABLE = "/admin/adresses/importer/"


def french(message: str) -> str:
    with override("fr"):
        return gettext(message).replace("\u00a0", " ")


def tag_of(page: str, name: str) -> str:
    """Return the tag of the input of that name."""
    found = re.search(rf'<(?:input|textarea|select)[^>]*\bname="{name}"[^>]*>', page)
    assert found is not None, name
    return found[0]


# --- a member cancels a request for goods


def ordered(cast: Cast, now: dt.datetime) -> GoodRequest:
    return ambassadors.ask_for_good(
        person=make_member(now, cast.moderator),
        good=make_good(),
        quantity=2,
        address="3 rue d’Essai",
        key=uuid.uuid4(),
        now=now,
    )


def test_cancelling_a_request_for_goods_is_said_on_the_page_and_in_its_title(
    client: Client, cast: Cast, now: dt.datetime
) -> None:
    asked = ordered(cast, now)
    before = client.get(own(asked.ambassador, f"?fait={asked.key}"))
    assert message_of(before) == ""

    done = client.post(own(asked.ambassador, f"demandes/{asked.key}/annuler/"), follow=True)

    said = french("Your request is cancelled: %(good)s × %(quantity)d.")
    said %= {"good": "Autocollants d’essai", "quantity": 2}
    assert message_of(done) == said
    assert title_of(done).startswith(f"{said.removesuffix('.')} – ")
    assert "sessionid" not in client.cookies
    for other in (uuid.uuid4(), "1", "\x00"):
        assert message_of(client.get(own(asked.ambassador), {"fait": other})) == ""


def test_the_page_that_asks_says_cancel_and_what_happens(
    client: Client, cast: Cast, now: dt.datetime
) -> None:
    asked = ordered(cast, now)

    page = client.get(own(asked.ambassador, f"demandes/{asked.key}/annuler/"))

    label = french("Cancel my request")
    assert title_of(page).startswith(label)
    assert f"<span>{label}</span></button>" in words_of(page)
    told = french(
        "%(good)s × %(quantity)s: nothing is sent to you, and the postal address that you gave is erased. "
        "You can ask again as long as some are left."
    ) % {"good": "Autocollants d’essai", "quantity": 2}
    assert told in words_of(page)


# --- public forms


@pytest.mark.parametrize(("prefix", "language"), [("", "fr"), ("/en", "en")])
def test_the_box_of_the_photo_says_for_whom_it_is(
    client: Client, prefix: str, language: str
) -> None:
    page = words_of(client.get(f"{prefix}{JOIN}"))
    label = page.split('for="id_photo_agreed"')[1].split("</label>")[0]

    with override(language):
        assert f"({gettext('optional, unless you send a photo')})" in label


def test_the_question_of_the_aids_lists_its_errors_and_takes_the_focus_to_them(
    client: Client,
) -> None:
    asked = {"profession": "medecin-generaliste", "commune": "saint", "date": "32/13/2026"}

    page = words_of(client.get(AIDS, asked))

    main = page.split('<main id="contenu"')[1]
    summary = main.split("data-error-summary>")[1].split("</div>")[0]
    assert re.findall(r'<a href="#([\w-]+)">', summary) == ["aid-commune", "aid-date"]
    assert main.index("data-error-summary") < main.index("<h1")
    for anchor in ("aid-commune", "aid-date"):
        assert page.count(f'id="{anchor}"') == 1
    assert "js/error-summary." in page
    right = words_of(client.get(AIDS, {"profession": "medecin-generaliste"}))
    assert "data-error-summary" not in right
    assert "js/error-summary." not in right


# --- the admin


def test_an_overdue_contact_is_said_in_words(cast: Cast, now: dt.datetime) -> None:
    rows = {}
    today = timezone.localdate()
    for name, days in (("Hier", -1), ("Jour", 0), ("Demain", 1)):
        kept = welcome.submit_request(
            project={"first_name": "Léa", "last_name": name, "email": f"{name}@essai.example"},
            household={"adults": 1},
            key=uuid.uuid4(),
            language="fr",
            now=now,
        )
        kept.next_contact_on = today + dt.timedelta(days=days)
        kept.save(update_fields=["next_contact_on"])
    body = words_of(cast.client(cast.referent).get("/admin/installation/", {"de": "tous"}))
    for row in body.split("<tbody>")[1].split("</tbody>")[0].split("</tr>")[:-1]:
        rows[re.sub(r"<[^>]+>", "", row.split("</th>")[0]).split()[-1]] = row

    assert ("En retard" in rows["Hier"], "Aujourd’hui" in rows["Hier"]) == (True, False)
    assert ("En retard" in rows["Jour"], "Aujourd’hui" in rows["Jour"]) == (False, True)
    assert "review-late" not in rows["Demain"]


@pytest.mark.parametrize(
    ("sent", "wrong", "right"),
    [
        ({}, "file", "lines"),
        ({"lines": "/a;/b"}, "lines", "file"),
        ({"file": "/a;/b", "lines": "ancienne;nouvelle"}, "file", "lines"),
    ],
)
def test_the_error_of_a_table_is_tied_to_its_field(
    cast: Cast, sent: dict[str, Any], wrong: str, right: str
) -> None:
    values = dict(sent)
    if "file" in values:
        values["file"] = SimpleUploadedFile("a.csv", values["file"].encode())

    response = cast.client(cast.editor).post(TABLE, values | {"act": "verifier"})

    page = words_of(response)
    assert response.status_code == 422
    assert 'aria-invalid="true"' in tag_of(page, wrong)
    assert f"id_{wrong}_error" in tag_of(page, wrong)
    assert 'aria-invalid="true"' not in tag_of(page, right)
    summary = page.split("data-error-summary>")[1].split("</div>")[0]
    assert f'<a href="#id_{wrong}">' in summary
    assert sent.get("lines", "") in page


def test_the_boxes_of_one_question_are_a_group(cast: Cast, now: dt.datetime) -> None:
    person = make_request(now)

    page = words_of(
        cast.client(cast.moderator).get(reverse("ambassadors_admin:edit", args=[person.pk]))
    )

    group = page.split("<fieldset")[1].split("</fieldset>")[0]
    assert "<legend>Aide proposée</legend>" in group
    assert group.count('type="checkbox"') == 4
    assert page.count('type="checkbox" name="helps_') == 4


def test_forms_about_somebody_else_propose_nothing_of_the_agent(
    cast: Cast, now: dt.datetime
) -> None:
    event, person = make_event(now=now), make_request(now)
    team = cast.client(cast.moderator)

    for path, names in (
        (
            reverse("events_admin:detail", args=[event.pk]),
            ("first_name", "last_name", "email", "phone"),
        ),
        (
            reverse("ambassadors_admin:edit", args=[person.pk]),
            ("first_name", "last_name", "email", "place"),
        ),
    ):
        page = words_of(team.get(path))
        for name in names:
            assert 'autocomplete="off"' in tag_of(page, name), (path, name)
    public = words_of(Client().get(f"{event.get_url()}inscription/"))
    assert 'autocomplete="given-name"' in tag_of(public, "first_name")


def test_after_an_act_on_the_list_one_key_leads_back_to_the_row(
    cast: Cast, now: dt.datetime
) -> None:
    event = make_event(now=now)
    attendee = Attendee("Démo", "L'Essai", "un@essai.example")
    row = register(event=event, attendee=attendee, now=now, is_proved=True)
    EventPage.objects.filter(pk=event.pk).update(
        starts_at=timezone.now(), ends_at=timezone.now() + dt.timedelta(hours=5)
    )
    team = cast.client(cast.moderator)

    for word, anchor in (("present", f"inscription-{row.public_id}"), ("annuler", "liste")):
        done = team.post(reverse("events_admin:act", args=[row.public_id, word]), follow=True)
        page = words_of(done)
        message = page.split('<div class="messages"')[1].split("</div>")[0]
        assert f'<a href="#{anchor}"' in message
        assert "Retour à la liste" in message
        assert page.count(f'id="{anchor}" tabindex="-1"') == 1
        # The title holds the sentence alone, its apostrophe once.
        assert "L'Essai" in html.unescape(title_of(done))
        assert "Retour" not in title_of(done)


def test_what_a_person_wrote_in_english_is_marked_as_english(cast: Cast, now: dt.datetime) -> None:
    person = make_request(now, language="en", activity="Bookseller", reason="My grandparents.")
    asking = {"by": cast.moderator, "now": now, "version": person.version}
    ambassadors.decide(person=person, act=AmbassadorAct.ASK, reason="Which town, please?", **asking)
    ambassadors.answer_question(person=person, answer="Near Gramat.", now=now)
    message = ContactMessage.objects.create(
        subject="JOB", first_name="Demo", last_name="Reader", email="reader@essai.example",
        message="A question.", language="en", created_at=now,
    )  # fmt: skip
    kept = welcome.submit_request(
        project={
            "first_name": "Lea", "last_name": "Essai", "email": "lea@essai.example",
            "occupation": "Baker",
        },
        household={"adults": 1, "message": "Is there a school?"},
        key=uuid.uuid4(),
        language="en",
        now=now,
    )  # fmt: skip
    call = make_callback(now, message="Please call.")
    CallbackRequest.objects.filter(pk=call.pk).update(language="en")

    for who, path, words in (
        (cast.moderator, reverse("ambassadors_admin:detail", args=[person.pk]),
         ("Bookseller", "My grandparents.", "Near Gramat.")),
        (cast.moderator, reverse("contact_admin:detail", args=[message.pk]), ("A question.",)),
        (cast.referent, reverse("welcome_admin:detail", args=[kept.pk]),
         ("Baker", "Is there a school?")),
        (cast.health_contact, reverse("health_admin:detail", args=[call.pk]), ("Please call.",)),
    ):  # fmt: skip
        page = words_of(cast.client(who).get(path))
        for said in words:
            assert f'lang="en">{said}' in page, (path, said)
