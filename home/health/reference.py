"""Load the aids with which a site starts: each once, never over what editors wrote since."""

from __future__ import annotations

from django.db import transaction

from territory.models import Intercommunality

from .first_aids import FIRST_AIDS, SOURCE, FirstAid
from .models import HealthGrant


@transaction.atomic
def load_aids() -> int:
    """Create the aids whose code the site does not know; returns how many. Nobody has checked them yet.

    Zones are not loaded: the classification of the communes of the Lot is not known, and unknown is an answer.
    """
    known = set(HealthGrant.objects.filter(code__isnull=False).values_list("code", flat=True))
    missing = [(rank, aid) for rank, aid in enumerate(FIRST_AIDS, start=1) if aid.code not in known]
    for rank, aid in missing:
        _create(aid, rank)
    return len(missing)


def _create(aid: FirstAid, rank: int) -> None:
    grant = HealthGrant.objects.create(
        code=aid.code,
        name=aid.name,
        name_en=aid.name_en,
        professions=[profession.value for profession in aid.professions],
        zones=[zone.value for zone in aid.zones],
        amount=aid.amount,
        unit=aid.unit,
        amount_text=aid.amount_text,
        amount_text_en=aid.amount_text_en,
        conditions=aid.conditions,
        conditions_en=aid.conditions_en,
        valid_from=aid.valid_from,
        valid_to=aid.valid_to,
        elsewhere=aid.elsewhere,
        elsewhere_en=aid.elsewhere_en,
        legal_text=aid.legal_text,
        source=SOURCE,
        is_to_confirm=True,
        order=rank * 10,
    )
    if aid.intercommunality:
        grant.intercommunalities.set(Intercommunality.objects.filter(siren=aid.intercommunality))
