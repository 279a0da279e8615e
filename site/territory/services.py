"""Acts on territories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from .models import Municipality, Territory


@transaction.atomic
def choose_municipalities(
    *, territory: Territory, municipalities: Iterable[int], now: dt.datetime
) -> None:
    """Make `municipalities` (numbers) the communes of a territory: those of another one move, the others leave.

    A commune that leaves goes back to the territory of its intercommunality at the next bootstrap.
    """
    wanted = set(municipalities)
    held = Municipality.objects.select_for_update().filter(territory=territory)
    # `update` skips auto_now, by which the gazetteer knows that it is out of date.
    held.exclude(pk__in=wanted).update(territory=None, updated_at=now)
    Municipality.objects.filter(pk__in=wanted).exclude(territory=territory).update(
        territory=territory, updated_at=now
    )
