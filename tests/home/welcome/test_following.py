"""Referents read requests and follow them up; nobody else does."""

from __future__ import annotations

import datetime as dt
import html

import pytest
import time_machine
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from wagtail.snippets.models import get_snippet_models

from accounts.models import User
from home.welcome import services
from home.welcome.errors import ActNotAllowed
from home.welcome.models import Household, RequestEvent, RequestNote, SettlementRequest
from home.welcome.states import PERMISSION, TRANSITIONS, RequestAct, RequestStatus
from home.welcome.waiting import cards_waiting, requests_waiting
from mailing.models import OutgoingMail
from territory.models import ReferentAbsence, ResourceCard, Territory, WelcomeReferent
from tests.cast import Cast
from tests.consistency.crawl import crawl
from tests.factories import make_referent, make_user
from tests.home.welcome.conftest import MakeRequest

pytestmark = pytest.mark.django_db
LIST = "/admin/installation/"


def address(kept: SettlementRequest, name: str = "detail", *more: str) -> str:
    """Return the address of a screen of a request."""
    return reverse(f"welcome_admin:{name}", args=[kept.pk, *more])


@pytest.fixture
def signed_in(cast: Cast, camille: WelcomeReferent) -> Client:
    """Return the browser of the referent of Figeac."""
    camille.user = cast.referent
    camille.save()
    return cast.client(cast.referent)


# --- who reads


def test_referents_read_the_household_and_nobody_else_of_the_team(
    cast: Cast, make_request: MakeRequest
) -> None:
    kept = make_request(message="Notre fils est en CP")
    for who in (cast.editor, cast.publisher, cast.translator, cast.moderator, cast.health_contact):
        for target in (LIST, address(kept)):
            response = cast.client(who).get(target)
            assert (str(who), target, response.status_code) == (str(who), target, 302)
            assert "Notre fils" not in cast.client(who).get(target, follow=True).content.decode()
        assert not who.has_perm(PERMISSION)
    for who in (None, cast.cafe_owner):
        assert cast.client(who).get(address(kept)).status_code in {302, 403, 404}
    page = cast.client(cast.referent).get(address(kept)).content.decode()
    assert "Notre fils est en CP" in page
    assert f"{kept.agreement_wording}</blockquote>" in page


def test_households_are_neither_snippets_nor_in_the_admin_s_search_nor_in_an_export() -> None:
    ours = {SettlementRequest, Household, RequestNote, RequestEvent}
    assert not ours & set(get_snippet_models())
    assert not [model for model in ours if hasattr(model, "search_fields")]


def test_nothing_of_the_jobs_side_points_to_a_request() -> None:
    """The proof that employers' screens cannot reach a household: no relation leads there."""
    ours = {SettlementRequest, Household, RequestNote, RequestEvent}
    pointing = {
        model._meta.app_label
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model in ours
    }
    assert pointing == {"welcome"}


def test_what_a_family_wrote_is_on_no_page_of_employers_moderators_or_readers(
    cast: Cast, make_request: MakeRequest, figeac: Territory, camille: WelcomeReferent
) -> None:
    word = "kanarifoyerzyx"
    written = {name: f"{word}{name}" for name in ("first_name", "last_name", "occupation", "place")}
    kept = make_request(
        territory_id=figeac.pk, message=word, email=f"{word}@essai.example", **written
    )
    assert word in cast.client(cast.referent).get(address(kept)).content.decode()
    for who, doors in (
        (
            None,
            ("/s-installer/", "/s-installer/grand-figeac/", "/s-installer/referents/?ou=Figeac"),
        ),
        (cast.nurse_manager, ("/espace-employeur/", "/s-installer/")),
        (cast.moderator, ("/admin/", "/admin/verification/", "/admin/reports/site-history/")),
        (cast.editor, ("/admin/", "/admin/reports/site-history/")),
    ):
        pages = crawl(cast.client(who), doors, at_most=25)
        assert [place for place, _answer, text in pages if word in text] == []


