"""The screens on which moderators read and decide: what they show, whom they let in, who decides first."""

import datetime as dt
import re

import pytest
from django.core.management import call_command
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext
from wagtail.models import TaskState
from wagtail.snippets.models import get_snippet_models

from jobs.offers import moderation, services
from jobs.offers.labels import field_label as label_of
from jobs.offers.models import FieldNote, JobOffer, OfferReport
from jobs.offers.situation import offer_state
from jobs.offers.states import OfferAct, OfferState, ReviewState
from jobs.offers.wagtail_hooks import OfferMenuItem
from mailing.models import OutgoingMail
from tests.factories import current_task, edit_offer, make_offer, make_user
from tests.references import broken_references, repeated_ids
from ui.waiting_screens import WaitingMenuItem

pytestmark = pytest.mark.django_db
QUEUE = "/admin/verification/"
LONG = "Précisez les horaires du week-end."
SHORT = "trop court"[:9]


@pytest.fixture
def desk(cast):
    """Return the browser of the moderator."""
    return cast.client(cast.moderator)


@pytest.fixture
def pending(cast, now):
    return make_offer(now, employer=cast.hospital, state=OfferState.PENDING)


def screen(offer):
    return reverse("offers_admin:review", args=[offer.pk])


def decision(offer, word, task=None):
    return reverse("offers_admin:decide", args=[offer.pk, task or current_task(offer), word])


def words(response):
    """Return the text of a page as it is read, on one line."""
    return " ".join(
        re.sub(r"<[^>]+>", " ", response.content.decode()).replace("&nbsp;", " ").split()
    )


def said(message, plural="", count=None, **values):
    """Return a message of the programme as the screen says it in French."""
    with translation.override("fr"):
        text = gettext(message) if count is None else ngettext(message, plural, count)
        return " ".join((text % ({"count": count} | values)).split())


def main_of(response):
    """Return our own part of a screen of the admin."""
    return response.content.decode().split('<main class="content-wrapper')[1].split("</main>")[0]


def fresh(offer):
    return JobOffer.objects.for_display().get(pk=offer.pk)


# --- What is shown -------------------------------------------------------------------------------------------------


def test_the_queue_lists_the_oldest_first_with_its_age(cast, desk, now):
    recent = make_offer(
        now, employer=cast.hospital, state=OfferState.PENDING, title="La plus récente"
    )
    old = make_offer(
        now - dt.timedelta(days=400),
        employer=cast.cafe,
        state=OfferState.PENDING,
        title="La plus ancienne",
    )
    page = desk.get(QUEUE).content.decode()
    assert page.index(screen(old)) < page.index(screen(recent))
    assert "La plus ancienne" in page


def test_the_queue_has_pages_when_it_is_long(cast, desk, now):
    first = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    rows = [
        make_offer(now, employer=cast.hospital, state=OfferState.PENDING) for _number in range(2)
    ]
    from jobs.offers.views import lists

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "PAGE_SIZE", 1)
        assert screen(first) in desk.get(QUEUE).content.decode()
        assert screen(rows[-1]) in desk.get(f"{QUEUE}?p=3").content.decode()
        for odd in ("0", "-1", "99", "x", "%00", "²", "9" * 5000, "1&p=2"):
            assert desk.get(f"{QUEUE}?p={odd}").status_code == 200


def test_the_screen_shows_the_offer_as_the_public_will_see_it(desk, pending):
    page = desk.get(screen(pending)).content.decode()
    preview = reverse("offers_admin:preview", args=[pending.pk])
    assert f'src="{preview}"' in page
    framed = desk.get(preview)
    assert framed.status_code == 200
    assert framed["X-Frame-Options"] == "SAMEORIGIN"
    assert "Infirmière ou infirmier" in framed.content.decode()


