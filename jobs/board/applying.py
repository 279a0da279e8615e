"""How one applies to an offer, as the page tells it: by e-mail, on a website, by telephone, at the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .addresses import mail_link, phone_link, web_link


@dataclass(frozen=True, slots=True)
class Way:
    """One way to apply: the words of the button, where it leads, what is shown beside it."""

    kind: str
    label: str
    url: str
    detail: str = ""

    @property
    def is_outside(self) -> bool:
        """Say whether the button leaves the site for one that nobody here vouches for."""
        return self.kind in {"site", "source"}


def ways_to_apply(offer: Any) -> list[Way]:
    """Return the ways to apply, the one to prefer first; an external offer is applied to at its source."""
    if offer.is_external:
        url, host = web_link(offer.source_url)
        label = _("See the offer on its original site (%(host)s)") % {"host": host}
        return [Way("source", label, url)] if url else []
    found = [_by_mail(offer), _on_a_site(offer), _by_phone(offer)]
    return [way for way in found if way is not None]


def _by_mail(offer: Any) -> Way | None:
    if not offer.apply_email:
        return None
    subject = _("Application: %(title)s (%(reference)s)") % {
        "title": offer.title,
        "reference": offer.reference,
    }
    return Way(
        "mail",
        _("Apply by e-mail"),
        mail_link(offer.apply_email, subject=subject),
        offer.apply_email,
    )


def _on_a_site(offer: Any) -> Way | None:
    url, host = web_link(offer.apply_url)
    return (
        Way("site", _("Apply on the employer’s site (%(host)s)") % {"host": host}, url)
        if url
        else None
    )


def _by_phone(offer: Any) -> Way | None:
    if not offer.apply_phone:
        return None
    return Way("phone", _("Apply by telephone"), phone_link(offer.apply_phone), offer.apply_phone)