def test_the_menu_leads_there_for_referents_only(cast: Cast) -> None:
    assert LIST in cast.client(cast.referent).get("/admin/").content.decode()
    assert LIST not in cast.client(cast.moderator).get("/admin/").content.decode()


# --- the list


def test_the_list_shows_one_s_own_then_everybody_s(
    signed_in: Client, make_request: MakeRequest, figeac: Territory
) -> None:
    mine, nobodys = make_request(territory_id=figeac.pk, last_name="À moi"), make_request()
    user = make_user("sacha@essai.example", groups=("Référents accueil",), is_staff=True)
    sacha = make_referent("Sacha", Territory.objects.get(slug="cauvaldor"), user=user)
    other = make_request(territory_id=Territory.objects.get(slug="cauvaldor").pk)
    assert other.referent == sacha
    rows = signed_in.get(LIST).context["page_obj"].object_list
    assert {one.pk for one in rows} == {mine.pk, nobodys.pk}
    everybody = signed_in.get(LIST, {"de": "tous"}).context["page_obj"].object_list
    assert {one.pk for one in everybody} == {mine.pk, nobodys.pk, other.pk}


def away(card: WelcomeReferent, backup: WelcomeReferent | None, now: dt.datetime) -> None:
    """Make somebody absent from tomorrow for three days."""
    first = now.date() + dt.timedelta(days=1)
    ReferentAbsence.objects.create(
        referent=card, first_day=first, last_day=first + dt.timedelta(days=2), backup=backup
    )


def seen_by(user: User, day: int, now: dt.datetime) -> tuple[list[int], int]:
    """Return what a referent finds in the list and on the dashboard some days later."""
    with time_machine.travel(now + dt.timedelta(days=day)):
        client = Client()
        client.force_login(user)
        rows = client.get(LIST).context["page_obj"].object_list
        return sorted(one.pk for one in rows), requests_waiting(user).count


def test_the_backup_sees_the_requests_of_somebody_away_as_long_as_the_absence_lasts(
    cast: Cast,
    make_request: MakeRequest,
    camille: WelcomeReferent,
    figeac: Territory,
    now: dt.datetime,
) -> None:
    sacha_user = make_user("sacha@essai.example", groups=("Référents accueil",), is_staff=True)
    other_user = make_user("autre@essai.example", groups=("Référents accueil",), is_staff=True)
    camille.user = cast.referent
    camille.save()
    sacha = make_referent("Sacha", user=sacha_user)
    make_referent("Une autre", user=other_user)
    open_one = make_request(territory_id=figeac.pk, last_name="Attend")
    over = make_request(territory_id=figeac.pk)
    services.move_request(request=over, act=RequestAct.CLOSE, by=cast.referent, now=now)
    away(camille, sacha, now)

    for day, found in ((0, []), (1, [open_one.pk]), (3, [open_one.pk]), (4, [])):
        assert (day, seen_by(sacha_user, day, now)) == (day, (found, len(found)))
        assert seen_by(other_user, day, now) == ([], 0)
        assert seen_by(cast.referent, day, now) == ([open_one.pk], 1)

    with time_machine.travel(now + dt.timedelta(days=2)):
        client = Client()
        client.force_login(sacha_user)
        assert client.get(address(open_one)).status_code == 200
        assert client.post(address(open_one, "move", "contact")).status_code == 302
        event = open_one.events.latest("pk")
        assert (event.act, event.actor, event.referent) == ("CONTACT", sacha_user, camille)


def test_the_backup_of_a_backup_who_is_away_too_sees_them_and_nobody_in_a_circle_is_lost(
    cast: Cast,
    make_request: MakeRequest,
    camille: WelcomeReferent,
    figeac: Territory,
    now: dt.datetime,
) -> None:
    users = [
        make_user(f"{name}@essai.example", groups=("Référents accueil",), is_staff=True)
        for name in ("sacha", "noa")
    ]
    sacha, noa = (make_referent(str(user), user=user) for user in users)
    kept = make_request(territory_id=figeac.pk)
    assert kept.referent == camille
    away(camille, sacha, now)
    away(sacha, noa, now)
    away(noa, camille, now)
    assert seen_by(users[0], 1, now)[0] == [kept.pk]
    assert seen_by(users[1], 1, now)[0] == [kept.pk]


