"""« Devenir ambassadeur » : what is asked, what is kept, what a stranger cannot learn."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from home.ambassadors import services
from home.ambassadors.models import Ambassador, AmbassadorPhoto, Charter, Consent
from home.ambassadors.states import AmbassadorStatus
from home.ambassadors.views.joining import REQUESTS_PER_ADDRESS, REQUESTS_PER_HOUR
from mailing.models import OutgoingMail
from tests.home.ambassadors.people import (
    JOIN,
    acts,
    jpeg,
    mails,
    make_request,
    send,
    typed,
    upload,
)

pytestmark = pytest.mark.django_db


def test_a_request_is_kept_and_the_person_is_thanked_by_their_first_name(client: Client) -> None:
    response = send(client)

    assert response.status_code == 302
    person = Ambassador.objects.get()
    assert (person.full_name, person.place, person.status) == (
        "Camille Essai",
        "Montréal, Canada",
        AmbassadorStatus.PENDING,
    )
    assert [kind.value for kind in person.helps] == ["welcome", "fairs"]
    assert acts(person) == ["RECEIVED"]
    assert not person.is_confirmed
    thanks = client.get(response["Location"]).content.decode()
    assert "Merci Camille, votre demande est enregistrée." in thanks
    assert "Un membre de l’équipe vous écrit sous une semaine." in thanks
    assert len(mails("ambassador_request_received", "camille@essai.example")) == 1


def test_each_agreement_is_kept_apart_with_the_words_that_were_read(client: Client) -> None:
    send(client)
    assert {one.purpose for one in Consent.objects.all()} == {"CHARTER"}

    send(client, email="autre@essai.example", publication="on", letters="on")

    person = Ambassador.objects.get(email="autre@essai.example")
    given = {one.purpose: one for one in person.consents.all()}
    assert set(given) == {"CHARTER", "PUBLICATION", "LETTERS"}
    charter = Charter.objects.current()
    assert charter is not None
    assert given["CHARTER"].text_version == str(charter.version)
    assert charter.text in given["CHARTER"].wording
    assert "publie mon portrait" in given["PUBLICATION"].wording


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"first_name": ""}, "Saisissez votre prénom."),
        ({"first_name": "www.exemple.fr"}, "sans adresse"),
        ({"last_name": "Gagnez sur https://exemple.fr"}, "sans adresse"),
        ({"last_name": "a/b"}, "sans adresse"),
        ({"last_name": "moi@"}, "sans adresse"),
        ({"first_name": "Cam\u202eille"}, "caractère invisible"),
        ({"last_name": " "}, "Saisissez votre nom."),
        ({"email": "camille"}, "Saisissez une adresse e-mail complète"),
        ({"place": ""}, "Indiquez la commune où vous vivez."),
        ({"activity": ""}, "Dites en quelques mots ce que vous faites."),
        ({"reason": ""}, "Dites-nous en quelques lignes"),
        ({"reason": "x" * 601}, "Votre texte dépasse 600 caractères (601)"),
        ({"helps": []}, "Choisissez au moins une façon d’aider."),
        ({"helps": ["invented"]}, "Choisissez parmi les aides proposées."),
        ({"social_url": "javascript:alert(1)"}, "Saisissez une adresse complète"),
        ({"charter": None}, "Lisez la charte"),
        ({"website_url": "spam"}, "Ne pas remplir"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(
    client: Client, changes: dict[str, Any], words: str
) -> None:
    response = send(client, **changes)

    page = response.content.decode().replace("\u00a0", " ")
    assert response.status_code == 422
    assert words in page
    assert "<title>Erreur : " in page
    assert "Libraire" in page or "activity" in changes
    assert not Ambassador.objects.exists()


def test_a_form_sent_at_once_is_a_robot(client: Client) -> None:
    assert client.post(JOIN, typed(client)).status_code == 422
    assert not Ambassador.objects.exists()


def test_a_known_address_gets_the_same_answer_and_one_mail(
    client: Client, now: dt.datetime
) -> None:
    person = make_request(now, email="camille@essai.example")
    OutgoingMail.objects.all().delete()

    known = send(client, email="Camille@Essai.example")
    unknown = send(Client(), email="inconnue@essai.example")

    pages = [Client().get(each["Location"]).content.decode() for each in (known, unknown)]
    assert (known.status_code, unknown.status_code) == (302, 302)
    assert _without_token(pages[0]) == _without_token(pages[1])
    assert Ambassador.objects.filter(email__iexact="camille@essai.example").get() == person
    assert [mail.act for mail in OutgoingMail.objects.order_by("pk")] == [
        "ambassador_already_known",
        "ambassador_request_received",
    ]


def _without_token(page: str) -> list[str]:
    return [line for line in page.splitlines() if "merci/" not in line]


def test_a_second_click_keeps_one_request(client: Client) -> None:
    values = typed(client)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=10)):
        first, second = (client.post(JOIN, values) for _turn in range(2))

    assert (first.status_code, second.status_code) == (302, 302)
    assert Ambassador.objects.count() == 1
    assert len(mails("ambassador_request_received")) == 1


@pytest.mark.parametrize("is_known", [True, False])
def test_the_key_of_a_form_does_not_tell_whether_an_address_is_known(
    client: Client, now: dt.datetime, *, is_known: bool
) -> None:
    if is_known:
        make_request(now, email="camille@essai.example")
    key = str(uuid.uuid4())
    send(client, key=key)

    probe = send(client, key=key, email="sonde@essai.example")

    assert probe.status_code == 302
    assert len(mails("ambassador_request_received", "sonde@essai.example")) == 1
    assert Ambassador.objects.filter(email="sonde@essai.example").exists()


@pytest.mark.parametrize("is_known", [True, False])
def test_sending_one_form_again_and_again_tells_nothing_either(
    client: Client, now: dt.datetime, *, is_known: bool
) -> None:
    if is_known:
        make_request(now, email="camille@essai.example")
        OutgoingMail.objects.all().delete()
    key = str(uuid.uuid4())

    statuses = [send(client, key=key).status_code for _turn in range(REQUESTS_PER_ADDRESS + 1)]
    assert statuses == [302] * (REQUESTS_PER_ADDRESS + 1)
    assert OutgoingMail.objects.filter(to="camille@essai.example").count() == 1
    # What was sent again was not counted.
    assert send(client, key=str(uuid.uuid4())).status_code == 302


def test_one_key_for_two_addresses_at_the_same_instant_keeps_both(
    now: dt.datetime, monkeypatch: Any
) -> None:
    """Play the race without threads: the second looks for the key before the first has written."""
    from home.ambassadors.services import joining

    first = make_request(now, email="camille@essai.example")
    monkeypatch.setattr(joining, "uuid", _same_once(first.key))
    application = services.Application(
        first_name="Camille", last_name="Essai", email="autre@essai.example", place="Gramat",
        activity="Libraire", reason="J’y vis.", helps=(), social_url="", language="fr",
        wants_letters=False, agrees_to_publication=False,
    )  # fmt: skip
    second = services.ask_to_join(application=application, key=first.key, now=now)

    assert second is not None
    assert second.key != first.key


def _same_once(key: uuid.UUID) -> Any:
    """Give a key already written, once, as if it had been free when it was looked for."""
    given = iter([key])

    class Keys:
        @staticmethod
        def uuid4() -> uuid.UUID:
            return next(given, None) or uuid.uuid4()

    return Keys


def test_too_many_requests_are_refused(client: Client) -> None:
    for number in range(REQUESTS_PER_HOUR):
        assert send(client, email=f"n{number}@essai.example").status_code == 302

    refused = send(client, email="encore@essai.example")

    assert (refused.status_code, Ambassador.objects.count()) == (429, REQUESTS_PER_HOUR)
    assert int(refused["Retry-After"]) > 0
    assert 'value="encore@essai.example"' in refused.content.decode()


def test_an_address_is_not_flooded(client: Client) -> None:
    statuses = [send(client).status_code for _turn in range(REQUESTS_PER_ADDRESS + 1)]

    assert statuses == [302] * REQUESTS_PER_ADDRESS + [429]
    assert send(client, email="camille+1@ｅssai.example").status_code == 429
    assert OutgoingMail.objects.filter(to="camille@essai.example").count() == REQUESTS_PER_ADDRESS


def test_a_photo_is_drawn_anew_without_what_the_camera_wrote(client: Client) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Appareil-secret"
    sent = upload(jpeg((3000, 2000), exif=exif.tobytes()))

    response = send(client, photo=sent, photo_agreed="on")

    assert response.status_code == 302
    kept = AmbassadorPhoto.objects.get()
    assert (kept.width, kept.height) == (1600, 1067)
    assert b"Appareil-secret" not in bytes(kept.content)
    assert "PHOTO" in Consent.objects.values_list("purpose", flat=True)


def test_a_photo_needs_the_agreement_of_the_person(client: Client) -> None:
    response = send(client, photo=upload(jpeg()))

    page = response.content.decode()
    assert response.status_code == 422
    assert "Cochez cette case, ou envoyez le formulaire sans photo." in page
    assert "Joignez à nouveau votre photo" in page


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<script>alert(1)</script>", "moi.jpg"),
        (b"%PDF-1.4 ...", "moi.jpg"),
        (jpeg()[:200], "moi.jpg"),
        (jpeg(), "moi.svg"),
        (b"GIF89a" + b"\x00" * 60, "moi.png"),
        (b"", "moi.jpg"),
    ],
)
def test_what_is_no_photo_is_refused_whatever_its_name(
    client: Client, content: bytes, name: str
) -> None:
    response = send(client, photo=upload(content, name), photo_agreed="on")

    assert response.status_code == 422
    assert not Ambassador.objects.exists()


def test_a_picture_that_unpacks_to_too_many_pixels_is_refused(client: Client) -> None:
    import io

    drawn = io.BytesIO()
    Image.new("1", (9000, 9000)).save(drawn, "PNG")

    response = send(client, photo=upload(drawn.getvalue(), "grand.png"), photo_agreed="on")

    assert response.status_code == 422
    assert "trop de pixels" in response.content.decode()
    assert "Libraire" in response.content.decode(), "nothing typed is lost"


def test_a_forged_or_old_page_of_thanks_is_not_found(client: Client) -> None:
    address = send(client)["Location"]

    assert client.get("/ambassadeurs/devenir/merci/forge/").status_code == 404
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)):
        assert client.get(address).status_code == 404


def test_reading_the_form_writes_nothing(client: Client) -> None:
    client.get(JOIN)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(JOIN).status_code == 200
    assert not [one for one in queries if not one["sql"].lower().startswith("select")]


def test_english_visitors_are_answered_in_english(client: Client) -> None:
    response = send(client, f"/en{JOIN}")

    assert "Thank you Camille" in client.get(response["Location"]).content.decode()
    person = Ambassador.objects.get()
    assert person.language == "en"
    (mail,) = mails("ambassador_request_received")
    assert "/en/ambassadeurs/devenir/confirmer/" in mail.text
    assert "I have read the charter" in person.consents.get(purpose="CHARTER").wording


def test_the_charter_is_read_in_both_languages(client: Client) -> None:
    assert (
        "parle du territoire avec sincérité" in client.get("/ambassadeurs/charte/").content.decode()
    )
    assert "talks about the place" in client.get("/en/ambassadeurs/charte/").content.decode()


def test_somebody_who_was_refused_may_ask_again(now: dt.datetime, cast: Any) -> None:
    person = make_request(now, email="camille@essai.example")
    services.decide(
        person=person, act="REFUSE", version=1, by=cast.moderator, now=now, reason="Une raison claire."
    )  # fmt: skip

    again = make_request(now, email="camille@essai.example")

    assert again.pk != person.pk


def test_two_at_the_same_instant_keep_one_file(now: dt.datetime, monkeypatch: Any) -> None:
    """Play the race without threads: the second looks before the first has written."""
    from home.ambassadors.services import joining

    first = make_request(now, email="camille@essai.example")
    monkeypatch.setattr(joining, "_tell_known", _blind_once(joining._tell_known))

    application = services.Application(
        first_name="Camille", last_name="Essai", email="camille@essai.example", place="Gramat",
        activity="Libraire", reason="J’y vis.", helps=(), social_url="", language="fr",
        wants_letters=False, agrees_to_publication=False,
    )  # fmt: skip
    second = services.ask_to_join(application=application, key=uuid.uuid4(), now=now)

    assert second is None
    assert Ambassador.objects.get() == first
    assert len(mails("ambassador_already_known")) == 1


def _blind_once(look: Any) -> Any:
    seen: list[bool] = []

    def tell(application: Any, now: dt.datetime) -> bool:
        if not seen:
            seen.append(True)
            return False
        return bool(look(application, now))

    return tell


def test_the_hint_of_a_long_answer_is_in_the_language_of_the_page(client: Client) -> None:
    french = client.get("/ambassadeurs/devenir/").content.decode()
    english = client.get("/en/ambassadeurs/devenir/").content.decode()

    assert "600 caractères au maximum." in french
    assert "600 characters at most." in english
    assert "600 caractères" not in english
