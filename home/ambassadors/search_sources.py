"""Give the search page the portraits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from search.screens import Screen
from search.screens import register as register_screens
from search.sources import Entry, Hit, Source, register
from ui.addresses import page_path
from ui.page_text import in_language, public_now, text_of

from .models import Charter, PortraitPage

KIND = "portrait"
_PER_READ = 200


def visible(now: datetime) -> QuerySet[Any]:
    """Return the portraits that anybody may read."""
    return public_now(PortraitPage.objects.all(), now)


def entries(ids: Sequence[int] | None) -> Iterator[Entry]:
    """Yield what is indexed of public portraits."""
    portraits = visible(timezone.now())
    if ids is not None:
        portraits = portraits.filter(pk__in=ids)
    for portrait in portraits.order_by("pk").iterator(chunk_size=_PER_READ):
        text = text_of(portrait)
        yield Entry(portrait.pk, portrait.title, text, portrait.locale.language_code, excerpt=text)


def hits(found: Sequence[Any], _request: HttpRequest) -> list[Hit]:
    """Show portraits found."""
    return [
        Hit(
            portrait.pk,
            portrait.title,
            page_path(portrait.url_path, str(portrait.locale.language_code)),
            language=portrait.locale.language_code,
        )
        for portrait in found
    ]


def all_label(total: int) -> str:
    """Name the link to every portrait found."""
    return ngettext("See the %(count)d portrait", "See the %(count)d portraits", total) % {
        "count": total
    }


def has_charter() -> bool:
    """Say whether there is a charter to read."""
    return Charter.objects.current() is not None


def connect() -> None:
    """Register the source and the screens below the section; called from `AppConfig.ready`."""
    register_screens(
        Screen(
            "ambassadors:join",
            _("Become an ambassador"),
            _("Talk about the Lot around you and help to welcome newcomers."),
        ),
        Screen(
            "ambassadors:charter",
            _("Charter of the ambassadors"),
            _("What an ambassador of the Lot accepts, and what nobody asks of them."),
            is_open=has_charter,
        ),
    )
    register(
        Source(
            kind=KIND,
            number=4,
            slug="ambassadeurs",
            label=_("Ambassadors"),
            visible=visible,
            entries=entries,
            hits=hits,
            all_label=all_label,
            order=("is_foreign", "-first_published_at", "-pk"),
            for_readers=in_language,
        )
    )
