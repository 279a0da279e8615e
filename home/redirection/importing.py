"""Read a table of old and new addresses and say, line by line, what it would do: nothing is written here.

An old address never leads to another old one: the line is written with the last address of the chain, as the site
itself writes it. Steps are followed in `steps`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.models import Redirect

from .addresses import Addresses, own_path
from .states import LinkFault, Verdict
from .steps import LONGEST, Ends, follow, straight

MOST_LINES = 5000
HEADINGS = ("ancienne", "nouvelle")
TOO_LONG = _("An address is longer than 255 characters.")


class UnreadableTable(Exception):
    """The whole table is refused; its message says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it was typed."""

    number: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of a row: the address kept, the final target, and why when it is refused."""

    row: Row
    verdict: Verdict
    old: str = ""
    target: str = ""
    note: str | Promise = ""


@dataclass(frozen=True)
class Plan:
    """What an import would do, and the redirections known before that it would make straight."""

    lines: tuple[Line, ...]
    straightened: Mapping[str, str] = field(default_factory=dict)

    @property
    def refused(self) -> list[Line]:
        """Return the lines that are refused."""
        return [line for line in self.lines if line.verdict == Verdict.REFUSED]

    @property
    def to_write(self) -> dict[str, str]:
        """Return what is to be written: the target of each old address."""
        kept = (Verdict.CREATED, Verdict.CHANGED)
        found = {line.old: line.target for line in self.lines if line.verdict in kept}
        return {**self.straightened, **found}

    def count(self, verdict: str) -> int:
        """Return how many lines have this verdict."""
        return sum(line.verdict == verdict for line in self.lines)


def decode(data: bytes) -> str:
    """Return the text of a file as spreadsheets save it: UTF-8, else Windows."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_table(text: str) -> list[Row]:
    """Return the rows of a table whose first line is « ancienne;nouvelle ». Raises UnreadableTable."""
    text = text.replace("\x00", "")
    first = text.strip().partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text.strip(), newline=""), delimiter=delimiter))
    except csv.Error:
        raise UnreadableTable(_("This file is not a table.")) from None
    if not lines or tuple(cell.strip().lower() for cell in lines[0][:2]) != HEADINGS:
        raise UnreadableTable(
            _("The first line must be: ancienne;nouvelle. Each next line holds two addresses.")
        )
    if len(lines) > MOST_LINES:
        raise UnreadableTable(_("This file is too long: 5,000 lines at most."))
    return [
        Row(number, *(cell.strip() for cell in (*line, "", "")[:2]))
        for number, line in enumerate(lines[1:], start=2)
        if any(cell.strip() for cell in line)
    ]


def plan(rows: Iterable[Row], *, addresses: Addresses, known: Mapping[str, str]) -> Plan:
    """Say what an import of `rows` would do, given what the site answers and the redirections that it has."""
    drafts = list(_drafts(rows, addresses))
    wanted = {line.old: line.target for line in drafts if line.verdict != Verdict.REFUSED}
    used = addresses.not_answered(known)
    everything = {**used, **wanted}
    ends: Ends = {}
    lines = tuple(_settle(line, everything, known, addresses, ends) for line in drafts)
    accepted = {line.old: line.target for line in lines if line.verdict != Verdict.REFUSED}
    straightened = straight({**used, **accepted}, only=used, final=addresses.settled)
    return Plan(lines, straightened=straightened)


def _drafts(rows: Iterable[Row], addresses: Addresses) -> Iterator[Line]:
    """Check each row by itself, and refuse an old address written twice with two targets."""
    seen: dict[str, str] = {}
    for row in rows:
        old, target = _stored(row.old), own_path(row.new)
        note = _why_not(row, old, target, addresses)
        if not note and seen.setdefault(old, target) != target:
            note = _("This old address is written twice, with two targets.")
        if note:
            yield Line(row, Verdict.REFUSED, note=note)
        else:
            yield Line(row, Verdict.CREATED, old, target)


def _why_not(row: Row, old: str, target: str, addresses: Addresses) -> str | Promise:
    if not row.old or not row.new:
        return _("Two addresses are needed: the old one and the new one.")
    if not old or not _is_address(row.old):
        return _("The old address must begin with / or https://.")
    if old == "/":
        return _("The home page cannot be redirected.")
    if not target:
        return _("The new address must be one of this site, for example /actualites/.")
    if max(len(old), len(target)) > LONGEST:
        return TOO_LONG
    if Redirect.normalise_path(target) != old and addresses.fault(old) in (None, LinkFault.PRIVATE):
        return _("This address exists on the site: it would never be redirected.")
    return ""


def _stored(address: str) -> str:
    """Return an old address as redirections keep it; "" for one that cannot be read."""
    try:
        return str(Redirect.normalise_path(address))
    except ValueError:
        return ""


def _is_address(text: str) -> bool:
    return text.startswith(("/", "http://", "https://")) and text.isprintable()


def _settle(
    line: Line,
    everything: Mapping[str, str],
    known: Mapping[str, str],
    addresses: Addresses,
    ends: Ends,
) -> Line:
    """Follow the chain that begins at a line, then compare with what the site has."""
    if line.verdict == Verdict.REFUSED:
        return line
    if Redirect.normalise_path(line.target) == line.old:
        if addresses.fault(line.target) is None:
            note = _("The address has not changed: nothing to do.")
            return Line(line.row, Verdict.SAME, line.old, line.target, note)
        return Line(line.row, Verdict.REFUSED, note=LinkFault.LOOP.label)
    end = follow(line.target, everything, ends, final=addresses.settled)
    if end is None:
        return Line(line.row, Verdict.REFUSED, note=LinkFault.LOOP.label)
    if len(end) > LONGEST:
        return Line(line.row, Verdict.REFUSED, note=TOO_LONG)
    # A redirection made by hand may lead to another site, which is not asked.
    fault = addresses.fault(end) if own_path(end) else None
    if fault is not None:
        return Line(line.row, Verdict.REFUSED, note=fault.label)
    is_chain = Redirect.normalise_path(end) != Redirect.normalise_path(line.target)
    follows = _("Straight to the end of the chain.") if is_chain else ""
    verdict = Verdict.CHANGED if line.old in known else Verdict.CREATED
    if known.get(line.old) == end:
        verdict = Verdict.SAME
    return Line(line.row, verdict, line.old, end, follows)
