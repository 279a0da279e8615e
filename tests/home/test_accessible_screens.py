"""What people who do not see the screen, or see little of it, are told: acts done, names of headings, tables and folds."""

from __future__ import annotations

import datetime as dt
import html
import re
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from home.ambassadors.forms import JoinForm
from home.contact.models import ContactMessage
from home.events import services
from home.events.models import EventPage, Registration
from home.events.services import Attendee
from home.events.tokens import sign_registration
from tests.cast import Cast
from tests.factories import make_event
from tests.home.ambassadors.people import make_good, make_member, make_request, own, to_confirm
from tests.home.campaigns.test_links import make_link
from tests.home.health.making import make_request as make_callback

pytestmark = pytest.mark.django_db
SCROLL = re.compile(r'<div class="review-scroll[^"]*"[^>]*>')
REPORT = "/admin/reports/traductions/"


def come(event: EventPage, name: str, now: dt.datetime) -> Registration:
    attendee = Attendee("Démo", name, f"{name.lower()}@essai.example")
    return services.register(event=event, attendee=attendee, now=now, is_proved=True)


def words_of(response: Any) -> str:
    return html.unescape(response.content.decode()).replace("\u00a0", " ")


def title_of(response: Any) -> str:
    return " ".join(words_of(response).split("<title>")[1].split("</title>")[0].split())


def heading_of(response: Any) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", words_of(response), re.DOTALL)
    assert found is not None
    return found[1]


def message_of(response: Any) -> str:
    """Return what the page says of the act that led to it; "" when it says nothing."""
    found = re.search(r"data-message>(.*?)</p>", words_of(response), re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[1]).strip() if found else ""


def own_page(row: Registration, end: str = "") -> str:
    return f"/agenda/mon-inscription/{sign_registration(row.public_id)}/{end}"


# --- the team's list of an event


def test_every_act_on_the_list_of_an_event_says_who_it_was_about(
    cast: Cast, now: dt.datetime
) -> None:
    team, event = cast.client(cast.moderator), make_event(now=now, capacity=2)
    first, second = come(event, "Un", now), come(event, "Deux", now)
    waits = come(event, "Trois", now)
    EventPage.objects.filter(pk=event.pk).update(
        starts_at=timezone.now(), ends_at=timezone.now() + dt.timedelta(hours=5)
    )

    for row, word, said in (
        (first, "present", "Démo Un : présence notée."),
        (first, "absent", "Démo Un : présence retirée."),
        (second, "annuler", "L’inscription de Démo Deux est annulée."),
        (waits, "place", "Démo Trois a une place."),
    ):
        path = reverse("events_admin:act", args=[row.public_id, word])
        answer = team.post(path)
        assert answer["Location"] == reverse("events_admin:detail", args=[event.pk])
        page = team.get(answer["Location"])
        assert title_of(page).startswith(f"{said.removesuffix('.')} – ")
        assert said in words_of(page).split("<main")[1]


def test_an_act_that_is_refused_has_the_focus_and_the_title(cast: Cast, now: dt.datetime) -> None:
    event = make_event(now=now, capacity=1)
    come(event, "Un", now)
    waits = come(event, "Deux", now)
    path = reverse("events_admin:act", args=[waits.public_id, "present"])

    refused = cast.client(cast.moderator).post(path)

    assert refused.status_code == 409
    assert title_of(refused).startswith("Erreur : ")
    summary = re.search(r'<div class="error-summary"[^>]*>', words_of(refused))
    assert summary is not None
    assert 'role="alert" tabindex="-1" data-error-summary' in summary[0]


# --- the pages of a mail's link


def test_confirming_and_giving_up_say_so_without_a_session(
    client: Client, now: dt.datetime
) -> None:
    event = make_event("Soirée nommée", now=now)
    row = services.register(
        event=event, attendee=Attendee("Démo", "Un", "un@essai.example"), now=now
    )

    done = client.post(own_page(row, "confirmer/"), follow=True)
    assert message_of(done) == "Votre inscription est confirmée."
    assert title_of(done).startswith("Votre inscription est confirmée")
    assert message_of(client.get(own_page(row))) == ""

    done = client.post(own_page(row), follow=True)
    assert message_of(done).startswith("Votre inscription est annulée. ")
    assert title_of(done).startswith("Votre inscription est annulée – ")
    assert words_of(done).split("<main")[1].count("Votre inscription est annulée") == 1
    later = client.get(own_page(row))
    assert "Votre inscription est annulée" in words_of(later)
    assert 'role="status"' not in words_of(later).split("page-header")[1].split("</main>")[0]
    assert not Session.objects.exists()
    assert "sessionid" not in client.cookies


def test_who_confirms_too_late_is_told_of_the_waiting_list(
    client: Client, now: dt.datetime
) -> None:
    event = make_event(now=now, capacity=1)
    come(event, "Un", now)
    row = services.register(
        event=event, attendee=Attendee("Démo", "Deux", "deux@essai.example"), now=now
    )

    done = client.post(own_page(row, "confirmer/"), follow=True)

    assert message_of(done) == "Vous êtes sur la liste d’attente."
    EventPage.objects.filter(pk=event.pk).update(is_cancelled=True)
    assert message_of(client.get(f"{own_page(row)}?fait=1")) == ""


