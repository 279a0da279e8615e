"""Everything that the continuous integration checks: what is read first, then the tests."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

BIN = Path(sys.executable).parent
ROOT = Path(__file__).resolve().parents[1]
DEPLOYMENT = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "x7Qm-check-only-4f9e0b1c2d3a5e6f7081928374655647382910abcdef-Zk",
    "ALLOWED_HOSTS": "ohmylot.example",
    "BASE_URL": "https://ohmylot.example",
    "EMAIL_URL": "smtp+tls://user:password@smtp.ohmylot.example:587",
}

# The tests come last, alone. Of the others the longest comes first.
STEPS: list[tuple[str, list[str], dict[str, str]]] = [
    ("Types", [str(BIN / "mypy"), "."], {}),
    ("Formatting", [str(BIN / "ruff"), "format", "--check", "."], {}),
    ("Lint", [str(BIN / "ruff"), "check", "."], {}),
    ("Template format", [sys.executable, "-m", "tests.templates_format"], {}),
    ("Import contracts", [str(BIN / "lint-imports"), "--no-cache"], {}),
    ("Catalogues", [sys.executable, "manage.py", "collect_messages", "--check"], {}),
    ("Migrations", [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"], {}),
    (
        "Deployment check",
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        DEPLOYMENT,
    ),
    ("Tests", [sys.executable, "-m", "tests.run"], {}),
]


def call(label: str, command: list[str], extra: dict[str, str], *, beside: bool) -> str | None:
    """Run one step; `beside` shows what it says once it is over. Returns its label when it failed."""
    environment = {**os.environ, "PYTHONPATH": "site", **extra}
    started = time.monotonic()
    if beside:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        code, said = done.returncode, f"{done.stdout}{done.stderr}"
        print(f"\n##### {label}\n{said}", end="", flush=True)
    else:
        print(f"\n##### {label}", flush=True)
        code = subprocess.call(command, cwd=ROOT, env=environment)
    verdict = "ok" if code == 0 else "FAILED"
    print(f"##### {label}: {verdict} in {time.monotonic() - started:.0f} s", flush=True)
    return label if code else None


def main() -> int:
    """Run every step, two at a time but for the tests, and say at the end which failed."""
    *quick, tests = STEPS
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda step: call(*step, beside=True), quick))
    results.append(call(*tests, beside=False))
    failed = [label for label in results if label]
    if failed:
        print(f"\nFAILED: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
