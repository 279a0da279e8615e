"""What the list of addresses says is what the site does."""

from __future__ import annotations

import re
from pathlib import Path

from search.sources import all_sources

ADDRESSES = Path(__file__).resolve().parents[2] / "docs" / "reference" / "urls.md"


def test_the_kinds_of_results_that_a_search_may_be_narrowed_to_are_all_told() -> None:
    told = re.search(r"`dans` \((.*?)\)", ADDRESSES.read_text())
    kinds = {source.slug for source in all_sources() if source.all_url is None}

    assert told is not None
    assert set(re.findall(r"`([\w-]+)`", told[1])) == kinds
