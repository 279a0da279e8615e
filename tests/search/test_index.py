"""The documents follow what is public, in the transaction of the change."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from search import index
from search.models import Document
from tests.search.conftest import Library
from tests.search.test_engine import found


def numbers() -> list[int]:
    return sorted(Document.objects.filter(kind="book").values_list("object_id", flat=True))


def test_a_refresh_writes_what_is_public_and_drops_what_is_not(library: Library) -> None:
    library.add(1, "Boulanger")
    library.add(2, "Menuisier")
    index.refresh("book", [1, 2, 3])
    assert numbers() == [1, 2]

    del library.books[1]
    index.refresh("book", [1])
    assert numbers() == [2]
    assert found("boulanger") == {}


def test_a_changed_title_is_found_by_its_new_words_only(library: Library) -> None:
    library.add(1, "Boulanger", "fournil")
    index.refresh("book", [1])
    library.add(1, "Menuisier", "atelier")
    index.refresh("book", [1])

    assert found("boulanger") == {}
    assert found("fournil") == {}
    assert found("menuisier") == {1: 1}
    assert found("atelier") == {1: 0}


def test_an_undone_transaction_leaves_the_index_as_it_was(library: Library) -> None:
    library.add(1, "Boulanger")
    with transaction.atomic():
        index.refresh("book", [1])
        transaction.set_rollback(True)

    assert found("boulanger") == {}
    assert numbers() == []


def test_deleting_documents_by_hand_keeps_the_index_right(library: Library) -> None:
    library.add(1, "Boulanger")
    index.refresh("book", [1])
    Document.objects.filter(kind="book").delete()

    assert found("boulanger") == {}


def test_a_removed_thing_is_found_no_more(library: Library) -> None:
    library.add(1, "Boulanger")
    index.refresh("book", [1])
    index.remove("book", [1])

    assert found("boulanger") == {}


def test_a_rebuild_adds_what_is_missing_and_drops_what_is_gone(library: Library) -> None:
    library.add(1, "Boulanger")
    library.add(2, "Menuisier")
    index.refresh("book", [1, 2])
    del library.books[2]
    library.add(3, "Potier")

    assert index.rebuild("book") == {"book": 2}
    assert numbers() == [1, 3]
    assert found("potier") == {3: 1}


def test_the_command_rebuilds_every_kind(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("rebuild_search_index")

    said = capsys.readouterr().out
    assert "offer: " in said
    assert "page: " in said
    assert "news: " in said


def test_one_or_many_things_cost_the_same_queries(library: Library) -> None:
    for number in range(1, 101):
        library.add(number, f"Boulanger {number}")
    index.refresh("book", [1])
    counts = []
    for ids in ([2], list(range(3, 101))):
        with CaptureQueriesContext(connection) as queries:
            index.refresh("book", ids)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_hostile_text_is_indexed_without_harm(library: Library) -> None:
    library.add(1, "Boulanger\x00 \"'", "\x00<script>" * 10 + "a·e" * 30_000)
    index.refresh("book", [1])

    assert found("boulanger") == {1: 1}
    assert "\x00" not in Document.objects.get(kind="book").title


def test_the_full_text_table_is_whole(library: Library) -> None:
    for number in range(1, 30):
        library.add(number, f"Boulanger {number}", "fournil")
    index.refresh("book", range(1, 30))
    index.remove("book", range(1, 10))

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_terms(search_terms, rank) VALUES ('integrity-check', 1)"
            )
    assert len(found("fournil") or {}) == 20
