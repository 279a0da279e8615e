"""Run the whole suite: SQLite, then PostgreSQL when DATABASE_URL names one, then the browser when there is one.

python -m tests.run [path …]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Return the path of a Chromium, None when the machine has none."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def pytest(label: str, *arguments: str, database_url: str = "") -> int:
    """Run pytest in a process of its own; a folder without matching test is not a failure."""
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    if database_url:
        environment["DATABASE_URL"] = database_url
    # The journeys make databases of their own on that server.
    environment["JOURNEYS_DATABASE_URL"] = os.environ.get("DATABASE_URL", "")
    print(f"\n=== {label}", flush=True)
    code = subprocess.call([sys.executable, "-m", "pytest", "-q", *arguments], env=environment)
    return 0 if code == 5 else code


def main(paths: list[str]) -> int:
    """Run every part, even after a failure, and return the worst exit code."""
    paths = paths or ["tests"]
    workers = ["-n", str(min(os.cpu_count() or 1, 4))] if paths == ["tests"] else []
    database_url = os.environ.get("DATABASE_URL", "")
    codes = [pytest("SQLite", "-m", "not browser", *workers, *paths)]
    if database_url:
        codes.append(
            pytest("PostgreSQL", "-m", "not browser", *workers, *paths, database_url=database_url)
        )
    else:
        print(
            "\n!!! LEFT OUT: PostgreSQL (set DATABASE_URL to run the suite on it too).", flush=True
        )
    if chromium():
        # Two processes: the journeys keep one browser open, the gallery's tests open their own.
        suites = ["tests/journeys", "tests/ui"] if paths == ["tests"] else paths
        codes += [pytest(f"Browser, {suite}", "-m", "browser", suite) for suite in suites]
    else:
        print("\n!!! LEFT OUT: the browser journeys (install Chromium to run them).", flush=True)
    return max(codes)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
