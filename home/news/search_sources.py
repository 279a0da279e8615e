"""Give the search page the articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from search.sources import Entry, Hit, Source, register
from ui.addresses import page_path
from ui.page_text import in_language, public_now, text_of

from .models import NewsPage

KIND = "news"
_PER_READ = 200


def visible(now: datetime) -> QuerySet[Any]:
    """Return the articles that anybody may read."""
    return public_now(NewsPage.objects.all(), now)


def entries(ids: Sequence[int] | None) -> Iterator[Entry]:
    """Yield what is indexed of public articles; the text of one that is only announced stays out."""
    articles = visible(timezone.now())
    if ids is not None:
        articles = articles.filter(pk__in=ids)
    for article in articles.order_by("pk").iterator(chunk_size=_PER_READ):
        text = text_of(article, without=("body",) if article.is_teaser else ())
        yield Entry(article.pk, article.title, text, article.locale.language_code, excerpt=text)


def hits(found: Sequence[Any], _request: HttpRequest) -> list[Hit]:
    """Show articles found, with their date."""
    return [
        Hit(
            article.pk,
            article.title,
            page_path(article.url_path, str(article.locale.language_code)),
            language=article.locale.language_code,
            date=timezone.make_aware(datetime.combine(article.date, time(12))),
        )
        for article in found
    ]


def all_label(total: int) -> str:
    """Name the link to every article found."""
    return ngettext("See the %(count)d article", "See the %(count)d articles", total) % {
        "count": total
    }


def connect() -> None:
    """Register the source; called from `AppConfig.ready`."""
    register(
        Source(
            kind=KIND,
            number=3,
            slug="actualites",
            label=_("News"),
            visible=visible,
            entries=entries,
            hits=hits,
            all_label=all_label,
            order=("is_foreign", "-date", "-pk"),
            for_readers=in_language,
        )
    )
