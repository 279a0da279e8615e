"""Attempts are counted once each, whoever counts them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import RequestFactory

from operations import ratelimit
from operations.models import RateWindow


def attempt(now, key="203.0.113.7", limit=3):
    return ratelimit.allow(scope="test", key=key, limit=limit, per_seconds=60, now=now)


def test_the_first_attempts_pass_and_the_next_waits_for_the_end_of_the_window(db, now):
    assert [bool(attempt(now)) for _ in range(4)] == [True, True, True, False]
    assert attempt(now + timedelta(seconds=20)).retry_after == 40


def test_a_new_window_opens_when_the_former_ends(db, now):
    for _ in range(5):
        attempt(now)
    assert bool(attempt(now + timedelta(seconds=60))) is True


def test_each_key_and_scope_is_counted_apart(db, now):
    for _ in range(3):
        attempt(now)
    assert bool(attempt(now, key="another")) is True
    other = ratelimit.allow(scope="other", key="203.0.113.7", limit=1, per_seconds=60, now=now)
    assert bool(other) is True


def test_a_limit_of_zero_refuses_everything(db, now):
    assert attempt(now, limit=0) == ratelimit.Decision(allowed=False, retry_after=60)
    assert RateWindow.objects.count() == 0


def test_an_attempt_given_back_is_not_counted(db, now):
    for _ in range(3):
        attempt(now)
    ratelimit.give_back(scope="test", key="203.0.113.7")
    assert [bool(attempt(now)) for _ in range(2)] == [True, False]


def test_a_forgotten_window_starts_again(db, now):
    for _ in range(4):
        attempt(now)
    ratelimit.forget(scope="test", key="203.0.113.7")
    assert bool(attempt(now)) is True


def test_looking_does_not_count(db, now):
    def look():
        return ratelimit.peek(scope="test", key="203.0.113.7", limit=3, now=now)

    assert [bool(look()) for _ in range(5)] == [True] * 5
    for _ in range(3):
        attempt(now)
    assert bool(look()) is False


def test_no_address_can_be_read_in_the_table(db, now):
    attempt(now, key="marie@exemple.fr")
    row = RateWindow.objects.get()
    assert "marie" not in row.key
    assert len(row.key) == 64


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "198.51.100.1", "10.0.0.9"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        (2, "6.6.6.6, 198.51.100.1, 10.1.1.1", "198.51.100.1"),
        (2, "198.51.100.1", "198.51.100.1"),
        (1, "", "10.0.0.9"),
        (1, "not an address", "unknown"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
    ],
)
def test_only_the_hops_of_trusted_proxies_are_believed(settings, proxies, forwarded, expected):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get(
        "/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR="10.0.0.9"
    )
    assert ratelimit.client_ip(request) == expected


def test_a_window_that_another_process_opens_meanwhile_is_counted_in(db, now, monkeypatch):
    rows_of = type(RateWindow.objects.all())

    def meanwhile(_rows, _now):
        digest = ratelimit.digest_of("test", "203.0.113.7")
        ends_at = now + timedelta(seconds=60)
        RateWindow.objects.get_or_create(
            scope="test", key=digest, defaults={"count": 1, "ends_at": ends_at}
        )
        return RateWindow.objects.none()

    monkeypatch.setattr(rows_of, "over", meanwhile)
    assert [bool(attempt(now)) for _ in range(3)] == [True, True, False]
    assert RateWindow.objects.get().count == 3