@pytest.mark.parametrize("word", ["portrait", "lettres"])
def test_an_agreement_given_or_withdrawn_says_so(
    client: Client, cast: Cast, now: dt.datetime, word: str
) -> None:
    page, sessions = (
        own(make_member(now, cast.moderator), f"accord/{word}/"),
        Session.objects.count(),
    )
    assert message_of(client.get(page)) == ""

    withdrawn = client.post(page, {"agrees": "0"}, follow=True)
    assert message_of(withdrawn) == "Votre accord est retiré."
    assert title_of(withdrawn).startswith("Votre accord est retiré")
    assert 'role="status"' not in words_of(withdrawn).split("page-header")[1].split("</main>")[0]

    given = client.post(page, {"agrees": "1"}, follow=True)
    assert message_of(given) == "Votre accord est enregistré."
    assert Session.objects.count() == sessions


# --- headings and regions


def test_the_headings_of_a_registration_name_the_event(client: Client, now: dt.datetime) -> None:
    event = make_event("Soirée d'essai", now=now, capacity=1)
    form = f"/agenda/{event.slug}/inscription/"

    assert heading_of(client.get(form)) == "S’inscrire – Soirée d’essai"
    row = come(event, "Un", now)
    assert heading_of(client.get(own_page(row))) == "Votre inscription – Soirée d’essai"
    assert heading_of(client.get(form)).endswith(" – Soirée d’essai")
    english = client.get(f"/en{own_page(row)}")
    assert heading_of(english) == 'Your registration – <span lang="fr">Soirée d’essai</span>'


def test_no_two_regions_of_an_event_have_one_name(client: Client, now: dt.datetime) -> None:
    page = words_of(client.get(make_event(now=now).address))

    assert page.split("<main")[1].count("Informations pratiques") == 1


# --- the team's screens


def test_erasing_a_health_professional_takes_two_acts(cast: Cast, now: dt.datetime) -> None:
    request = make_callback(now)
    page = words_of(
        cast.client(cast.health_contact).get(reverse("health_admin:detail", args=[request.pk]))
    )
    before, after = page.split(reverse("health_admin:forget", args=[request.pk]))

    assert before.count('<details class="review-fold">') == before.count("</details>") + 1
    assert "</details>" in after


def test_tables_too_wide_for_the_screen_are_scrolled(cast: Cast, now: dt.datetime) -> None:
    event = make_event(now=now)
    link = make_link(now)
    make_callback(now)
    for who, path in (
        (cast.health_contact, reverse("health_admin:list")),
        (cast.editor, REPORT),
        (cast.moderator, reverse("events_admin:sheet", args=[event.pk])),
        (cast.administrator, reverse("campaigns_admin:detail", args=[link.pk])),
    ):
        page = words_of(cast.client(who).get(path))
        page = page.split("<main")[1].split("</main>")[0]
        tables = page.count("<table")
        boxes = SCROLL.findall(page)
        assert len(boxes) == tables
        assert all('role="region"' in box and 'tabindex="0"' in box for box in boxes)
        assert all(re.search(r'aria-label="[^"]+"', box) for box in boxes)
        assert page.count("<caption") == tables


def test_the_first_cell_of_a_row_names_it(cast: Cast, now: dt.datetime) -> None:
    make_member(now, cast.moderator, last_name="Membre")
    make_request(now, last_name="Attend")
    make_good("Objet d’essai")
    make_callback(now)
    make_link(now)
    ContactMessage.objects.create(
        subject="JOB", first_name="Démo", last_name="Lecteur", email="lecteur@essai.example",
        message="Une question.", language="fr", created_at=now,
    )  # fmt: skip
    for who, path in (
        (cast.moderator, reverse("ambassadors_admin:members")),
        (cast.moderator, reverse("ambassadors_admin:queue")),
        (cast.moderator, reverse("ambassadors_admin:goods")),
        (cast.moderator, reverse("contact_admin:list")),
        (cast.administrator, reverse("campaigns_admin:list")),
        (cast.health_contact, reverse("health_admin:list")),
    ):
        body = words_of(cast.client(who).get(path)).split("<tbody>")[1].split("</tbody>")[0]
        assert re.findall(r"<tr>\s*<(\w+)[^>]*>", body) == ["th"], path
        assert '<th scope="row">' in body


# --- agreements of the ambassadors


def test_accepted_words_are_read_in_the_language_they_were_written_in(
    client: Client, cast: Cast, now: dt.datetime
) -> None:
    person = make_request(now, language="en", confirmed=False)
    confirm = words_of(client.get(to_confirm(person)))
    assert confirm.count('<li lang="en">I ') == 3

    member = make_member(now, cast.moderator, language="en")
    path = reverse("ambassadors_admin:detail", args=[member.pk])
    page = words_of(cast.client(cast.moderator).get(path))
    assert page.count('<blockquote lang="en">') == member.consents.count() == 3
    names = re.findall(r"<summary>Mots acceptés<span[^>]*>(.*?)</span></summary>", page)
    assert len(names) == len(set(names)) == 3

    assert '<p lang="en">I agree' in words_of(client.get(own(member, "accord/lettres/")))


@pytest.mark.parametrize(("language", "suffix"), [("fr", "facultatif"), ("en", "optional")])
def test_the_ledger_keeps_the_words_of_an_agreement_and_not_what_the_form_adds(
    now: dt.datetime, language: str, suffix: str
) -> None:
    with translation.override(language):
        form = JoinForm()
        labels = [str(form.fields[name].label) for name in ("publication", "letters")]
    kept = make_request(now, language=language).consents.exclude(purpose="CHARTER")

    assert all(label.count(f"({suffix})") == 1 for label in labels)
    assert {f"{one.wording} ({suffix})" for one in kept} == set(labels)
