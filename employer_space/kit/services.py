"""Count what is taken from the kit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .models import KitDownload, KitVersion

if TYPE_CHECKING:
    from accounts.models import User
    from jobs.employers.models import Employer


def count_downloads(
    *, employer: Employer, by: User, versions: Sequence[KitVersion], now: dt.datetime
) -> None:
    """Write one row for each version taken: the only thing that a GET of this site writes for a member."""
    KitDownload.objects.bulk_create(
        KitDownload(
            employer=employer,
            item_id=version.item_id,
            version_label=version.label,
            user=by,
            downloaded_at=now,
        )
        for version in versions
    )
