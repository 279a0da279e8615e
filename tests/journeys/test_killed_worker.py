"""A worker killed between the approval and the sending: the mail leaves once, after the restart.

Nothing but the browser, the processes that `make run` starts, an SMTP server and PostgreSQL.
"""

from __future__ import annotations

import os
import signal

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import employer, moderator, visitor, words
from tests.journeys.conftest import Visit
from tests.journeys.employer import Offer, Recruiter
from tests.journeys.people import ADMINISTRATOR, DEMO_PASSWORD, EMPLOYER, MODERATOR
from tests.journeys.processes import Site, child_of
from tests.journeys.reading import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.fault, pytest.mark.postgresql]

OFFER = Offer("Tonnelière ou tonnelier (F/H)", "tonneliere")


def test_a_mail_survives_the_death_of_the_worker(demo_on_postgresql: Site, visit: Visit) -> None:
    site = demo_on_postgresql
    theirs, team, reader = (visit(site) for _person in range(3))
    sign_in(theirs, EMPLOYER, DEMO_PASSWORD)
    sign_in(team, MODERATOR, DEMO_PASSWORD, to="/admin/")
    employer.write_offer(theirs, OFFER, Recruiter(EMPLOYER, "", ""))
    site.mailbox.wait_for(EMPLOYER, about=OFFER.title)

    # Nothing leaves while the moderator decides: neither by the worker nor by the minute's sweep.
    killed, sweep = child_of(site, "db_worker"), child_of(site, "run_scheduled")
    os.kill(killed, signal.SIGSTOP)
    os.kill(sweep, signal.SIGSTOP)
    moderator.approve(team, OFFER.title)
    visitor.find_offer(reader, typed=OFFER.words_without_accent, title=OFFER.title)
    assert site.mailbox.received(EMPLOYER, about=reader.url) == []
    os.kill(killed, signal.SIGKILL)
    os.kill(sweep, signal.SIGCONT)

    site.mailbox.wait_for(EMPLOYER, about=reader.url)
    assert child_of(site, "db_worker", other_than=killed)
    assert_done_with(visit(site))
    assert len(site.mailbox.received(EMPLOYER, about=reader.url)) == 1


def assert_done_with(page: Page) -> None:
    """See in the outbox that no mail about the offer is left to send, or to send again."""
    sign_in(page, ADMINISTRATOR, DEMO_PASSWORD, to="/admin/")
    page.goto(f"/admin/outbox/?q={EMPLOYER}")
    mails = page.get_by_role("main").get_by_role("row").filter(has_text=EMPLOYER)
    sent = mails.filter(has_text=words.MAIL_SENT)
    expect(sent.nth(1)).to_be_visible()  # received, then online
    assert sent.count() == mails.count()
