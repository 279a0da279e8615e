"""The database itself refuses to rewrite the logs, on both databases; a name alone may be blanked."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from jobs.employers import services as accounts
from jobs.employers.models import EmployerEvent
from jobs.employers.states import EmployerAct
from jobs.offers.models import FieldNote, ModerationLogEntry
from jobs.offers.states import OfferState
from operations import append_only
from operations.append_only import PSEUDONYM
from tests.factories import make_member, make_offer, make_user

pytestmark = pytest.mark.django_db

GUARDED = (ModerationLogEntry, FieldNote, EmployerEvent)


def refused(act):
    """Do `act` in a transaction of its own and say whether the database refused it as append-only."""
    try:
        with transaction.atomic():
            act()
    except IntegrityError as error:
        return "append-only" in str(error)
    return False


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def entry(cast, now):
    """Return the line of a request for changes, with its note."""
    offer = make_offer(
        now, employer=cast.hospital, moderator=cast.moderator, state=OfferState.CHANGES_REQUESTED
    )
    return offer.log.get(act="REQUEST_CHANGES")


@pytest.fixture
def event(cast, now):
    """Return the line of a colleague who was removed."""
    colleague = make_member(cast.hospital, now, role="MEMBER")
    accounts.remove_member(membership=colleague, by=cast.nurse_manager.user, now=now)
    return EmployerEvent.objects.get(act=EmployerAct.MEMBER_REMOVED)


@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model.__name__)
def test_every_log_has_its_triggers(model):
    """A migration that remakes a table on SQLite drops its triggers: it must call `guard` again."""
    table = model._meta.db_table
    assert append_only.guarding(table) == sorted(
        append_only.trigger_names(connection.vendor, table)
    )


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("reason", "Une autre raison."),
        ("reason", PSEUDONYM),
        ("act", "APPROVE"),
        ("to_state", "ONLINE"),
        ("digest", "0" * 64),
        ("revision_id", 1),
        ("revision_id", None),
        ("actor_name", "Quelqu’un d’autre"),
        ("actor_name", ""),
        ("created_at", "2020-01-01 00:00:00+00:00"),
    ],
)
def test_a_line_of_the_moderation_log_cannot_be_rewritten(entry, column, value):
    assert refused(lambda: ModerationLogEntry.objects.filter(pk=entry.pk).update(**{column: value}))
    assert refused(
        lambda: sql(f"UPDATE offers_moderationlogentry SET {column} = %s", value)  # by hand too
    )


def test_a_decision_cannot_be_given_to_somebody_else(entry):
    other = make_user()
    rows = ModerationLogEntry.objects.filter(pk=entry.pk)
    assert refused(lambda: rows.update(actor=other))
    rows.update(actor=None)
    assert refused(lambda: rows.update(actor=other))


def test_no_line_can_be_deleted(entry, event):
    assert refused(lambda: sql("DELETE FROM offers_fieldnote"))
    assert refused(lambda: FieldNote.objects.all().delete())
    assert refused(lambda: sql("DELETE FROM offers_moderationlogentry"))
    assert refused(lambda: sql("DELETE FROM employers_employerevent"))
    assert refused(lambda: EmployerEvent.objects.filter(pk=event.pk).delete())
    assert FieldNote.objects.count() == 1
    assert ModerationLogEntry.objects.filter(pk=entry.pk).exists()
    assert EmployerEvent.objects.filter(pk=event.pk).exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite alone replaces a row in one word")
@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model.__name__)
def test_no_line_can_be_replaced(model, entry, event):
    table = model._meta.db_table
    assert model.objects.exists()
    assert refused(lambda: sql(f"REPLACE INTO {table} SELECT * FROM {table}"))


def test_a_note_cannot_be_rewritten(entry):
    assert refused(lambda: entry.notes.update(text="Autre chose."))
    assert refused(lambda: entry.notes.update(field="title"))


def test_the_history_of_an_employer_cannot_be_rewritten(cast, now, event):
    rows = EmployerEvent.objects.filter(pk=event.pk)
    assert refused(lambda: rows.update(act=EmployerAct.VERIFY))
    assert refused(lambda: rows.update(reason="Une autre personne"))
    assert refused(lambda: rows.update(employer=cast.cafe))
    accounts.suspend_employer(
        employer=cast.hospital, by=cast.moderator, reason="Plusieurs signalements.", now=now
    )
    suspension = EmployerEvent.objects.filter(act=EmployerAct.SUSPEND)
    assert refused(lambda: suspension.update(reason=PSEUDONYM))


def test_a_name_may_be_blanked_in_one_way_only(entry, event):
    assert ModerationLogEntry.objects.filter(pk=entry.pk).update(actor_name=PSEUDONYM) == 1
    assert EmployerEvent.objects.filter(pk=event.pk).update(actor_name=PSEUDONYM, reason=PSEUDONYM)
    assert refused(
        lambda: ModerationLogEntry.objects.filter(pk=entry.pk).update(actor_name=entry.actor_name)
    )


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
def test_a_log_cannot_be_truncated(entry):
    connection.check_constraints()
    assert refused(lambda: sql("TRUNCATE offers_moderationlogentry CASCADE"))


def test_deleting_a_person_leaves_the_line_and_the_name(cast, entry):
    cast.moderator.delete()
    line = ModerationLogEntry.objects.get(pk=entry.pk)
    assert (line.actor, line.actor_name) == (None, entry.actor_name)


def test_an_employer_with_a_history_is_not_deleted(cast, entry, event):
    with pytest.raises(ProtectedError), transaction.atomic():
        cast.hospital.delete()


def test_a_whole_database_may_still_be_emptied(entry, event):
    with append_only.unguarded():
        sql("DELETE FROM offers_fieldnote")
        sql("DELETE FROM offers_moderationlogentry")
    assert not ModerationLogEntry.objects.exists()
    assert refused(lambda: sql("DELETE FROM employers_employerevent"))


class Undo(Exception):
    """Put the site back after it was emptied."""


def emptied():
    """Empty the database as Django does between two tests, look at it, and put everything back."""
    connection.check_constraints()  # PostgreSQL truncates no table whose keys are still to be checked
    try:
        with transaction.atomic():
            call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
            raise Undo({model: model.objects.count() for model in GUARDED})
    except Undo as undo:
        return undo.args[0]


def test_the_flush_of_django_goes_through_and_leaves_the_guards(entry, event):
    assert all(model.objects.exists() for model in GUARDED)
    assert emptied() == dict.fromkeys(GUARDED, 0)
    assert refused(lambda: sql("DELETE FROM employers_employerevent"))


class Editor:
    """Do what a migration does, inside the transaction of a test."""

    connection = connection

    def execute(self, statement, params):
        with connection.cursor() as cursor:
            cursor.execute(statement, params)


def test_the_guards_can_be_taken_back_and_put_again(entry):
    table = ModerationLogEntry._meta.db_table
    append_only.unguard(table)(None, Editor())
    assert append_only.guarding(table) == []
    ModerationLogEntry.objects.filter(pk=entry.pk).update(reason="Réécrite.")
    doors = {"actor_id": append_only.FORGET_ACTOR, "actor_name": append_only.FORGET_NAME}
    append_only.guard(table, doors)(None, Editor())
    assert refused(lambda: ModerationLogEntry.objects.filter(pk=entry.pk).update(reason="Encore."))