def test_the_preview_is_of_the_version_in_review_not_of_a_newer_draft(cast, desk, now, pending):
    edit_offer(pending, cast.hospital.memberships.first().user, now, title="Brouillon plus récent")
    for address in (screen(pending), reverse("offers_admin:preview", args=[pending.pk])):
        page = desk.get(address).content.decode()
        assert "Infirmière ou infirmier" in page
    assert (
        "Brouillon plus récent"
        not in desk.get(reverse("offers_admin:preview", args=[pending.pk])).content.decode()
    )


def test_the_differences_with_the_online_version_are_told_word_by_word(cast, desk, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.ONLINE_CHANGE_PENDING)
    page = " ".join(desk.get(screen(offer)).content.decode().split())
    added = re.findall(r"<ins>(.*?)</ins>", page)
    assert any("de nuit" in words_added for words_added in added)
    # Colours are not heard: each run of words says what became of it.
    assert all(said("added:") in words_added for words_added in added)
    removed = re.findall(r"<del>(.*?)</del>", page)
    assert all(said("removed:") in words_removed for words_removed in removed)
    assert said("What changes from the version online") in page


def test_a_first_submission_has_nothing_to_compare_with(desk, pending):
    assert "<ins>" not in desk.get(screen(pending)).content.decode()


def test_the_checks_and_the_history_are_on_the_screen(cast, desk, now):
    offer = make_offer(
        now, employer=cast.hospital, state=OfferState.PENDING, profile="<p>Une jeune femme dynamique.</p>", salary_min=900, salary_max=1000
    )  # fmt: skip
    page = words(desk.get(screen(offer)))
    assert "L1132-1" in page
    assert said("This pay is below the minimum wage. Check the amount or the period.") in page
    assert str(OfferAct.CREATE.label) in page


