"""What waits for each person: counted once, for those who deal with it, and said to be late when it is."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils import timezone

from tests.cast import Cast
from ui import waiting, waiting_screens
from ui.waiting import Waiting, WaitingKind

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def kind(name: str, count: int, age: dt.timedelta | None, **fields: Any) -> WaitingKind:
    """Return a kind of thing of which `count` wait, the oldest for `age`."""
    oldest = timezone.now() - age if age is not None else None
    values: dict[str, Any] = {
        "label": name,
        "permission": "wagtailadmin.access_admin",
        "read": lambda _user: Waiting(count, oldest),
        "url_name": "wagtailadmin_home",
        "late_after": 2 * DAY,
    }
    return WaitingKind(name, **values | fields)


@pytest.fixture
def kinds(monkeypatch: pytest.MonkeyPatch) -> dict[str, WaitingKind]:
    """Leave only the kinds that the test registers."""
    empty: dict[str, WaitingKind] = {}
    monkeypatch.setattr(waiting, "_kinds", empty)
    return empty


def panel(cast: Cast, who: Any) -> str:
    """Return the panel as the dashboard shows it, empty where there is none."""
    html = cast.client(who).get("/admin/").content.decode()
    found = re.search(
        r'<section[^>]*aria-labelledby="panel-to-review".*?</section>', html, re.DOTALL
    )
    return found[0] if found else ""


def test_what_is_late_is_red_and_says_so(cast: Cast, kinds: dict[str, WaitingKind]) -> None:
    waiting.register(kind("Recent", 2, DAY))
    waiting.register(kind("Old", 3, 3 * DAY))

    lines = panel(cast, cast.moderator).split("<li")[1:]

    assert len(lines) == 2
    late = {("Old" in line): ("data-late" in line, "desk__late" in line) for line in lines}
    assert late == {True: (True, True), False: (False, False)}


def test_only_what_a_person_deals_with_is_counted(
    cast: Cast, kinds: dict[str, WaitingKind]
) -> None:
    def forbidden(_user: Any) -> Waiting:
        raise AssertionError

    waiting.register(kind("Closed", 5, DAY, permission="auth.delete_group", read=forbidden))
    assert panel(cast, cast.editor) == ""

    waiting.register(kind("Open", 1, DAY))
    assert "Closed" not in panel(cast, cast.editor)
    assert "Open" in panel(cast, cast.editor)


def test_nothing_that_waits_is_said_too(cast: Cast, kinds: dict[str, WaitingKind]) -> None:
    waiting.register(kind("Empty", 0, None))

    shown = panel(cast, cast.moderator)

    assert shown
    assert "<li" not in shown


def test_each_kind_is_read_once_for_the_menu_and_the_dashboard(
    cast: Cast, kinds: dict[str, WaitingKind]
) -> None:
    seen = []

    def read(_user: Any) -> Waiting:
        seen.append(1)
        return Waiting(4, timezone.now() - DAY)

    waiting.register(kind("Once", 4, DAY, read=read))
    html = cast.client(cast.moderator).get("/admin/").content.decode()

    assert len(seen) == 1
    assert "(4)" in html


def test_every_kind_of_the_site_costs_one_query_and_has_its_screen(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    user = cast.administrator
    assert len(waiting.registered()) >= 5
    for one in waiting.registered():
        assert user.has_perm(one.permission)
        assert one.late_after > dt.timedelta(0)
        with django_assert_num_queries(1):
            found = one.read(user)
        request = RequestFactory().get("/")
        request.user = user
        line = waiting_screens.Line(one, found, timezone.now())
        assert cast.client(user).get(line.url).status_code == 200
