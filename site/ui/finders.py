"""One style sheet for every page, joined from the files that each describe one thing: no build tool, no waterfall.

`css/site.css` exists nowhere in the tree: Django's static files (development and `collectstatic`) get it from here.
"""

from __future__ import annotations

import builtins
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

BUNDLE = "css/site.css"
SOURCES = ("tokens.css", "reset.css", "base.css", "layout.css", "components/*.css", "utilities.css")


class StyleBundleFinder(BaseFinder):
    """Offer `css/site.css`, written again whenever one of its sources is newer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.folder = Path(settings.STATICFILES_DIRS[0]) / "css"
        self.storage = FileSystemStorage(location=settings.VAR_DIR / "bundles")

    def check(self, **kwargs: Any) -> builtins.list[Any]:
        """Report nothing: a missing source shows at once in the pages."""
        return []

    def find(  # type: ignore[override]  # one body for both of the stubs' signatures
        self,
        path: str,
        find_all: bool = False,
        **kwargs: Any,
    ) -> str | builtins.list[str]:
        """Return the place of the bundle on disk; nothing for any other path."""
        if path != BUNDLE:
            return []
        place = str(self._write())
        return [place] if find_all else place

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """Give the bundle to `collectstatic`."""
        self._write()
        yield BUNDLE, self.storage

    def sources(self) -> tuple[Path, ...]:
        """Return the joined files: layers first, then components by name."""
        return tuple(file for pattern in SOURCES for file in sorted(self.folder.glob(pattern)))

    def _write(self) -> Path:
        """Write the bundle if a source changed since; another process may be reading it."""
        target = Path(self.storage.path(BUNDLE))
        sources = self.sources()
        newest = max(file.stat().st_mtime for file in (*sources, self.folder / "components"))
        if target.exists() and target.stat().st_mtime > newest:
            return target
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=target.parent, delete=False, encoding="utf-8"
        ) as draft:
            draft.write("\n".join(file.read_text(encoding="utf-8") for file in sources))
        # NamedTemporaryFile gives 0600: the server that hands out static files may be another user.
        Path(draft.name).chmod(0o644)
        return Path(draft.name).replace(target)
