"""The team draws territories and keeps the network in the admin; referents keep their absences and cards."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import strip_tags
from django.utils.translation import gettext

from accounts.models import User
from territory.models import (
    Intercommunality,
    Municipality,
    ReferentAbsence,
    ResourceCard,
    Territory,
    WelcomeReferent,
)
from territory.welcome import referent_for
from tests.cast import Cast
from tests.factories import make_referent, make_user

pytestmark = pytest.mark.django_db
TERRITORY = "wagtailsnippets_territory_territory"
CARD = "wagtailsnippets_territory_resourcecard"
EMPTY_SETS = {
    f"{name}-{count}": "0"
    for name in ("territory_links", "absences")
    for count in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
}


def numbers(*names: str) -> list[int]:
    """Return the numbers of communes."""
    return list(Municipality.objects.filter(name__in=names).values_list("pk", flat=True))


def test_an_editor_draws_a_territory_of_communes_and_of_whole_intercommunalities(
    cast: Cast,
) -> None:
    client = cast.client(cast.editor)
    whole = Intercommunality.objects.get(siren="244600433")
    sent = {
        "name": "Vallée du Célé",
        "short_name": "Célé",
        "order": "3",
        "communes": numbers("Cajarc", "Figeac"),
        "whole_epci": [whole.pk],
    }
    assert client.get(reverse(f"{TERRITORY}:add")).status_code == 200
    assert client.post(reverse(f"{TERRITORY}:add"), sent).status_code == 302
    new = Territory.objects.get(slug="vallee-du-cele")
    held = set(new.municipalities.values_list("name", flat=True))
    assert {"Cajarc", "Figeac"} <= held
    assert len(held) == 2 + whole.municipalities.count()

    edit = reverse(f"{TERRITORY}:edit", args=[new.pk])
    assert client.get(edit).status_code == 200
    kept = sent | {"communes": numbers("Figeac"), "whole_epci": [], "name": "Vallée"}
    assert client.post(edit, kept).status_code == 302
    new.refresh_from_db()
    assert (new.slug, new.name) == ("vallee-du-cele", "Vallée")  # its address never changes
    assert set(new.municipalities.values_list("name", flat=True)) == {"Figeac"}


def test_two_territories_never_have_one_address(cast: Cast) -> None:
    client = cast.client(cast.editor)
    sent = {"name": "GRAND FIGEAC", "short_name": "x", "order": "0"}
    assert client.post(reverse(f"{TERRITORY}:add"), sent).status_code == 200
    assert Territory.objects.filter(slug="grand-figeac").count() == 1


def test_an_editor_adds_a_referent_with_a_territory_and_an_absence(
    cast: Cast, now: dt.datetime
) -> None:
    client = cast.client(cast.editor)
    figeac = Territory.objects.get(slug="grand-figeac")
    backup = make_referent("Sacha")
    day = now.date().isoformat()
    sent = EMPTY_SETS | {
        "name": "Camille", "role": "Référente", "phone": "05 65 00 00 00", "order": "0",
        "is_active": "on", "territory_links-TOTAL_FORMS": "1",
        "territory_links-0-territory": figeac.pk, "territory_links-0-order": "0",
        "absences-TOTAL_FORMS": "1", "absences-0-first_day": day, "absences-0-last_day": day,
        "absences-0-backup": backup.pk,
    }  # fmt: skip
    assert client.get(reverse("welcome_referents:add")).status_code == 200
    assert client.post(reverse("welcome_referents:add"), sent).status_code == 302
    commune = Municipality.objects.get(name="Figeac")
    today, tomorrow = now.date(), now.date() + dt.timedelta(days=1)
    answers = [referent_for(commune, on) for on in (today, tomorrow)]
    assert [one.referent.name for one in answers if one] == ["Sacha", "Camille"]


def test_a_referent_without_a_way_to_be_reached_is_refused(cast: Cast) -> None:
    sent = EMPTY_SETS | {"name": "Muette", "role": "Référente", "order": "0"}
    response = cast.client(cast.editor).post(reverse("welcome_referents:add"), sent)
    assert response.status_code == 200
    assert not WelcomeReferent.objects.exists()


# What a referent's card holds, as a browser sends it; nobody sends all of it.
ROUTE = {
    "email": "autre@essai.example", "is_departmental": "on", "user": "", "is_active": "",
}  # fmt: skip


def sent_card(referent: WelcomeReferent, **changes: object) -> dict[str, object]:
    """Return a card with everything that decides to whom requests go changed."""
    figeac = Territory.objects.get(slug="grand-figeac")
    day = dt.date(2026, 12, 1).isoformat()
    return EMPTY_SETS | {
        "name": referent.name, "role": referent.role, "phone": "05 65 99 99 99", "order": "0",
        "hours": "le matin", "territory_links-TOTAL_FORMS": "1", "territory_links-0-order": "0",
        "territory_links-0-territory": figeac.pk, "absences-TOTAL_FORMS": "1",
        "absences-0-first_day": day, "absences-0-last_day": day, "absences-0-backup": "",
    } | ROUTE | changes  # fmt: skip


def test_a_referent_changes_their_own_card_but_not_where_requests_go(cast: Cast) -> None:
    own = make_referent("Camille", email="camille@essai.example", user=cast.referent, order=4)
    client = cast.client(cast.referent)
    edit = reverse("welcome_referents:edit", args=[own.pk])
    page = client.get(edit).content.decode()
    assert 'name="phone"' in page
    for name in ("email", "user", "is_active", "is_departmental", "order", "territory_links-TOTAL"):
        assert f'name="{name}' not in page

    assert client.post(edit, sent_card(own)).status_code == 302

    own.refresh_from_db()
    assert (own.phone, own.hours, own.absences.count()) == ("05 65 99 99 99", "le matin", 1)
    assert (own.email, own.user, own.is_active, own.is_departmental, own.order) == (
        "camille@essai.example", cast.referent, True, False, 4,
    )  # fmt: skip
    assert not own.territory_links.exists()


def test_a_referent_changes_nobody_else_s_card(cast: Cast) -> None:
    make_referent("Camille", user=cast.referent)
    other = make_referent("Sacha", email="sacha@essai.example")
    client = cast.client(cast.referent)
    edit = reverse("welcome_referents:edit", args=[other.pk])
    assert refused(client, edit)
    client.post(edit, sent_card(other))
    other.refresh_from_db()
    assert (other.phone, other.email) == ("05 65 00 00 00", "sacha@essai.example")
    listed = client.get(reverse("welcome_referents:index")).content.decode()
    assert "Sacha" in listed
    assert edit not in listed


def test_an_editor_keeps_the_network_and_a_publisher_says_where_requests_go(cast: Cast) -> None:
    card = make_referent("Camille", email="camille@essai.example", user=cast.referent)
    edit = reverse("welcome_referents:edit", args=[card.pk])
    page = cast.client(cast.editor).get(edit).content.decode()
    assert 'name="territory_links-TOTAL_FORMS"' in page
    assert cast.client(cast.editor).post(edit, sent_card(card)).status_code == 302
    card.refresh_from_db()
    assert (card.email, card.user, card.is_active, card.is_departmental) == (
        "camille@essai.example", cast.referent, True, False,
    )  # fmt: skip
    assert card.territory_links.count() == 1

    kept = {"territory_links-TOTAL_FORMS": "0", "absences-TOTAL_FORMS": "0"}
    publisher = cast.client(cast.publisher)
    assert publisher.post(edit, sent_card(card, **kept)).status_code == 302
    card.refresh_from_db()
    assert (card.email, card.user, card.is_active, card.is_departmental) == (
        "autre@essai.example", None, False, True,
    )  # fmt: skip


def test_a_card_never_loses_its_last_way_to_be_reached(cast: Cast) -> None:
    """Whoever may not read the address is told so beside the telephone, and keeps what was typed."""
    card = make_referent("Camille", user=cast.referent)
    edit = reverse("welcome_referents:edit", args=[card.pk])
    for user in (cast.referent, cast.editor, cast.publisher):
        sent = sent_card(card, phone="", email="")
        response = cast.client(user).post(edit, sent)
        assert response.status_code == 200
        assert list(response.context["form"].errors) == ["phone"]
        assert "le matin" in response.content.decode()
    card.refresh_from_db()
    assert card.phone == "05 65 00 00 00"


def test_an_absence_with_odd_days_is_refused_and_kept_on_the_screen(cast: Cast) -> None:
    card = make_referent("Camille", user=cast.referent)
    edit = reverse("welcome_referents:edit", args=[card.pk])
    for first, last in (
        ("2026-12-01", "9999-12-31"), ("0000-00-00", "2026-12-01"), ("2026-12-02", "2026-12-01"),
        ("\x00", "🙂"), ("1" * 500, "2026-12-01"),
    ):  # fmt: skip
        days = {"absences-0-first_day": first, "absences-0-last_day": last}
        response = cast.client(cast.referent).post(edit, sent_card(card, **days))
        assert response.status_code == 200
        assert "le matin" in response.content.decode()
    assert not card.absences.exists()


def test_referents_keep_their_absences_and_cards_but_not_the_network(cast: Cast) -> None:
    referent = make_referent("Camille", user=cast.referent)
    client = cast.client(cast.referent)
    edit = reverse("welcome_referents:edit", args=[referent.pk])
    assert client.get(edit).status_code == 200
    assert refused(client, reverse("welcome_referents:add"))
    assert refused(client, reverse("welcome_referents:delete", args=[referent.pk]))
    assert refused(client, reverse(f"{TERRITORY}:add"))
    assert client.get(reverse(f"{CARD}:add")).status_code == 200


def test_moderators_and_translators_do_not_keep_the_network(cast: Cast) -> None:
    referent = make_referent("Camille")
    for who in (cast.moderator, cast.translator, cast.health_contact):
        client = cast.client(who)
        assert refused(client, reverse("welcome_referents:index"))
        assert refused(client, reverse("welcome_referents:edit", args=[referent.pk]))


def test_a_referent_writes_a_card_and_checks_it_again(cast: Cast) -> None:
    figeac = Territory.objects.get(slug="grand-figeac")
    client = cast.client(cast.referent)
    sent = {
        "territory": figeac.pk, "theme": "SCHOOLS", "order": "0", "title": "Les écoles",
        "text": "Deux phrases.", "url": "www.exemple.fr", "checked_on": "2026-03-04",
    }  # fmt: skip
    assert client.post(reverse(f"{CARD}:add"), sent).status_code == 302
    card = ResourceCard.objects.get()
    assert (card.url, card.host) == ("https://www.exemple.fr", "exemple.fr")
    edit = reverse(f"{CARD}:edit", args=[card.pk])
    assert client.post(edit, sent | {"checked_on": "2026-11-20"}).status_code == 302
    card.refresh_from_db()
    assert card.checked_on == dt.date(2026, 11, 20)


def test_a_translator_reads_the_french_of_a_card_and_writes_its_english(cast: Cast) -> None:
    figeac = Territory.objects.get(slug="grand-figeac")
    card = ResourceCard.objects.create(
        territory=figeac, theme="SCHOOLS", title="Les écoles", text="Deux phrases.",
        phone="05 65 00 00 46", checked_on=dt.date(2026, 3, 4),
    )  # fmt: skip
    client, edit = cast.client(cast.translator), reverse(f"{CARD}:edit", args=[card.pk])
    page = client.get(edit).content.decode()
    assert "Deux phrases." in page
    assert 'name="text"' not in page
    assert 'name="text_en"' in page
    sent = {
        "title": "Autre chose", "text": "Autre chose.", "phone": "", "theme": "HEALTH", "territory": "",
        "checked_on": "2030-01-01", "title_en": "Schools", "text_en": "Two sentences.",
    }  # fmt: skip
    assert client.post(edit, sent).status_code == 302
    card.refresh_from_db()
    assert (card.title_en, card.text_en) == ("Schools", "Two sentences.")
    assert (card.title, card.text, card.phone) == ("Les écoles", "Deux phrases.", "05 65 00 00 46")
    assert (card.theme, card.territory, card.checked_on) == (
        "SCHOOLS", figeac, dt.date(2026, 3, 4),
    )  # fmt: skip


def test_the_list_of_cards_shows_the_oldest_check_first(cast: Cast, now: dt.datetime) -> None:
    figeac = Territory.objects.get(slug="grand-figeac")
    for title, days in (("Récente", 1), ("Ancienne", 400)):
        ResourceCard.objects.create(
            territory=figeac, theme="SCHOOLS", title=title, text="x",
            checked_on=now.date() - dt.timedelta(days=days),
        )  # fmt: skip
    page = cast.client(cast.editor).get(reverse(f"{CARD}:list")).content.decode()
    assert page.index("Ancienne") < page.index("Récente")


def test_the_list_of_referents_says_who_is_away_today_and_who_stands_in(cast: Cast) -> None:
    today = timezone.localdate()
    away, sacha = make_referent("Camille"), make_referent("Sacha Relais")
    lasts = today + dt.timedelta(days=3)
    ReferentAbsence.objects.create(referent=away, first_day=today, last_day=lasts, backup=sacha)
    client, address = cast.client(cast.editor), reverse("welcome_referents:index")
    page = client.get(address).content.decode()
    assert lasts.strftime("%d/%m/%Y") in page
    assert page.count("Sacha Relais") > 1
    assert "icon-cross" not in page.split("<tbody")[1].split("</tbody")[0]
    counts = []
    for more in (0, 8):
        for number in range(more):
            make_referent(f"Autre {number}")
        with CaptureQueriesContext(connection) as seen:
            client.get(address)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_the_list_of_referents_says_who_signs_in_here(cast: Cast) -> None:
    make_referent("Camille", user=cast.referent)
    make_referent("Sacha")
    make_referent("Partie", user=make_user("x@essai.example", groups=("Référents accueil",)))
    make_referent("Sans droit", user=make_user("y@essai.example", is_staff=True))
    User.objects.filter(email="x@essai.example").update(is_active=False)
    client, address = cast.client(cast.editor), reverse("welcome_referents:index")

    def read() -> dict[str, str]:
        rows = re.findall(r"<tr.*?</tr>", client.get(address).content.decode(), re.DOTALL)
        cells = [[strip_tags(one).strip() for one in row.split("</td>")] for row in rows]
        return {row[0].split("\n")[0]: row[-3] for row in cells if len(row) > 3}

    with translation.override("fr"):
        yes, no, none = gettext("signs in"), gettext("does not sign in"), gettext("no account")
    assert read() == {"Camille": yes, "Sacha": none, "Partie": no, "Sans droit": no}
    counts = []
    for more in (0, 8):
        for number in range(more):
            user = make_user(f"{number}@essai.example", groups=("Référents accueil",))
            make_referent(f"Autre {number}", user=user)
        with CaptureQueriesContext(connection) as seen:
            client.get(address)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def refused(client: Client, address: str) -> bool:
    """Say whether the admin sends somebody away."""
    response = client.get(address)
    return response.status_code == 302 and response["Location"] == "/admin/"
