"""`manage.py collect_messages`: bring the catalogues up to date with the code, or check that they are."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from config.catalogues import catalogue_files

IGNORED = [".venv/*", "var/*", "tests/*", "node_modules/*", "docs/*"]
Key = tuple[str | None, str, str]


def keys_of(path: Path) -> set[Key]:
    """Return the messages of a catalogue: context, message, plural."""
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural)
        for entry in polib.pofile(str(path))
        if not entry.obsolete
    }


def untranslated(path: Path) -> list[str]:
    """Return the messages of a catalogue that have no translation, or a doubtful one."""
    return [
        entry.msgid
        for entry in polib.pofile(str(path))
        if not entry.obsolete and (not entry.translated() or entry.fuzzy)
    ]


def fill_english(path: Path) -> None:
    """Copy each new message to its own translation: English is the language of the code.

    Other words, where somebody wrote them, stay as long as the message does: what readers see is then better than
    the name that the code gives to a sentence.
    """
    catalogue = polib.pofile(str(path), wrapwidth=100)
    for entry in catalogue:
        if entry.translated() and not entry.fuzzy:
            continue
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
        else:
            entry.msgstr = entry.msgid
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    catalogue.save(str(path))


class Command(BaseCommand):
    """Collect the messages of the code into the French and English catalogues."""

    help = (
        "Collect the messages to translate into the catalogues; --check only says what is missing."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: Any) -> None:
        """Accept --check."""
        parser.add_argument("--check", action="store_true", help="change nothing, fail when stale")

    def handle(self, *args: Any, **options: Any) -> None:
        """Collect, or compare a fresh collection with the committed catalogues."""
        if shutil.which("xgettext") is None:
            raise CommandError(
                "GNU gettext is needed to collect messages (Debian: apt-get install gettext)."
            )
        if options["check"]:
            self._check()
            return
        self._collect()
        for path in catalogue_files():
            if "/en/" in path.as_posix():
                fill_english(path)
            self.stdout.write(f"{path.parent.parent.name}: {len(untranslated(path))} to translate")

    def _collect(self) -> None:
        call_command(
            "makemessages",
            locale=["fr", "en"],
            ignore_patterns=IGNORED,
            extensions=["html", "txt", "py"],
            no_location=True,
            no_wrap=True,
            no_obsolete=True,
            verbosity=0,
        )

    def _check(self) -> None:
        committed = {path: path.read_bytes() for path in catalogue_files()}
        before = {path: keys_of(path) for path in committed}
        problems = [
            f"{path.parent.parent.name}: {len(missing)} message(s) without translation, first: {missing[0]!r}"
            for path in committed
            if (missing := untranslated(path))
        ]
        try:
            self._collect()
            for path, known in before.items():
                fresh, language = keys_of(path), path.parent.parent.name
                problems += [f"{language}: new in the code: {key[1]!r}" for key in fresh - known]
                problems += [f"{language}: gone from the code: {key[1]!r}" for key in known - fresh]
        finally:
            for path, content in committed.items():
                path.write_bytes(content)
        if problems:
            raise CommandError(
                "The catalogues are stale. Run `make messages`.\n" + "\n".join(problems[:40])
            )
        self.stdout.write(
            f"{len(committed)} catalogues are up to date ({settings.LANGUAGE_CODE} is complete)."
        )