def test_a_backup_who_left_the_network_and_an_absence_without_one_show_nothing(
    cast: Cast,
    make_request: MakeRequest,
    camille: WelcomeReferent,
    figeac: Territory,
    now: dt.datetime,
) -> None:
    user = make_user("sacha@essai.example", groups=("Référents accueil",), is_staff=True)
    gone = make_referent("Sacha", user=user, is_active=False)
    camille.user = cast.referent
    camille.save()
    make_request(territory_id=figeac.pk)
    away(camille, gone, now)
    away(camille, None, now)
    assert seen_by(user, 1, now) == ([], 0)


def test_the_list_says_for_whom_one_stands_in(
    cast: Cast,
    make_request: MakeRequest,
    camille: WelcomeReferent,
    figeac: Territory,
    now: dt.datetime,
) -> None:
    make_referent("Sacha", user=cast.referent)
    make_request(territory_id=figeac.pk)
    make_request()
    backup = WelcomeReferent.objects.get(user=cast.referent)
    ReferentAbsence.objects.create(
        referent=camille, first_day=now.date(), last_day=now.date(), backup=backup
    )
    rows = cast.client(cast.referent).get(LIST).context["page_obj"].object_list
    assert {one.referent_id: bool(one.stands_in) for one in rows} == {camille.pk: True, None: False}


def test_the_next_contacts_come_first_and_what_is_over_stands_apart(
    cast: Cast, make_request: MakeRequest, now: dt.datetime
) -> None:
    late, new, over = make_request(), make_request(), make_request()
    services.plan_contact(request=late, day=now.date(), by=cast.referent, now=now)
    services.move_request(request=over, act=RequestAct.CLOSE, by=cast.referent, now=now)
    client = cast.client(cast.referent)
    assert [one.pk for one in client.get(LIST).context["page_obj"]] == [late.pk, new.pk]
    done = client.get(LIST, {"etat": "finies"}).context["page_obj"]
    assert [one.pk for one in done] == [over.pk]
    assert client.get(LIST, {"etat": "\x00", "p": "zzz"}).status_code == 200


def test_one_and_twelve_requests_cost_the_same(cast: Cast, make_request: MakeRequest) -> None:
    client = cast.client(cast.referent)
    counts = []
    for number in (1, 11):
        for _turn in range(number):
            make_request()
        client.get(LIST)
        with CaptureQueriesContext(connection) as seen:
            client.get(LIST)
        counts.append(len(seen))
    assert counts[0] == counts[1]


# --- the follow-up


def test_the_follow_up_of_a_household_from_the_first_call_to_the_settling(
    signed_in: Client, cast: Cast, make_request: MakeRequest
) -> None:
    kept = make_request()
    steps = [
        (address(kept, "note"), {"text": "Rappeler après 18 h"}),
        (address(kept, "plan"), {"day": "2026-12-01"}),
        (address(kept, "move", "contact"), {}),
        (address(kept, "move", "installation"), {}),
    ]
    for target, values in steps:
        assert signed_in.post(target, values)["Location"] == address(kept)
    kept.refresh_from_db()
    assert kept.status == RequestStatus.SETTLED
    assert kept.settled_at is not None
    assert kept.last_contact_at is not None
    assert kept.next_contact_on is None
    page = signed_in.get(address(kept)).content.decode()
    assert "Rappeler après 18 h" in page
    acts = [event.act for event in kept.events.order_by("pk")]
    assert acts == ["RECEIVE", "NOTE", "PLAN", "CONTACT", "SETTLE"]
    assert {event.actor for event in kept.events.exclude(act="RECEIVE")} == {cast.referent}


