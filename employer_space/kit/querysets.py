"""The questions asked about the kit."""

from __future__ import annotations

from typing import Any

from django.db import models


class KitItemQuerySet(models.QuerySet[Any]):
    """Questions about the pieces of the kit."""

    def offered(self) -> KitItemQuerySet:
        """Keep what members may download, with its files, in a fixed number of queries."""
        return (
            self.filter(is_active=True, versions__isnull=False)
            .distinct()
            .select_related("preview")
            .prefetch_related("versions__document")
            .order_by("category", "position", "pk")
        )
