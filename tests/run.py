"""Run the whole suite: SQLite, then PostgreSQL when DATABASE_URL names one, and the browser when there is one.

python -m tests.run [path …]

The browser's tests run beside the others, which take what is left of the processors.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.mother import MADE

# The first draws no window around the page, which takes a good part of what the others cost.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
Run = Callable[[], int]


def chromium() -> str | None:
    """Return the path of a Chromium, None when the machine has none."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def pytest(
    label: str, *arguments: str, database_url: str = "", beside: bool = False, yields: bool = False
) -> int:
    """Run pytest in a process of its own; a folder without matching test is not a failure.

    `beside` shows what it says once it is over, `yields` lets others have the processors first.
    """
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    if database_url:
        environment["DATABASE_URL"] = database_url
    # The journeys make databases of their own on that server.
    environment["JOURNEYS_DATABASE_URL"] = os.environ.get("DATABASE_URL", "")
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    if yields and shutil.which("nice"):
        command = ["nice", "-n", "5", *command]
    started = time.monotonic()
    if beside:
        with tempfile.TemporaryFile("w+") as said:
            code = subprocess.call(command, env=environment, stdout=said, stderr=said)
            said.seek(0)
            print(f"\n=== {label}\n{said.read()}", flush=True)
    else:
        print(f"\n=== {label}", flush=True)
        code = subprocess.call(command, env=environment)
    print(f"=== {label}: {time.monotonic() - started:.0f} s", flush=True)
    return 0 if code == 5 else code


def make_databases(processes: int) -> None:
    """Make the database of the tests on each server, with a copy for each process."""
    copies = [f"gw{number}" for number in range(processes)]
    shared = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environments = [shared]
    if "DATABASE_URL" in os.environ:
        environments.append(dict(os.environ))
    makings = [
        subprocess.Popen([sys.executable, "-m", "tests.mother", *copies], env=environment)
        for environment in environments
    ]
    # A failure shows again, with its reason, in the tests themselves.
    codes = [making.wait() for making in makings]
    if not any(codes):
        os.environ[MADE] = "yes"


def database_runs(paths: list[str], *, yields: bool) -> list[Run]:
    """Return the runs without a browser, one for each database."""
    processes = min(os.cpu_count() or 1, 4) if paths == ["tests"] else 0
    make_databases(processes)
    workers = ["-n", str(processes)] if processes else []
    database_url = os.environ.get("DATABASE_URL", "")
    runs: list[Run] = [
        lambda: pytest("SQLite", "-m", "not browser", *workers, *paths, yields=yields)
    ]
    if database_url:
        runs.append(
            lambda: pytest(
                "PostgreSQL",
                "-m",
                "not browser and not any_database",
                *workers,
                *paths,
                database_url=database_url,
                yields=yields,
            )
        )
    else:
        print(
            "\n!!! LEFT OUT: PostgreSQL (set DATABASE_URL to run the suite on it too).", flush=True
        )
    return runs


def browser_runs(paths: list[str]) -> list[Run]:
    """Return the runs of the browser, none when there is no Chromium."""
    if not chromium():
        print("\n!!! LEFT OUT: the browser journeys (install Chromium to run them).", flush=True)
        return []
    # Two processes: the journeys keep one browser open, the gallery's tests open their own.
    whole = paths == ["tests"]
    suites = ["tests/journeys", "tests/ui"] if whole else paths
    return [
        lambda suite=suite: pytest(f"Browser, {suite}", "-m", "browser", suite, beside=whole)  # type: ignore[misc]
        for suite in suites
    ]


def main(paths: list[str]) -> int:
    """Run every part, even after a failure, and return the worst exit code."""
    paths = paths or ["tests"]
    beside = browser_runs(paths)
    runs = database_runs(paths, yields=bool(beside) and paths == ["tests"])
    if paths != ["tests"]:
        return max(run() for run in [*runs, *beside])
    with ThreadPoolExecutor(1) as pool:
        others = [pool.submit(run) for run in beside]
        codes = [run() for run in runs]
        return max(codes + [other.result() for other in others])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
