"""Everything that the continuous integration checks, in the order in which failures are cheapest to find."""

from __future__ import annotations

import os
import subprocess
import sys
import time
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

STEPS: list[tuple[str, list[str], dict[str, str]]] = [
    ("Formatting", [str(BIN / "ruff"), "format", "--check", "."], {}),
    ("Lint", [str(BIN / "ruff"), "check", "."], {}),
    ("Template format", [sys.executable, "-m", "tests.templates_format"], {}),
    ("Import contracts", [str(BIN / "lint-imports"), "--no-cache"], {}),
    ("Types", [str(BIN / "mypy"), "."], {}),
    ("Catalogues", [sys.executable, "manage.py", "collect_messages", "--check"], {}),
    ("Migrations", [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"], {}),
    (
        "Deployment check",
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        DEPLOYMENT,
    ),
    ("Tests", [sys.executable, "-m", "tests.run"], {}),
]


def main() -> int:
    """Run every step and say at the end which failed."""
    failed = []
    for label, command, extra in STEPS:
        print(f"\n##### {label}", flush=True)
        started = time.monotonic()
        code = subprocess.call(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": "site", **extra})
        print(
            f"##### {label}: {'ok' if code == 0 else 'FAILED'} in {time.monotonic() - started:.0f} s",
            flush=True,
        )
        if code:
            failed.append(label)
    if failed:
        print(f"\nFAILED: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
