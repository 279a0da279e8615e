"""The documentation says what the code does: links lead somewhere, copied tables are equal to their source."""

import json
import re
from pathlib import Path

import pytest
from django.utils import translation

from jobs.offers.states import TRANSITIONS, OfferAct, OfferState, Role
from operations import purge, schedule

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^()\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
LARGEST_IMAGE = 200_000


def links_of(page):
    """Return the targets of the links of a page that lead inside the project."""
    targets = LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    return [
        target for target in targets if "://" not in target and not target.startswith("mailto:")
    ]


def anchors_of(page):
    """Return the anchors that a forge gives to the headings of a page."""
    headings = HEADING.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings
    }


def rows_below(page, heading):
    """Return the cells of the first table below a heading, without its head."""
    text = page.read_text(encoding="utf-8").partition(f"\n{heading}\n")[2]
    table = re.search(r"(?:^\|.*\n)+", text, re.MULTILINE).group()
    lines = table.splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def codes_in(cell):
    """Return the words between backticks."""
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_the_documentation_leads_somewhere(page):
    dead = []
    for target in links_of(page):
        path, _hash, anchor = target.partition("#")
        place = (page.parent / path).resolve() if path else page
        if not place.exists() or (anchor and anchor not in anchors_of(place)):
            dead.append(target)

    assert dead == []


def test_every_page_of_the_documentation_can_be_reached():
    reached = {
        (page.parent / target.partition("#")[0]).resolve()
        for page in PAGES
        for target in links_of(page)
    }

    assert [page for page in PAGES if page not in reached and page != ROOT / "README.md"] == []


def test_images_are_light():
    heavy = [
        path.name
        for path in (ROOT / "docs" / "images").iterdir()
        if path.stat().st_size > LARGEST_IMAGE
    ]

    assert heavy == []


def test_the_documented_transitions_are_those_of_the_code():
    documented = {}
    for act, role, states in rows_below(REFERENCE / "moderation.md", "## The transitions"):
        key = (OfferAct(codes_in(act)[0]), Role(codes_in(role)[0]))
        documented[key] = (
            frozenset(OfferState)
            if states == "every state"
            else frozenset(map(OfferState, codes_in(states)))
        )

    assert documented == TRANSITIONS


def test_the_documented_states_have_the_words_that_people_read():
    rows = rows_below(REFERENCE / "moderation.md", "## The states, in words")

    with translation.override("fr"):
        expected = {str(state.value): str(state.label) for state in OfferState}

    assert {codes_in(code)[0]: words for code, words, _when in rows} == expected


def test_the_documented_schedule_is_the_registered_one():
    rows = rows_below(REFERENCE / "architecture.md", "## The schedule")

    def when(act):
        return "each minute" if act.every else f"{act.daily_at.hour}:{act.daily_at.minute:02}"

    ours = {act.name: when(act) for act in schedule.registered() if not act.name.startswith("test")}
    assert {codes_in(name)[0]: moment for name, moment, _what in rows} == ours


def test_the_documented_retention_is_the_registered_one():
    rows = rows_below(REFERENCE / "retention.md", "## The promises")
    ours = {policy.name for policy in purge.registered() if not policy.name.startswith("test")}

    assert {codes_in(name)[0] for name, _what in rows} == ours


def test_the_demonstration_accounts_of_the_readme_exist():
    accounts = json.loads((ROOT / "site/config/demo/accounts.json").read_text(encoding="utf-8"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = rows_below(ROOT / "README.md", "### The demonstration accounts")

    assert {codes_in(row[0])[0] for row in rows} == {one["email"] for one in accounts["accounts"]}
    assert f"`{accounts['password']}`" in readme


def test_decisions_are_numbered_and_listed():
    folder = ROOT / "docs" / "decisions"
    numbered = sorted(path.name for path in folder.glob("0*.md"))

    assert [name[:4] for name in numbered] == [
        f"{number:04}" for number in range(1, len(numbered) + 1)
    ]
    assert [
        target for target in links_of(folder / "README.md") if target.startswith("0")
    ] == numbered
