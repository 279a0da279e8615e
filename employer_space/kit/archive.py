"""Build a ZIP while it is being sent: memory stays flat whatever the weight of the kit."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import IO

CHUNK_SIZE = 64 * 1024


class _Tap(io.RawIOBase):
    """A write-only stream that hands over what was written since the last time."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]  # any bytes-like object
        self._parts.append(piece)
        return len(piece)

    def drain(self) -> bytes:
        """Return and forget what was written."""
        data = b"".join(self._parts)
        self._parts.clear()
        return data


def unique_names(names: Iterable[str]) -> list[str]:
    """Return the names with a number where two would be the same; no folder, no empty name."""
    taken: set[str] = set()
    result = []
    for raw in names:
        path = PurePath(PurePath(raw.replace("\\", "/")).name or "fichier")
        name, number = path.name, 1
        while name.lower() in taken:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        taken.add(name.lower())
        result.append(name)
    return result


def stream_zip(files: Iterable[tuple[str, IO[bytes]]]) -> Iterator[bytes]:
    """Yield the bytes of a ZIP of `(name, open file)` pairs; each file is closed once read.

    Files are stored, not compressed: PDF, PNG and DOCX already are.
    """
    tap = _Tap()
    with zipfile.ZipFile(tap, mode="w", compression=zipfile.ZIP_STORED) as archive:
        for name, source in files:
            with source, archive.open(name, mode="w", force_zip64=False) as entry:
                while chunk := source.read(CHUNK_SIZE):
                    entry.write(chunk)
                    yield tap.drain()
            yield tap.drain()
    yield tap.drain()
