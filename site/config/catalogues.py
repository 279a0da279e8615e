"""Compile the message catalogues with polib, so that no machine needs GNU gettext to run the site."""

from __future__ import annotations

import os
from pathlib import Path

import polib
from django.conf import settings
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed


def catalogue_files() -> list[Path]:
    """Return the committed catalogues (`django.po`) of the project."""
    return sorted(
        path for folder in settings.LOCALE_PATHS for path in Path(folder).glob("*/LC_MESSAGES/*.po")
    )


def compile_catalogues() -> int:
    """Write the `.mo` file of each catalogue that is newer than it; returns how many were written.

    From then on this process speaks as they do, even if it has read the older ones, or none, before.
    """
    written = 0
    for source in catalogue_files():
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        # Renamed once whole: a process that starts meanwhile reads the old file or the new one.
        draft = target.with_suffix(f".{os.getpid()}.tmp")
        polib.pofile(str(source)).save_as_mofile(str(draft))
        draft.replace(target)
        _forget(target)
        written += 1
    return written


def _forget(file: Path) -> None:
    """Make Django read the catalogues again: it keeps what it has read, also that there was none."""
    language = translation.get_language()
    translation_file_changed(sender=None, file_path=file)
    if language is None:
        translation.deactivate_all()
    else:
        translation.activate(language)
