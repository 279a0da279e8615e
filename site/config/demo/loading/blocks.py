"""Load the page that shows every block, in both languages: a model for editors, a ground for tests."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.core.files.base import ContentFile
from wagtail.models import Locale

from config.demo import scenes
from config.demo.pdf import write_pdf
from config.demo.reading import CONTENT, load
from home.models import HomePage, StandardPage
from home.translations import translate
from ui.blocks.raw import Raw, block, items
from ui.models import KeyFigure, SiteDocument, SiteImage

PDF_PICTURE = (1190, 600)
_REFERENCE = re.compile(r"\{(\w+)(?::([\w-]+))?\}")


def load_every_block(images: Mapping[str, SiteImage], figures: Mapping[str, KeyFigure]) -> None:
    """Publish the page in French, then its translation, unless it is there already."""
    told: dict[str, Any] = load(CONTENT / "every_block.json")
    home = HomePage.objects.get(depth=2, locale__language_code="fr")
    if home.get_children().filter(slug=told["slug"]).exists():
        return
    known = {f"image:{key}": image.pk for key, image in images.items()}
    known |= {f"figure:{key}": figure.pk for key, figure in figures.items()}
    known |= {f"page:{page.slug}": page.pk for page in home.get_children()}
    known["document"] = _document(told["document"]).pk
    # A model to copy, not a page for readers.
    page = StandardPage(
        title=told["title"], slug=told["slug"], summary=told["summary"], is_unlisted=True
    )
    page.locale = home.locale
    page.body = [_raw(one, known) for one in told["blocks"]]
    home.add_child(instance=page)
    page.save_revision().publish(skip_permission_checks=True)
    page.refresh_from_db()
    translate(page, Locale.objects.get(language_code="en"), told["english"])


def _raw(told: Mapping[str, Any], known: Mapping[str, int]) -> Raw:
    """Return a block as Wagtail stores it: the items of lists get their identity, references their number."""
    return block(told["type"], _resolved(told["value"], known))


def _resolved(value: Any, known: Mapping[str, int]) -> Any:
    if isinstance(value, dict):
        return {name: _resolved(one, known) for name, one in value.items()}
    if isinstance(value, list):
        return items(*(_resolved(one, known) for one in value))
    if not isinstance(value, str):
        return value
    if found := _REFERENCE.fullmatch(value):
        return known[_key(found)]
    return _REFERENCE.sub(lambda match: str(known[_key(match)]), value)


def _key(match: re.Match[str]) -> str:
    kind, name = match.groups()
    return f"{kind}:{name}" if name else kind


def _document(told: Mapping[str, Any]) -> SiteDocument:
    """Make the file to download, once."""
    existing: SiteDocument | None = SiteDocument.objects.filter(title=told["title"]).first()
    if existing is not None:
        return existing
    document = SiteDocument(
        title=told["title"],
        version=told["version"],
        licence=told["licence"],
        is_accessible=True,
    )
    content = write_pdf(
        title=told["title"],
        blocks=[(kind, text) for kind, text in told["blocks"]],
        picture=scenes.picture(told["scene"], PDF_PICTURE),
        alt=told["alt"],
    )
    document.file.save("bienvenue-dans-le-lot.pdf", ContentFile(content), save=False)
    document.save()
    document.get_file_size()  # read once, kept in its row
    return document
