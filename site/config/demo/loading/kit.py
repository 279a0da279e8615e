"""Load the pieces of the communication kit: real files, made by the command."""

from __future__ import annotations

import datetime as dt
import io

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile

from config.demo import kit
from employer_space.kit.models import KitCategory, KitItem, KitVersion
from employer_space.kit.setup import ensure_kit_collection, ensure_previews_collection
from ui.models import SiteDocument, SiteImage

CATEGORIES = {
    "affiches": KitCategory.POSTERS,
    "reseaux-sociaux": KitCategory.SOCIAL,
    "textes": KitCategory.TEXTS,
    "documents": KitCategory.GUIDES,
    "logos": KitCategory.LOGOS,
}


def load_kit(today: dt.date) -> int:
    """Create the pieces that are missing; returns how many."""
    known = set(KitItem.objects.values_list("title", flat=True))
    missing = [item for item in kit.items() if item.title not in known]
    for position, item in enumerate(missing):
        _create(item, position, today)
    return len(missing)


def _create(item: kit.KitItem, position: int, today: dt.date) -> None:
    preview = SiteImage(
        title=f"Kit – {item.title}",
        collection=ensure_previews_collection(),
        description=item.preview_alt,
        credit=item.credit,
        file=ImageFile(io.BytesIO(kit.preview_of(item)), name=f"kit-{item.key}.png"),
    )
    preview.save()
    document = SiteDocument(
        title=item.title,
        collection=ensure_kit_collection(),
        licence=item.licence,
        version=item.version,
        is_accessible=item.is_accessible,
    )
    document.file.save(item.filename, ContentFile(kit.file_of(item)), save=False)
    document.save()
    piece = KitItem(
        title=item.title,
        description=item.description,
        category=CATEGORIES[item.category],
        preview=preview,
        position=position,
    )
    piece.versions = [KitVersion(document=document, label=item.version, published_on=today)]
    piece.save()
