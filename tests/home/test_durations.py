"""What the page on personal data tells of durations is what the site applies: no promise is left out, none drifts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from home import durations
from home.texts.legal import PERSONAL_DATA
from operations import purge

MARKS = re.compile(r"\[durée ([a-z_.]+)\]")
# A promise whose duration is told by the mark of another name. Every other one has the mark of its own name.
TOLD_BY: Mapping[str, str] = dict.fromkeys(
    (
        "ambassadors.log_names",
        "employers.history_names",
        "events.log_names",
        "health.event_names",
        "offers.log_names",
        "welcome.event_names",
    ),
    durations.LOG_NAMES,
)
# The one promise that says its duration in months, and the code in days.
IN_DAYS = {"mailing.rows": durations.KEEP_ROWS}


def promises() -> list[purge.Policy]:
    return [policy for policy in purge.registered() if not policy.name.startswith("test")]


def marks_of(policy: purge.Policy) -> set[str]:
    own = {name for name in durations.SPANS if f"{name}.".startswith(f"{policy.name}.")}
    return own or {TOLD_BY.get(policy.name, policy.name)}


@pytest.mark.parametrize("language", ["french", "english"])
def test_each_promise_of_retention_is_told_with_its_duration(language: str) -> None:
    told = {name for part in PERSONAL_DATA.parts for name in MARKS.findall(getattr(part, language))}

    assert {one.name: marks_of(one) - told for one in promises() if marks_of(one) - told} == {}


def test_each_mark_is_a_duration_of_the_site() -> None:
    told = {name for part in PERSONAL_DATA.parts for name in MARKS.findall(part.french)}

    assert told == {*durations.SPANS, durations.LOG_NAMES}


def test_the_numbers_are_those_of_the_promises() -> None:
    wrong = {}
    for policy in promises():
        said = {
            dt.timedelta(days=int(number)) for number in re.findall(r"(\d+) days", policy.keeps)
        }
        said |= {IN_DAYS[policy.name]} if policy.name in IN_DAYS else set()
        ours = {durations.SPANS[name]() for name in marks_of(policy) if name in durations.SPANS}
        if not said <= ours:
            wrong[policy.name] = (said, ours)

    assert wrong == {}


@pytest.mark.parametrize("address", ["/donnees-personnelles/", "/en/donnees-personnelles/"])
def test_readers_are_told_the_setting_in_force(
    client: Client, settings: Any, db: None, address: str
) -> None:
    before = client.get(address).content.decode()
    settings.KEEP_CONTACT_MESSAGE_DAYS = 123

    after = client.get(address).content.decode()

    assert "[durée" not in before
    assert "123" not in before
    with translation.override("en" if "/en/" in address else "fr"):
        assert durations.in_words(dt.timedelta(days=123)) in after


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (dt.timedelta(days=365), "1 year"),
        (dt.timedelta(days=730), "2 years"),
        (durations.KEEP_ROWS, "6 months"),
        (dt.timedelta(days=91), "3 months"),
        (dt.timedelta(days=90), "90 days"),
        (dt.timedelta(days=30), "30 days"),
        (dt.timedelta(days=1), "24 hours"),
        (dt.timedelta(hours=4), "4 hours"),
    ],
)
def test_a_duration_is_said_in_its_largest_whole_unit(span: dt.timedelta, words: str) -> None:
    with translation.override("en"):
        assert durations.in_words(span).replace("\u00a0", " ") == words


def test_names_in_the_journals_stay_until_a_duration_is_decided(settings: Any) -> None:
    settings.KEEP_LOG_NAMES_DAYS = 0
    mark = f"[durée {durations.LOG_NAMES}]"
    undecided = durations.with_durations(mark, "en")
    settings.KEEP_LOG_NAMES_DAYS = 730

    decided = durations.with_durations(mark, "en")

    assert undecided == "as long as no duration has been decided"
    assert decided.replace("\u00a0", " ") == "2 years after their account is closed"


def test_a_mark_that_means_nothing_stays_for_editors_to_see() -> None:
    assert durations.with_durations("[durée nulle.part]", "fr") == "[durée nulle.part]"


def test_the_search_reads_durations_not_marks(db: None) -> None:
    from home.models import LegalPage
    from home.search_sources import entries

    keys = LegalPage.objects.filter(kind="donnees-personnelles").values_list("pk", flat=True)

    texts = [entry.excerpt for entry in entries(list(keys))]
    assert len(texts) == 2
    assert not any("[durée" in text for text in texts)
