"""Read a page as people do: its words, and its form as a browser would send it back."""

from __future__ import annotations

import html
import re
from typing import Any

from jobs.offers.models import JobOffer


def words(response: Any) -> str:
    """Return the text of the page, ordinary spaces between words."""
    bare = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", html.unescape(bare).replace("\u00a0", " "))


def as_sent(response: Any) -> dict[str, Any]:
    """Return what a browser would send if the form of the page were sent as it is shown."""
    form = response.context["form"]
    data: dict[str, Any] = {}
    for bound in form:
        value = bound.field.prepare_value(bound.value())
        if isinstance(value, bool):
            if value:
                data[bound.html_name] = "on"
        elif hasattr(value, "strftime"):
            data[bound.html_name] = value.strftime("%d/%m/%Y")
        elif value is not None:
            data[bound.html_name] = value
    for name in ("revision", "key"):
        if response.context.get(name) is not None:
            data[name] = str(response.context[name])
    return data


def address(offer: JobOffer, page: str = "") -> str:
    """Return the address of a page of an offer in the employer space."""
    return f"/espace-employeur/offres/{offer.public_id}/{page + '/' if page else ''}"


def fresh(offer: JobOffer) -> JobOffer:
    """Return the offer as the database has it."""
    return JobOffer.objects.select_related("lifecycle", "employer").get(pk=offer.pk)