def test_notes_of_the_history_name_the_field_in_the_words_of_the_form(cast, desk, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    notes = {"contract_type": "CDI ou CDD ?", "last_day": "Plus tôt ?"}
    moderation.request_changes(
        task_state_id=current_task(offer), by=cast.moderator, reason=LONG, notes=notes, now=now
    )
    page = words(desk.get(screen(offer)))
    assert f"{label_of('contract_type')} : CDI ou CDD ?" in page
    assert "contract_type" not in page


def test_what_readers_reported_is_beside_the_offer(cast, desk, now):
    offer = make_offer(now, employer=cast.hospital)
    services.report_offer(
        offer=offer, reason=_reason(), message="Le poste est pourvu.", email="", now=now
    )
    assert "Le poste est pourvu." in words(desk.get(screen(offer)))


def _reason():
    from jobs.offers.codes import ReportReason

    return ReportReason.FILLED


@pytest.mark.parametrize("state", list(OfferState))
def test_every_offer_can_be_read_whatever_its_state(cast, desk, now, state):
    employer = cast.newcomer.employer if state == OfferState.WAITING_ACCOUNT else cast.hospital
    offer = make_offer(now, employer=employer, state=state)
    response = desk.get(screen(offer))
    assert response.status_code == 200
    assert str(OfferState(state).label) in words(response)
    assert desk.get(reverse("offers_admin:preview", args=[offer.pk])).status_code == 200


def test_a_draft_with_only_a_title_can_be_read(cast, desk, now):
    offer = services.create_draft(
        employer=cast.hospital, by=cast.nurse_manager.user, now=now, title="Un titre seul"
    )
    assert desk.get(screen(offer)).status_code == 200
    assert desk.get(reverse("offers_admin:preview", args=[offer.pk])).status_code == 200


def test_an_offer_loaded_in_bulk_can_be_read_and_suspended(cast, desk, now):
    call_command("seed_offers", count=1, seed=1, force=True, verbosity=0)
    offer = JobOffer.objects.get()
    assert offer.latest_revision_id is None
    assert desk.get(screen(offer)).status_code == 200
    assert (
        desk.post(reverse("offers_admin:suspend", args=[offer.pk]), {"reason": LONG}).status_code
        == 302
    )
    assert not JobOffer.objects.visible(now).exists()


def test_the_list_finds_any_offer_by_number_title_or_employer(cast, desk, now):
    offer = make_offer(now, employer=cast.hospital, title="Boulangère ou boulanger")
    other = make_offer(now, employer=cast.cafe, title="Serveuse ou serveur")
    address = reverse("offers_admin:offers")
    for query in (offer.reference, "boulang", "Hôpital"):
        page = desk.get(address, {"q": query}).content.decode()
        assert screen(offer) in page
        assert screen(other) not in page
    for odd in ("OML-²", "OML-" + "9" * 90, "\x00", "%", "x" * 5000, "'\"<script>"):
        assert desk.get(address, {"q": odd}).status_code == 200


# --- Decisions -----------------------------------------------------------------------------------------------------


def test_approving_publishes_and_leads_to_the_next_with_what_is_left(cast, desk, now):
    first = make_offer(now - dt.timedelta(days=2), employer=cast.hospital, state=OfferState.PENDING)
    second = make_offer(now, employer=cast.cafe, state=OfferState.PENDING)
    response = desk.post(decision(first, "approve"), follow=True)
    assert response.redirect_chain == [(screen(second), 302)]
    page = words(response)
    done = said("%(offer)s published.", offer=first.reference)
    coming = said("Next offer: %(offer)s.", offer=second.reference)
    assert f"{done} {coming} {said('%(count)d left.', '%(count)d left.', 1)}" in page
    # The title is the first thing that is heard of the next screen.
    title = response.content.decode().split("<title>")[1].lstrip()
    assert title.startswith(f"{done.removesuffix('.')} – {second.reference}")
    assert JobOffer.objects.visible(now).get() == first
    response = desk.post(decision(second, "approve"), follow=True)
    assert response.redirect_chain == [(QUEUE, 302)]


def test_every_form_of_the_screen_has_ids_of_its_own_and_names_what_is_there(cast, desk, now):
    online = make_offer(now, employer=cast.hospital, state=OfferState.ONLINE_CHANGE_PENDING)
    answers = [
        desk.get(screen(online)),
        *(desk.post(decision(online, word), {"reason": SHORT}) for word in ("changes", "refuse")),
        desk.post(reverse("offers_admin:suspend", args=[online.pk]), {"reason": SHORT}),
    ]
    for response, form in zip(answers, ["", "changes", "refuse", "suspend"], strict=True):
        page = main_of(response)
        assert page.count('name="reason"') == 3
        assert repeated_ids(page) == []
        assert broken_references(page) == []
        # What must be corrected comes first, in the title and on the screen.
        assert response.status_code == (422 if form else 200)
        title = " ".join(response.content.decode().split("<title>")[1].split())
        assert title.startswith(said("Error:")) is bool(form)
        assert ("data-error-summary" in page) is bool(form)
        assert (f'href="#{form}_reason"' in page) is bool(form)


def test_the_decision_is_reached_without_crossing_the_preview(cast, desk, now, pending):
    page = main_of(desk.get(screen(pending)))
    assert page.index('href="#decision"') < page.index("<iframe") < page.index('id="decision"')
    closed = make_offer(now, employer=cast.cafe, state=OfferState.WITHDRAWN)
    assert 'href="#decision"' not in main_of(desk.get(screen(closed)))


def test_too_long_a_note_is_said_and_never_cut_by_the_browser(desk, pending):
    assert "maxlength" not in main_of(desk.get(screen(pending)))
    response = desk.post(decision(pending, "changes"), {"reason": LONG, "note_title": "x" * 1001})
    page = main_of(response)
    assert response.status_code == 422
    assert "x" * 1001 in page
    message = "Your message is longer than %(limit_value)d characters. Shorten it."
    assert said(message, limit_value=1000) in words(response)
    # The note is in a fold, which must not hide the error.
    fold = page[: page.index('name="note_title"')].rsplit("<details", 1)[1]
    assert fold.split(">")[0].endswith("open")


@pytest.mark.parametrize("word", ["changes", "refuse"])
@pytest.mark.parametrize("reason", ["", "   ", SHORT, SHORT + " " * 20])
def test_a_decision_without_a_reason_is_sent_back_with_what_was_typed(desk, pending, word, reason):
    typed = {"reason": reason, "reason_code": "OUTSIDE", "note_title": "Une note déjà écrite"}
    response = desk.post(decision(pending, word), typed)
    assert response.status_code == 422
    page = response.content.decode()
    if word == "changes":
        assert "Une note déjà écrite" in page
    else:
        assert re.search(r'<option value="OUTSIDE" selected', page)
    if reason.strip():
        assert reason.strip() in page
    assert fresh(pending).lifecycle.review == ReviewState.PENDING
    assert (
        OutgoingMail.objects.filter(act__in=("offer_changes_requested", "offer_refused")).count()
        == 0
    )


def test_changes_are_requested_with_a_note_per_field(desk, pending, now):
    response = desk.post(
        decision(pending, "changes"),
        {"reason": LONG, "note_schedule": "Le dimanche ?", "note_last_day": "Plus tôt"},
    )
    assert response.status_code == 302
    assert offer_state(fresh(pending), now) == OfferState.CHANGES_REQUESTED
    assert set(FieldNote.objects.values_list("field", "text")) == {
        ("schedule", "Le dimanche ?"),
        ("last_day", "Plus tôt"),
    }


def test_an_offer_is_refused_for_good_with_a_typed_reason(desk, pending, now):
    assert (
        desk.post(
            decision(pending, "refuse"), {"reason": LONG, "reason_code": "OUTSIDE"}
        ).status_code
        == 302
    )
    assert offer_state(fresh(pending), now) == OfferState.REFUSED
    entry = pending.log.get(act=OfferAct.REFUSE)
    assert (entry.reason, entry.reason_code) == (LONG, "OUTSIDE")


def test_an_invented_reason_code_is_refused(desk, pending):
    assert (
        desk.post(
            decision(pending, "refuse"), {"reason": LONG, "reason_code": "INVENTED"}
        ).status_code
        == 422
    )


def test_an_offer_online_is_suspended_then_restored(cast, desk, now):
    offer = make_offer(now, employer=cast.hospital)
    suspend = reverse("offers_admin:suspend", args=[offer.pk])
    assert desk.post(suspend, {"reason": SHORT}).status_code == 422
    assert JobOffer.objects.visible(now).exists()
    assert desk.post(suspend, {"reason": LONG}).status_code == 302
    assert not JobOffer.objects.visible(now).exists()
    second = desk.post(suspend, {"reason": LONG})
    assert second.status_code == 409
    assert said(
        "The offer has changed meanwhile: this is not possible now. Nothing was recorded."
    ) in words(second)
    restore = reverse("offers_admin:restore", args=[offer.pk])
    assert desk.post(restore).status_code == 302
    assert JobOffer.objects.visible(now).exists()
    assert desk.post(restore).status_code == 409


def test_the_second_moderator_is_told_who_decided_what_and_when(cast, desk, pending, now):
    task = current_task(pending)
    first = make_user(groups=("Modérateurs",), first_name="Inès", last_name="Vernhes")
    moderation.request_changes(task_state_id=task, by=first, reason=LONG, notes={}, now=now)
    response = desk.post(decision(pending, "approve", task))
    assert response.status_code == 409
    page = words(response)
    assert "Inès Vernhes" in page
    assert str(OfferAct.REQUEST_CHANGES.label) in page
    assert "10 h 00" in page
    assert not JobOffer.objects.visible(now).exists()


def test_what_happened_since_does_not_hide_who_decided(cast, desk, pending, now):
    task = current_task(pending)
    first = make_user(groups=("Modérateurs",), first_name="Inès", last_name="Vernhes")
    moderation.approve_offer(task_state_id=task, by=first, now=now)
    services.pause_offer(
        offer=pending, by=cast.hospital.memberships.first().user, now=now + dt.timedelta(hours=1)
    )
    response = desk.post(
        decision(pending, "refuse", task), {"reason": LONG, "reason_code": "OTHER"}
    )
    assert response.status_code == 409
    assert "Inès Vernhes" in words(response)


def test_a_decision_names_a_task_of_this_very_offer(cast, desk, pending, now):
    other = make_offer(now, employer=cast.cafe, state=OfferState.PENDING)
    assert desk.post(decision(other, "approve", current_task(pending))).status_code == 404
    assert desk.post(decision(other, "approve", 999_999)).status_code == 404
    assert desk.post(decision(other, "approve", 10**17)).status_code == 404
    assert not JobOffer.objects.visible(now).exists()


def test_nothing_is_published_while_the_account_is_suspended(cast, desk, pending, now):
    from jobs.employers.services import restore_employer, suspend_employer

    suspend_employer(employer=cast.hospital, by=cast.moderator, reason=LONG, now=now)
    assert JobOffer.objects.in_review().count() == 0
    assert desk.post(decision(pending, "approve")).status_code == 409
    assert OutgoingMail.objects.filter(act="offer_online").count() == 0
    restore_employer(employer=cast.hospital, by=cast.moderator, now=now)
    assert JobOffer.objects.in_review().get() == pending
    assert desk.post(decision(pending, "approve")).status_code == 302


def test_a_suspended_offer_does_not_block_the_queue(cast, desk, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.ONLINE_CHANGE_PENDING)
    moderation.suspend_offer(offer=offer, by=cast.moderator, reason=LONG, now=now)
    other = make_offer(now, employer=cast.cafe, state=OfferState.PENDING)
    response = desk.post(decision(other, "approve"), follow=True)
    assert response.redirect_chain == [(QUEUE, 302)]
    moderation.restore_offer(offer=offer, by=cast.moderator, now=now)
    assert JobOffer.objects.in_review().get() == offer


# --- Who may ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["editor", "nurse_manager", "cafe_owner", None])
def test_nobody_else_reads_or_decides(cast, pending, now, who):
    client = cast.client(getattr(cast, who) if who else None)
    report = services.report_offer(offer=pending, reason=_reason(), message="", email="", now=now)
    reads = [
        QUEUE, screen(pending), reverse("offers_admin:offers"), reverse("offers_admin:preview", args=[pending.pk]),
        reverse("offers_admin:reports"),
    ]  # fmt: skip
    writes = [
        decision(pending, "approve"), decision(pending, "changes"), decision(pending, "refuse"),
        reverse("offers_admin:suspend", args=[pending.pk]), reverse("offers_admin:restore", args=[pending.pk]),
        reverse("offers_admin:answer_report", args=[report.pk]),
    ]  # fmt: skip
    for address in reads:
        response = client.get(address)
        assert response.status_code in (302, 403)
        assert b"Infirmi" not in response.content
    for address in writes:
        assert client.post(address, {"reason": LONG, "reason_code": "OTHER"}).status_code in (
            302,
            403,
        )
    assert fresh(pending).lifecycle.review == ReviewState.PENDING
    assert OfferReport.objects.get().handled_at is None


def test_a_decision_is_never_taken_by_a_get(cast, desk, pending):
    for address in (
        decision(pending, "approve"),
        reverse("offers_admin:suspend", args=[pending.pk]),
    ):
        assert desk.get(address).status_code == 405
    assert fresh(pending).lifecycle.review == ReviewState.PENDING


def test_nothing_of_wagtails_stock_snippet_exists_for_offers(cast, desk, pending):
    assert JobOffer not in get_snippet_models()
    for verb in (
        "list",
        "add",
        "edit",
        "delete",
        "copy",
        "history",
        "unpublish",
        "revisions_revert",
        "usage",
    ):
        with pytest.raises(NoReverseMatch):
            reverse(f"wagtailsnippets_offers_joboffer:{verb}", args=[pending.pk])
    client = cast.client(cast.administrator)
    for verb in ("delete", "publish", "unpublish", "move", "age"):
        response = client.post(f"/admin/bulk/offers/joboffer/{verb}/?id={pending.pk}")
        assert response.status_code in (404, 403)
    assert JobOffer.objects.filter(pk=pending.pk, live=False).exists()


def test_wagtails_own_workflow_addresses_open_no_second_door(cast, pending, now):
    client = cast.client(cast.administrator)
    task = current_task(pending)
    for pattern in (
        "/admin/snippets/offers/joboffer/{pk}/workflow/action/approve/{task}/",
        "/admin/snippets/offers/joboffer/workflow/action/{pk}/approve/{task}/",
        "/admin/pages/{pk}/workflow/action/approve/{task}/",
        "/admin/workflows/usage/{pk}/",
    ):
        client.post(pattern.format(pk=pending.pk, task=task))
    assert not JobOffer.objects.visible(now).exists()
    assert TaskState.objects.get(pk=task).status == TaskState.STATUS_IN_PROGRESS


# --- Around -------------------------------------------------------------------------------------------------------


def test_the_dashboard_and_the_menu_say_how_many_wait_and_since_when(cast, desk, now):
    make_offer(now - dt.timedelta(days=3), employer=cast.hospital, state=OfferState.PENDING)
    make_offer(now, employer=cast.cafe, state=OfferState.PENDING)
    cast.newcomer  # noqa: B018 - called on stage
    response = desk.get("/admin/")
    page = words(response)
    assert f"{said('Offers to review')} 2" in page
    assert f"{said('Employers to verify')} 1" in page
    assert said("Late") in page
    component = WaitingMenuItem("", "").render_component(response.wsgi_request)
    assert component.label == "À vérifier (3)"
    spoken = component.attrs["aria-label"]
    assert re.fullmatch(r"À vérifier \(3\), en attente depuis [23] jours", spoken)
    assert component.attrs["title"] == spoken
    plain = OfferMenuItem("Offres", "").render_component(response.wsgi_request)
    assert (plain.label, plain.attrs) == ("Offres", {})


def test_the_dashboard_of_an_editor_says_nothing_of_offers(cast, now):
    make_offer(now, employer=cast.hospital, state=OfferState.PENDING)
    page = cast.client(cast.editor).get("/admin/").content.decode()
    assert QUEUE not in page


@pytest.mark.parametrize(
    "address", ["workflow/", "workflow_tasks/", "site-history/", "locked/", "aging-pages/"]
)
def test_wagtails_reports_stand_offers_in_review(cast, desk, pending, address):
    offer = make_offer(cast.now, employer=cast.hospital, state=OfferState.ONLINE_CHANGE_PENDING)
    assert offer.current_workflow_state
    for person in (cast.moderator, cast.administrator):
        assert cast.client(person).get(f"/admin/reports/{address}").status_code in (200, 302)


def test_reports_by_readers_have_a_queue_oldest_first(cast, desk, now):
    offer = make_offer(now, employer=cast.hospital)
    recent = services.report_offer(
        offer=offer, reason=_reason(), message="Le second", email="", now=now
    )
    old = services.report_offer(
        offer=offer,
        reason=_reason(),
        message="Le premier",
        email="",
        now=now - dt.timedelta(days=9),
    )
    page = desk.get(reverse("offers_admin:reports")).content.decode()
    assert page.index("Le premier") < page.index("Le second")
    answer = reverse("offers_admin:answer_report", args=[old.pk])
    empty = desk.post(answer, {f"r{old.pk}-answer": ""})
    assert empty.status_code == 422
    assert f'href="#id_r{old.pk}-answer"' in main_of(empty)
    assert repeated_ids(main_of(empty)) == broken_references(main_of(empty)) == []
    assert desk.post(answer, {f"r{old.pk}-answer": "Vérifié avec l’employeur."}).status_code == 302
    again = desk.post(answer, {f"r{old.pk}-answer": "Une autre réponse"})
    assert again.status_code == 409
    assert cast.moderator.get_full_name() in words(again)
    old.refresh_from_db()
    assert old.answer == "Vérifié avec l’employeur."
    assert OfferReport.objects.get(handled_at=None) == recent


def test_no_motive_is_chosen_beforehand_and_one_must_be(desk, pending):
    page = desk.get(screen(pending)).content.decode()
    options = page.split('name="reason_code"')[1].split("</select>")[0]
    assert '<option value="" selected>' in options
    response = desk.post(decision(pending, "refuse"), {"reason": LONG, "reason_code": ""})
    assert response.status_code == 422
    assert response.context["refusal_form"].errors["reason_code"] == ["Choisissez un motif."]
    assert fresh(pending).lifecycle.review == ReviewState.PENDING


def test_the_mail_of_a_refusal_names_the_motive(desk, pending):
    desk.post(decision(pending, "refuse"), {"reason": LONG, "reason_code": "OUTSIDE"})
    mail = OutgoingMail.objects.get(act="offer_refused")
    for words_of_mail in (mail.text, mail.html):
        assert "Motif\u00a0: Le poste n’est pas dans le Lot." in words_of_mail


def test_a_motive_that_says_nothing_is_not_named(desk, pending):
    desk.post(decision(pending, "refuse"), {"reason": LONG, "reason_code": "OTHER"})
    assert "Motif" not in OutgoingMail.objects.get(act="offer_refused").text


def test_notes_are_proposed_beside_what_is_filled_in_with_the_way_to_read_it(desk, pending):
    form = desk.get(screen(pending)).context["changes_form"]
    assert {"note_title", "note_missions", "note_last_day"} <= form.fields.keys()
    assert "note_schedule" not in form.fields
    main = main_of(desk.get(screen(pending)))
    assert 'href="#read-title"' in main
    assert 'id="read-title"' in main
    assert broken_references(main) == repeated_ids(main) == []


def test_a_row_of_the_queue_that_is_late_says_so(desk, cast, now, settings):
    settings.OFFER_LATE_REVIEW_HOURS = 48
    make_offer(
        now - dt.timedelta(hours=100),
        employer=cast.hospital,
        state=OfferState.PENDING,
        title="Ancienne",
    )
    make_offer(now, employer=cast.hospital, state=OfferState.PENDING, title="Récente")
    rows = desk.get(QUEUE).content.decode().split("<tr")
    late = [row for row in rows if "En retard" in row]
    assert len(late) == 1
    assert "Ancienne" in late[0]


def test_the_screen_of_an_offer_online_leads_to_its_page_and_says_it_is_public(desk, cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.ONLINE)
    page = desk.get(screen(offer))
    assert (
        f'<a href="{offer.get_absolute_url()}">Voir la page publique</a>' in page.content.decode()
    )
    assert "Cette offre est en ligne : tout le monde lit ce texte." in words(page).replace(
        "\u00a0", " "
    )
    preview = words(desk.get(reverse("offers_admin:preview", args=[offer.pk])))
    assert "ce texte est en ligne" in preview
    assert "n’est pas publique" not in preview


def test_the_preview_of_what_is_not_online_says_so(desk, pending):
    assert "Voir la page publique" not in words(desk.get(screen(pending)))
    preview = words(desk.get(reverse("offers_admin:preview", args=[pending.pk])))
    assert "n’est pas publique" in preview


def test_a_change_in_review_is_not_the_version_online(desk, cast, now):
    offer = make_offer(now, employer=cast.hospital, state=OfferState.ONLINE)
    edit_offer(offer, cast.nurse_manager.user, now, title="Autre intitulé")
    services.submit_offer(offer=fresh(offer), by=cast.nurse_manager.user, now=now)
    page = desk.get(screen(offer))
    assert "Une autre version de cette offre est en ligne." in words(page)
    assert offer.get_absolute_url() in page.content.decode()
    preview = words(desk.get(reverse("offers_admin:preview", args=[offer.pk])))
    assert "n’est pas publique" in preview
