"""Keep the search documents equal to what the public may see, inside the transaction of the change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from django.db import connection, transaction

from .analysis import analyse
from .generations import advance
from .models import Document, Generation
from .sources import Entry, Source, all_sources, document_key, source_of

_BATCH = 1_000
_IDS_PER_STATEMENT = 500
_LONGEST_TITLE = 255
_LONGEST_EXCERPT = 4_000
# Enough for the longest job advert; more would only slow down the save of a hostile text.
_LONGEST_BODY = 40_000


def terms_of(title: str, body: str) -> str:
    """Return what is stored for one thing: its distinct terms, those of the title once more behind `_`."""
    in_title = set(analyse(title[:_LONGEST_BODY]))
    everywhere = in_title.union(analyse(body[:_LONGEST_BODY]))
    return " ".join(sorted([*everywhere, *(f"_{term}" for term in in_title)]))


def name_of(source: Source, object_id: int) -> str:
    """Return the number of one thing as one word (`oml118`), as `engine.read` reads it; "" when it has none."""
    return f"{source.prefix.lower()}{object_id}" if source.prefix else ""


@transaction.atomic
def refresh(kind: str, ids: Iterable[int]) -> None:
    """Index again the things of `kind` numbered `ids`: public ones are written, the others leave the index."""
    source = source_of(kind)
    for some in batches(list(dict.fromkeys(ids))):
        replace(kind, some, source.entries(some))


@transaction.atomic(savepoint=False)
def replace(kind: str, ids: Sequence[int], entries: Iterable[Entry]) -> None:
    """Make `entries` all that is indexed among the things numbered `ids`, for a caller that has them at hand."""
    source = source_of(kind)
    written = _write(source, entries)
    gone = [document_key(source.number, pk) for pk in ids if pk not in written]
    if gone:
        Document.objects.filter(pk__in=gone).delete()
    advance(Generation.Name.DOCUMENTS)


@transaction.atomic
def remove(kind: str, ids: Iterable[int]) -> None:
    """Take the things of `kind` numbered `ids` out of the index, whether they still exist or not."""
    number = source_of(kind).number
    for some in batches(list(ids)):
        Document.objects.filter(pk__in=[document_key(number, pk) for pk in some]).delete()
    advance(Generation.Name.DOCUMENTS)


def rebuild(kind: str | None = None) -> dict[str, int]:
    """Index everything public again, for one kind or all; return the number of documents of each.

    Readers see the old documents until the end of each kind.
    """
    sources = all_sources() if kind is None else [source_of(kind)]
    written = {source.kind: _rebuild(source) for source in sources}
    with connection.cursor() as cursor:
        cursor.execute(
            "ANALYZE search_document"
        )  # the planners of both databases need the new proportions
    return written


@transaction.atomic
def forget(kind: str, *, now: datetime) -> int:
    """Drop the documents of what is no longer public at `now`, by the calendar alone; return how many."""
    visible = source_of(kind).visible(now).order_by().values("pk")
    gone = list(
        Document.objects.filter(kind=kind)
        .exclude(object_id__in=visible)
        .values_list("object_id", flat=True)
    )
    if gone:
        remove(kind, gone)
    return len(gone)


@transaction.atomic
def _rebuild(source: Source) -> int:
    if source.rebuild is not None:
        source.rebuild()
    written = _write(source, source.entries(None))
    indexed = Document.objects.filter(kind=source.kind).values_list("object_id", flat=True)
    gone = [object_id for object_id in indexed.iterator() if object_id not in written]
    remove(source.kind, gone)
    return len(written)


def _write(source: Source, entries: Iterable[Entry]) -> set[int]:
    written: set[int] = set()
    rest = iter(entries)
    while some := list(islice(rest, _BATCH)):
        Document.objects.bulk_create(
            [_document(source, entry) for entry in some],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["language", "title", "terms", "excerpt", "updated_at"],
        )
        written.update(entry.object_id for entry in some)
    return written


def _document(source: Source, entry: Entry) -> Document:
    return Document(
        pk=document_key(source.number, entry.object_id),
        kind=source.kind,
        object_id=entry.object_id,
        language=entry.language,
        title=entry.title.replace("\0", "")[:_LONGEST_TITLE],
        terms=terms_of(f"{entry.title} {name_of(source, entry.object_id)}", entry.body),
        excerpt=entry.excerpt.replace("\0", "")[:_LONGEST_EXCERPT],
    )


def batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut `ids` into runs that one statement takes."""
    for start in range(0, len(ids), _IDS_PER_STATEMENT):
        yield ids[start : start + _IDS_PER_STATEMENT]
