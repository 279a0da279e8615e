"""Give the search page the screens about health that are no pages, and the aids in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from home.health.models import HealthGrant
from home.health.models.words import is_english, own_words
from home.health.querysets import GrantQuerySet
from home.health.states import Profession
from jobs.offers.querysets import paris_day
from operations import schedule
from search import index
from search.screens import Screen
from search.screens import register as register_screens
from search.sources import Entry, Hit, Source, register
from ui.page_text import in_sentences

KIND = "aid"
_WORDS = ("name", "amount_text", "conditions", "elsewhere")


def visible(now: dt.datetime) -> GrantQuerySet:
    """Return the aids in force on the day of `now`."""
    return HealthGrant.objects.shown().in_force_on(paris_day(now))


def entries(ids: Sequence[int] | None) -> Iterator[Entry]:
    """Yield what is indexed of the aids, those to come too: nobody saves an aid on its first day.

    An aid has its words in two languages and is one thing: readers of both find it by either.
    """
    grants = HealthGrant.objects.shown().not_over_on(paris_day(timezone.now()))
    if ids is not None:
        grants = grants.filter(pk__in=ids)
    for grant in grants.in_order().with_areas():
        yield Entry(grant.pk, grant.name, body_of(grant))


def body_of(grant: HealthGrant) -> str:
    """Return the words by which an aid is found beside its name; never whom to ask about it."""
    words = [getattr(grant, name + ending) for name in _WORDS for ending in ("", "_en")]
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            words += [*grant.profession_labels, *grant.zone_labels]
    return " ".join([*words, *grant.area_names, grant.legal_text, grant.shown_source])


def hits(found: Sequence[Any], _request: HttpRequest) -> list[Hit]:
    """Show aids found, each on the answer to one of the professions that it concerns."""
    return [_hit(grant) for grant in found]


def _hit(grant: HealthGrant) -> Hit:
    language = "en" if is_english() and grant.name_en else settings.LANGUAGE_CODE
    about = [
        own_words(grant, name)
        for name in ("amount_text", "conditions")
        if language != "en" or getattr(grant, f"{name}_en")
    ]
    profession = next((one for one in Profession if one in grant.professions), None)
    query = f"?{urlencode({'profession': profession.slug})}" if profession else ""
    return Hit(
        grant.pk,
        grant.shown_name,
        f"{reverse('health:aids')}{query}",
        text=in_sentences(words for words in about if words),
        language=language,
        detail=grant.shown_amount,
    )


def all_label(total: int) -> str:
    """Name the link to every aid found."""
    return ngettext("See the %(count)d aid", "See the %(count)d aids", total) % {"count": total}


def follow_grant(*, instance: HealthGrant, **_signal: Any) -> None:
    """Index again an aid that was written, or whose area has changed."""
    index.refresh(KIND, [instance.pk])


def forget_grant(*, instance: HealthGrant, **_signal: Any) -> None:
    """Forget an aid that is gone."""
    index.remove(KIND, [instance.pk])


def follow_calendar(_now: dt.datetime) -> None:
    """Drop the documents of aids that are over; readers never saw them anyway."""
    index.rebuild(KIND)


def connect() -> None:
    """Register the screens and the source, and follow what is written; called from `AppConfig.ready`."""
    register_screens(
        Screen(
            "health:aids",
            _("Aids to settle"),
            _("By profession, commune and date: what is in force, how much, until when."),
        ),
        Screen(
            "health:callback",
            _("Being called back"),
            _("Tell us what you are looking for: somebody of the team calls you back."),
        ),
    )
    register(
        Source(
            kind=KIND,
            number=6,
            slug="aides",
            label=_("Aids to settle"),
            visible=visible,
            entries=entries,
            hits=hits,
            all_label=all_label,
            order=("order", "name", "pk"),
            shown=3,
        )
    )
    post_save.connect(follow_grant, sender=HealthGrant, dispatch_uid="health.search.saved")
    post_delete.connect(forget_grant, sender=HealthGrant, dispatch_uid="health.search.deleted")
    m2m_changed.connect(
        follow_grant,
        sender=HealthGrant.intercommunalities.through,
        dispatch_uid="health.search.areas",
    )
    schedule.register("health.follow_calendar", follow_calendar, daily_at=dt.time(0, 25))
