"""Many processes write to one SQLite file, through the services, as fast as they can (F12, R8).

    python -m tests.benchmarks.sqlite_writers [writers] [writes]

Each turn reads the queue, then writes three times: a draft is created, saved again, sent for review (with its mail). The
database is a temporary one. Default: 16 writers × 500 writes. A write is timed from its call to its answer, waiting
included.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WRITES_IN_A_TURN = 3
DATABASE = "writers.sqlite3"
# What one writer says in the end.
ACCOUNT = "writer-{}.json"


@dataclass
class Report:
    """What came of a run: turns done, offers found in the end, what failed, how long each write took (seconds)."""

    written: int = 0
    counted: int = 0
    errors: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def quantile(self, share: float) -> float:
        """Return the time under which `share` of the writes were done."""
        return sorted(self.waits)[min(int(share * len(self.waits)), len(self.waits) - 1)]


def environment(folder: Path, patience: int) -> dict[str, str]:
    """Return the variables of a process that works in `folder` only."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "REDIS_URL")
    }
    return kept | {
        "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings_of_writers", "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}", "VAR_DIR": str(folder), "WRITERS_PATIENCE": str(patience),
    }  # fmt: skip


def run(
    *, folder: Path, writers: int, turns: int, patience: int = 20, tables: Path | None = None
) -> Report:
    """Prepare a database in `folder`, let `writers` processes take `turns` turns each, and count.

    `patience` is how long, in seconds, a writer waits for its turn. `tables` is a migrated database to start from.
    """
    variables = environment(folder, patience)
    if tables:
        copy_tables(tables, folder / DATABASE)

    def python(*arguments: str) -> list[str]:
        return [sys.executable, "-m", "tests.benchmarks.sqlite_writers", *arguments]

    subprocess.run(python("prepare"), cwd=ROOT, env=variables, check=True, capture_output=True)
    done = subprocess.run(
        python("write", str(writers), str(turns)),
        cwd=ROOT, env=variables, check=False, timeout=3600,
    )  # fmt: skip
    report = Report()
    if done.returncode:
        report.errors.append(f"the writers ended with {done.returncode}")
    for account in folder.glob(ACCOUNT.format("*")):
        said = json.loads(account.read_text())
        report.written += said["written"]
        report.errors += said["errors"]
        report.waits += said["waits"]
    counted = subprocess.run(
        python("count"), cwd=ROOT, env=variables, check=True, capture_output=True, text=True
    )
    report.counted = int(counted.stdout.strip().splitlines()[-1])
    return report


def copy_tables(source: Path, target: Path) -> None:
    """Copy what is committed in a database, in use or not."""
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)


def prepare() -> None:
    """Make the tables and one employer."""
    from django.contrib.auth.models import Group
    from django.core.management import call_command
    from django.utils import timezone

    from jobs.employers.models import Employer
    from jobs.offers.reference import load_families
    from jobs.offers.workflow_setup import ensure_workflow
    from territory import reference
    from tests.factories import make_member

    call_command("migrate", verbosity=0)
    now = timezone.now()
    load_families()
    ensure_workflow(Group.objects.get_or_create(name="Modérateurs")[0])
    reference.load()
    employer = Employer.objects.create(
        name="Employeur d’essai",
        status="VERIFIED",
        created_at=now,
        submitted_at=now,
        verified_at=now,
    )
    make_member(employer, now)


def write_side_by_side(writers: int, turns: int) -> int:
    """Write from several processes, which share what was read to start; returns how many broke down."""
    fork = multiprocessing.get_context("fork")
    processes = [fork.Process(target=write, args=(number, turns)) for number in range(writers)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return sum(bool(process.exitcode) for process in processes)


def write(number: int, turns: int) -> None:
    """Take the turns of one process, and write down what came of them."""
    from django.utils import timezone

    from jobs.employers.models import Employer
    from jobs.offers import queue, services
    from tests.factories import offer_fields

    employer = Employer.objects.get()
    member = employer.memberships.get().user
    said: dict[str, list[object]] = {"errors": [], "waits": []}
    written = 0

    @contextmanager
    def timed() -> Iterator[None]:
        started = time.monotonic()
        yield
        said["waits"].append(round(time.monotonic() - started, 4))

    for turn in range(turns):
        try:
            now = timezone.now()
            queue.waiting()
            values = offer_fields(now, title=f"Poste {number}-{turn}")
            with timed():
                offer = services.create_draft(employer=employer, by=member, now=now, **values)
            draft = services.latest_draft(offer)
            draft.schedule = "Du lundi au vendredi"
            seen = offer.latest_revision_id
            with timed():
                services.save_draft(draft=draft, by=member, expected_revision=seen, now=now)
            with timed():
                services.submit_offer(offer=offer, by=member, now=now)
            written += 1
        except Exception as error:  # noqa: BLE001 - told by the report
            said["errors"].append(f"{type(error).__name__}: {error}")
    account = Path(os.environ["VAR_DIR"], ACCOUNT.format(number))
    account.write_text(json.dumps({"written": written, **said}))


def count() -> None:
    """Print how many offers wait for review."""
    from jobs.offers.models import JobOffer

    print(JobOffer.objects.in_review().count())  # noqa: T201 - read by the parent


def main(arguments: list[str]) -> None:
    """Run one part in this process, or the whole benchmark."""
    parts = {
        "prepare": prepare,
        "count": count,
        "write": lambda: sys.exit(write_side_by_side(int(arguments[1]), int(arguments[2]))),
    }
    if arguments and arguments[0] in parts:
        import django

        django.setup()
        parts[arguments[0]]()
        return
    writers, writes = (
        (int(arguments[0]) if arguments else 16),
        (int(arguments[1]) if len(arguments) > 1 else 500),
    )
    turns = -(-writes // WRITES_IN_A_TURN)
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        report = run(folder=Path(folder), writers=writers, turns=turns)
        seconds = time.monotonic() - started
    locked = sum("locked" in error for error in report.errors)
    print(  # noqa: T201 - a command line
        f"{writers} writers × {writes}: {len(report.waits)} writes in {seconds:.0f} s, {locked} locked, "
        f"{len(report.errors)} errors, median {report.quantile(0.5):.3f} s, "
        f"p99 {report.quantile(0.99):.3f} s, longest {max(report.waits):.3f} s"
    )
    raise SystemExit(1 if report.errors else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