def test_the_same_day_planned_again_changes_nothing_and_says_so(
    signed_in: Client, make_request: MakeRequest
) -> None:
    kept = make_request()
    said = []
    for day in ("2026-12-01", "2026-12-01", "", ""):
        page = signed_in.post(address(kept, "plan"), {"day": day}, follow=True)
        said.append([one.level_tag for one in page.context["messages"]])
    assert said == [["success"], ["info"], ["success"], ["info"]]
    assert [event.act for event in kept.events.order_by("pk")] == ["RECEIVE", "PLAN", "PLAN"]


def test_handed_over_a_request_is_the_colleague_s_who_gets_a_mail_without_a_name(
    signed_in: Client, make_request: MakeRequest, figeac: Territory
) -> None:
    kept = make_request(territory_id=figeac.pk)
    OutgoingMail.objects.all().delete()
    user = make_user("sacha@essai.example", groups=("Référents accueil",), is_staff=True)
    sacha = make_referent("Sacha", email="sacha@essai.example", user=user)
    response = signed_in.post(address(kept, "hand_over"), {"to": sacha.pk})
    assert response.status_code == 302
    kept.refresh_from_db()
    assert kept.referent == sacha
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.act) == ("sacha@essai.example", "settlement_handed_over")
    assert "Léa" not in mail.text + mail.subject + mail.html
    event = kept.events.latest("pk")
    assert (event.act, event.referent) == (RequestAct.HAND_OVER, sacha)


def test_what_is_wrong_is_said_with_what_was_typed(
    signed_in: Client, make_request: MakeRequest, camille: WelcomeReferent
) -> None:
    kept = make_request()
    services_kept = SettlementRequest.objects.get(pk=kept.pk)
    services_kept.referent = camille
    services_kept.save()
    wrong: list[tuple[str, dict[str, object]]] = [
        ("note", {"text": ""}),
        ("note", {"text": "x" * 2001}),
        ("plan", {"day": "bientôt"}),
        ("hand_over", {"to": ""}),
        ("hand_over", {"to": camille.pk}),
        ("hand_over", {"to": "zzz"}),
    ]
    for name, values in wrong:
        response = signed_in.post(address(kept, name), values)
        assert (name, response.status_code) == (name, 422)
    assert "bientôt" in signed_in.post(address(kept, "plan"), {"day": "bientôt"}).content.decode()
    assert RequestNote.objects.count() == 0


def test_a_colleague_who_was_faster_gives_a_conflict_and_no_second_line(
    signed_in: Client, make_request: MakeRequest
) -> None:
    kept = make_request()
    assert signed_in.post(address(kept, "move", "cloture")).status_code == 302
    lines = RequestEvent.objects.count()
    for name, values in (("move", {}), ("plan", {"day": "2026-12-01"})):
        more = ["contact"] if name == "move" else []
        assert signed_in.post(address(kept, name, *more), values).status_code == 409
    assert RequestEvent.objects.count() == lines
    assert signed_in.post(address(kept, "move", "reprise")).status_code == 302


def test_opening_an_act_does_nothing_and_an_unknown_one_is_not_found(
    signed_in: Client, make_request: MakeRequest
) -> None:
    kept = make_request()
    assert signed_in.get(address(kept, "move", "contact")).status_code == 405
    assert signed_in.post(address(kept, "move", "invente")).status_code == 404
    assert signed_in.post("/admin/installation/999999/note/", {"text": "x"}).status_code == 404
    kept.refresh_from_db()
    assert kept.status == RequestStatus.NEW


@pytest.mark.parametrize("act", list(TRANSITIONS))
@pytest.mark.parametrize("status", list(RequestStatus))
def test_the_table_of_transitions_holds(
    act: RequestAct, status: RequestStatus, cast: Cast, make_request: MakeRequest, now: dt.datetime
) -> None:
    kept = make_request()
    SettlementRequest.objects.filter(pk=kept.pk).update(status=status)
    sources, target = TRANSITIONS[act]
    if status in sources:
        moved = services.move_request(request=kept, act=act, by=cast.referent, now=now)
        assert moved.status == target
    else:
        with pytest.raises(ActNotAllowed):
            services.move_request(request=kept, act=act, by=cast.referent, now=now)


