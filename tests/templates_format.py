"""Check our templates: djade's format and djlint's lint (never its formatter)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
FOLDERS = ("site", "home", "jobs", "employer_space", "search")


def templates() -> list[str]:
    """Return every HTML template of ours."""
    return sorted(
        str(path) for folder in FOLDERS for path in (ROOT / folder).rglob("templates/**/*.html")
    )


def main() -> int:
    """Run both tools and return the worst exit code."""
    files = templates()
    djade = subprocess.call(
        [str(BIN / "djade"), "--target-version", "5.2", "--check", *files], cwd=ROOT
    )
    djlint = subprocess.call([str(BIN / "djlint"), "--lint", "--quiet", *files], cwd=ROOT)
    return max(djade, djlint)


if __name__ == "__main__":
    raise SystemExit(main())
