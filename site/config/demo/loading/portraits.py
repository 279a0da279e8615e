"""Give the invented people of the demonstration a drawn portrait."""

from __future__ import annotations

import datetime as dt
import io

from django.core.files.images import ImageFile

from config.demo import portraits
from config.demo.scenes import CREDIT, RIGHTS, png
from ui.models import SiteImage

# The library shows the latest images first: the scenes, which editors look for, stay before the portraits.
OLDER = dt.timedelta(days=30)


def load_portrait(name: str, number: int) -> SiteImage:
    """Return the portrait of somebody, drawn the first time."""
    title = f"Portrait dessiné : {name}"
    known: SiteImage | None = SiteImage.objects.filter(title=title).first()
    if known is not None:
        return known
    drawing = png(portraits.portrait(number))
    image = SiteImage(
        title=title,
        description=portraits.ALT,
        description_en=portraits.ALT_EN,
        credit=CREDIT,
        rights=RIGHTS,
        file=ImageFile(io.BytesIO(drawing), name=f"portrait-{number}.png"),
    )
    image.save()
    SiteImage.objects.filter(pk=image.pk).update(created_at=image.created_at - OLDER)
    return image