def test_what_a_referent_sends_wrong_is_said_and_kept(
    signed_in: Client, make_request: MakeRequest
) -> None:
    kept = make_request()
    for name, sent in (
        ("plan", {"day": "9999-12-31"}), ("plan", {"day": "31/12/9999"}), ("plan", {"day": "0000-01-01"}),
        ("plan", {"day": "\x00"}), ("plan", {"day": "🙂"}), ("note", {"text": "a\x00"}),
        ("note", {"text": "é" * 2001}), ("hand_over", {"to": "9" * 40}), ("hand_over", {"to": "\x00"}),
    ):  # fmt: skip
        response = signed_in.post(address(kept, name), sent)
        assert (name, sent, response.status_code) == (name, sent, 422)
        [value] = sent.values()
        if name != "hand_over":  # a list keeps what is in the list
            assert html.escape(value.replace("\x00", "")) in response.content.decode()
    kept.refresh_from_db()
    assert (kept.next_contact_on, kept.events.count()) == (None, 1)
    for odd in ("0", "9" * 30):
        assert signed_in.get(f"{LIST}{odd}/").status_code == 404
    for query in ({"p": "9" * 5000}, {"p": ["1", "\x00"]}, {"de": "🙂", "etat": ["x", "finies"]}):
        assert signed_in.get(LIST, query).status_code == 200


# --- the history


