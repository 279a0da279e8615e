"""Give the search page the screens about settling that are no pages, and the resource cards of the territories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from home.welcome.models import TerritoryPage
from home.welcome.presentation import current_language
from search import index
from search.screens import Screen
from search.screens import register as register_screens
from search.sources import Entry, Hit, Source, register
from territory.models import ResourceCard, Territory
from ui.addresses import page_path, with_privacy

KIND = "card"
_PER_READ = 200


def visible(now: datetime) -> QuerySet[Any]:
    """Return the cards shown on a page that anybody may read now, each with the path of this page in the tree."""
    pages = with_privacy(TerritoryPage.objects.live()).filter(
        Q(expire_at=None) | Q(expire_at__gt=now),
        territory=OuterRef("territory"),
        locale__language_code=current_language(),
        is_private=False,
    )
    path = Subquery(pages.order_by("pk").values("url_path")[:1])
    cards: QuerySet[Any] = ResourceCard.objects.annotate(tree_path=path)
    return cards.exclude(tree_path=None).select_related("territory")


def entries(ids: Sequence[int] | None) -> Iterator[Entry]:
    """Yield what is indexed of cards, whatever the state of their pages: these are asked for at read time.

    A card has its words in two languages and is one thing: readers of both find it by either.
    """
    cards = ResourceCard.objects.select_related("territory")
    if ids is not None:
        cards = cards.filter(pk__in=ids)
    for card in cards.order_by("pk").iterator(chunk_size=_PER_READ):
        words = (card.title_en, card.text, card.text_en, card.host, card.territory.name)
        yield Entry(card.pk, card.title, " ".join(words))


def hits(found: Sequence[Any], _request: HttpRequest) -> list[Hit]:
    """Show cards found, where they stand on the page of their territory."""
    return [
        Hit(
            card.pk,
            card.title_shown,
            f"{page_path(card.tree_path, current_language())}#{card.anchor}",
            text=card.text_shown if card.language == card.title_language else "",
            language=card.title_language or current_language(),
            detail=card.territory.name,
        )
        for card in found
    ]


def all_label(total: int) -> str:
    """Name the link to every card found."""
    return ngettext(
        "See the %(count)d local address", "See the %(count)d local addresses", total
    ) % {"count": total}


def follow_card(*, instance: ResourceCard, **_signal: Any) -> None:
    """Index again a card that was written."""
    index.refresh(KIND, [instance.pk])


def forget_card(*, instance: ResourceCard, **_signal: Any) -> None:
    """Forget a card that is gone."""
    index.remove(KIND, [instance.pk])


def follow_territory(*, instance: Territory, **_signal: Any) -> None:
    """Index again the cards of a territory, which are found by its name."""
    cards = ResourceCard.objects.filter(territory=instance).order_by("pk")
    index.refresh(KIND, list(cards.values_list("pk", flat=True)))


def connect() -> None:
    """Register the screens and the source, and follow what is written; called from `AppConfig.ready`."""
    register_screens(
        Screen(
            "welcome:referents",
            _("Find my referent"),
            _("The person who answers those who want to settle, for each commune of the Lot."),
        ),
        Screen(
            "welcome:request",
            _("Settlement request"),
            _("Tell us about your project: a referent of the Lot answers you."),
        ),
    )
    register(
        Source(
            kind=KIND,
            number=7,
            slug="adresses",
            label=_("Local addresses"),
            visible=visible,
            entries=entries,
            hits=hits,
            all_label=all_label,
            order=("territory__order", "territory__name", "order", "pk"),
            shown=3,
        )
    )
    for sender, follow in ((ResourceCard, follow_card), (Territory, follow_territory)):
        post_save.connect(follow, sender=sender, dispatch_uid=f"welcome.search.{sender.__name__}")
    post_delete.connect(forget_card, sender=ResourceCard, dispatch_uid="welcome.search.deleted")
