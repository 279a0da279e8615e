"""After a year the kit knows how much was taken each month, and no longer by whom; totals do not move."""

from __future__ import annotations

import datetime as dt

import pytest

from employer_space.kit.models import KitDownload, KitItem
from operations import purge
from tests.cast import Cast
from tests.conftest import PARIS
from tests.factories import make_member

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/kit/"
MARCH, APRIL = dt.datetime(2025, 3, 1, tzinfo=PARIS), dt.datetime(2025, 4, 1, tzinfo=PARIS)
NOW = dt.datetime(2026, 11, 20, 10, tzinfo=PARIS)


def run(when: dt.datetime, *, dry_run: bool = False) -> int:
    (policy,) = [one for one in purge.registered() if one.name == "employer_space.kit_downloads"]
    return policy.run(when, dry_run)


def take(membership, item: KitItem, when: dt.datetime, times: int = 1) -> None:
    for _turn in range(times):
        KitDownload.objects.create(
            employer=membership.employer,
            item=item,
            version_label="2026",
            user=membership.user,
            downloaded_at=when,
        )


@pytest.fixture
def items(cast: Cast) -> list[KitItem]:
    """Return two pieces, taken by two employers over several months."""
    poster, logo = (KitItem.objects.create(title=title, category="POSTERS") for title in "AB")
    colleague = make_member(cast.hospital, NOW)
    take(cast.nurse_manager, poster, MARCH, 2)
    take(colleague, poster, APRIL - dt.timedelta(seconds=1), 3)
    take(cast.nurse_manager, poster, APRIL)
    take(cast.nurse_manager, logo, MARCH + dt.timedelta(days=3))
    take(cast.cafe_owner, poster, MARCH + dt.timedelta(days=9))
    take(cast.cafe_owner, poster, NOW - dt.timedelta(days=10), 4)
    return [poster, logo]


def totals(cast: Cast) -> dict[tuple[str, str], int]:
    """Return what the team reads in its report."""
    rows = cast.client(cast.moderator).get(REPORT).context["object_list"]
    return {(row["employer__name"], row["item__title"]): row["count"] for row in rows}


def test_old_downloads_become_a_row_a_month_and_the_report_does_not_move(
    cast: Cast, items: list[KitItem]
) -> None:
    before = totals(cast)
    assert before == {
        (cast.hospital.name, "A"): 6,
        (cast.hospital.name, "B"): 1,
        (cast.cafe.name, "A"): 5,
    }
    assert run(NOW, dry_run=True) == 8
    assert KitDownload.objects.count() == 12

    assert run(NOW) == 8
    assert run(NOW) == 0

    assert totals(cast) == before
    months = KitDownload.objects.filter(is_month=True).order_by("employer", "item", "downloaded_at")
    assert [(row.employer, row.item.title, row.downloaded_at, row.count) for row in months] == [
        (cast.hospital, "A", MARCH, 5),
        (cast.hospital, "A", APRIL, 1),
        (cast.hospital, "B", MARCH, 1),
        (cast.cafe, "A", MARCH, 1),
    ]
    assert {(row.user, row.version_label) for row in months} == {(None, "")}
    kept = KitDownload.objects.filter(is_month=False)
    assert {row.user for row in kept} == {cast.cafe_owner.user}
    assert kept.count() == 4


def test_a_month_cut_in_two_by_two_nights_is_one_row(cast: Cast) -> None:
    item = KitItem.objects.create(title="A", category="POSTERS")
    take(cast.nurse_manager, item, MARCH + dt.timedelta(days=1))
    take(cast.nurse_manager, item, MARCH + dt.timedelta(days=20), 2)
    assert run(MARCH + dt.timedelta(days=370)) == 1
    assert run(MARCH + dt.timedelta(days=390)) == 2
    assert KitDownload.objects.get().count == 3


def test_batches_add_up(cast: Cast, items: list[KitItem], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purge, "BATCH", 2)
    before = totals(cast)
    assert run(NOW) == 8
    assert totals(cast) == before
    assert KitDownload.objects.filter(is_month=True).count() == 4