def test_the_history_is_never_rewritten_by_the_code_nor_in_the_database(
    make_request: MakeRequest, cast: Cast, now: dt.datetime
) -> None:
    kept = make_request()
    services.move_request(request=kept, act=RequestAct.CONTACT, by=cast.referent, now=now)
    event = kept.events.latest("pk")
    with pytest.raises(TypeError):
        event.save()
    lines = RequestEvent.objects.filter(pk=event.pk)
    for change in (
        {"act": "CLOSE"},
        {"created_at": now - dt.timedelta(days=1)},
        {"actor_name": "Autre"},
        {"to_status": "NEW"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            lines.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        lines.delete()
    lines.update(actor=None, actor_name="Compte supprimé")


def test_a_referent_who_leaves_the_network_leaves_the_lines_of_history(
    make_request: MakeRequest, camille: WelcomeReferent, figeac: Territory
) -> None:
    kept = make_request(territory_id=figeac.pk)
    camille.delete()
    kept.refresh_from_db()
    assert (kept.referent, kept.events.get().referent) == (None, None)


# --- what waits


def test_what_waits_is_counted_for_each_referent(
    cast: Cast,
    camille: WelcomeReferent,
    make_request: MakeRequest,
    figeac: Territory,
    now: dt.datetime,
) -> None:
    camille.user = cast.referent
    camille.save()
    user = make_user("sacha@essai.example", groups=("Référents accueil",), is_staff=True)
    make_referent("Sacha", Territory.objects.get(slug="cauvaldor"), user=user)
    first = make_request(at=now - dt.timedelta(days=3), territory_id=figeac.pk)
    make_request(territory_id=Territory.objects.get(slug="cauvaldor").pk)
    waiting = requests_waiting(cast.referent)
    assert (waiting.count, waiting.oldest) == (1, first.created_at)
    assert requests_waiting(cast.administrator).count == 2
    services.move_request(request=first, act=RequestAct.CONTACT, by=cast.referent, now=now)
    assert requests_waiting(cast.referent).count == 0
    services.plan_contact(request=first, day=now.date(), by=cast.referent, now=now)
    assert requests_waiting(cast.referent).count == 1


@pytest.mark.parametrize("account", ["none", "closed", "without the permission"])
def test_the_request_of_a_referent_who_cannot_sign_in_waits_for_everybody_who_may_read_it(
    account: str,
    cast: Cast,
    camille: WelcomeReferent,
    make_request: MakeRequest,
    figeac: Territory,
    now: dt.datetime,
) -> None:
    group = ("Référents accueil",)
    camille.user = make_user("camille@essai.example", groups=group, is_staff=True)
    camille.save()
    colleague = make_user("autre@essai.example", groups=group, is_staff=True)
    make_referent("Une autre", user=colleague)
    kept = make_request(at=now - dt.timedelta(days=9), territory_id=figeac.pk)
    assert seen_by(colleague, 0, now) == ([], 0)

    if account == "none":
        camille.user = None
        camille.save()
    elif account == "closed":
        User.objects.filter(pk=camille.user.pk).update(is_active=False)
    else:
        camille.user.groups.clear()

    assert seen_by(colleague, 0, now) == ([kept.pk], 1)
    assert requests_waiting(colleague).oldest == kept.created_at
    with translation.override("fr"):
        said = gettext("(cannot sign in here)")
    assert said in cast.client(colleague).get(LIST).content.decode()
    OutgoingMail.objects.all().delete()
    make_request(territory_id=figeac.pk)
    told = set(OutgoingMail.objects.filter(act="settlement_arrived").values_list("to", flat=True))
    assert {camille.email, colleague.email} <= told
    for who in (cast.editor, cast.moderator):
        assert not requests_are_read_by(who, kept)


def requests_are_read_by(user: User, kept: SettlementRequest) -> bool:
    """Say whether a person reaches a request."""
    client = Client()
    client.force_login(user)
    return client.get(address(kept)).status_code == 200


def test_stale_cards_wait_for_those_who_keep_them(
    cast: Cast, figeac: Territory, settings: object, now: dt.datetime
) -> None:
    settings.RESOURCE_CARD_STALE_DAYS = 30  # type: ignore[attr-defined]
    for days in (31, 5):
        ResourceCard.objects.create(
            territory=figeac, theme="SCHOOLS", title="Écoles", text="x",
            checked_on=now.date() - dt.timedelta(days=days),
        )  # fmt: skip
    waiting = cards_waiting(cast.editor)
    assert (waiting.count, waiting.oldest and timezone.localdate(waiting.oldest)) == (
        1, now.date() - dt.timedelta(days=1),
    )  # fmt: skip
    page = cast.client(cast.editor).get("/admin/").content.decode()
    assert reverse("wagtailsnippets_territory_resourcecard:list") in page


def test_a_person_who_withdraws_is_erased_from_the_screen_and_it_is_written_down(
    cast: Cast, make_request: MakeRequest
) -> None:
    kept = make_request(message="Notre fils est en CP")
    for who in (cast.moderator, cast.health_contact):
        cast.client(who).post(address(kept, "forget"))
    assert Household.objects.filter(request=kept).exists()
    client = cast.client(cast.referent)
    assert f'action="{address(kept, "forget")}"' in client.get(address(kept)).content.decode()
    assert client.get(address(kept, "forget")).status_code == 405

    assert client.post(address(kept, "forget")).status_code == 302

    kept.refresh_from_db()
    assert (kept.email, kept.first_name, kept.status) == ("", "", "CLOSED")
    assert not Household.objects.filter(request=kept).exists()
    event = kept.events.get(act="FORGET")
    assert event.actor == cast.referent
    assert client.get(address(kept)).status_code == 404


def test_the_history_says_to_whom_and_for_when(
    signed_in: Client, cast: Cast, make_request: MakeRequest, now: dt.datetime
) -> None:
    kept, sacha = make_request(), make_referent("Sacha")
    services.plan_contact(request=kept, day=dt.date(2026, 12, 14), by=cast.referent, now=now)
    services.hand_over(request=kept, to=sacha, by=cast.referent, now=now)
    page = signed_in.get(address(kept)).content.decode().split('id="request-history"')[1]
    assert "Sacha" in page
    assert "nouvel état" not in page
    assert "14 décembre" in page.replace("\u00a0", " ")
