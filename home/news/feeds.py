"""The Atom feed of the articles."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language, gettext

from home.news.models import NewsPage
from ui.addresses import absolute, contract_path, page_path
from ui.languages import STILL_FRENCH

NUMBER = 30
SECONDS = 900
# What XML 1.0 cannot hold, even escaped.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def legal(text: str) -> str:
    """Return a text without the characters that would break the whole feed."""
    return ILLEGAL.sub("", text)


class NewsFeed(Feed[Any, Any]):
    """The newest articles in the reader's language."""

    feed_type = Atom1Feed
    author_name = "Oh My Lot !"

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the feed; shared caches may keep it a quarter of an hour."""
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = f"public, max-age={SECONDS}"
        return response

    def title(self) -> str:
        """Return the name of the feed."""
        return gettext("News – Oh My Lot !")

    def subtitle(self) -> str:
        """Return what the feed holds."""
        return gettext("The news of the programme that welcomes new inhabitants to the Lot.")

    def link(self) -> str:
        """Return the page that shows the same articles."""
        return absolute(contract_path("actualites", self._language()))

    def feed_url(self) -> str:
        """Return the feed's own address."""
        return f"{self.link()}flux/"

    def items(self) -> list[NewsPage]:
        """Return the articles, newest first; untranslated copies are left to the French feed."""
        found = (
            NewsPage.objects.online()
            .filter(locale__language_code=self._language())
            .exclude(STILL_FRENCH)
        )
        return list(found.newest_first().for_lists()[:NUMBER])

    def item_title(self, item: Any) -> str:
        """Return the title, marked when the article itself comes later."""
        return legal(
            gettext("%(title)s (coming soon)") % {"title": item.title}
            if item.is_teaser
            else item.title
        )

    def item_description(self, item: Any) -> str:
        """Return the opening of the article."""
        return legal(item.summary)

    def item_link(self, item: Any) -> str:
        """Return the article's own address, which is also its identity."""
        return absolute(page_path(item.url_path, item.locale.language_code))

    def item_pubdate(self, item: Any) -> dt.datetime:
        """Return the day of the article, at noon here."""
        return timezone.make_aware(dt.datetime.combine(item.date, dt.time(12)))

    def item_updateddate(self, item: Any) -> dt.datetime:
        """Return when it last changed."""
        return item.last_published_at or self.item_pubdate(item)

    def item_categories(self, item: Any) -> tuple[str, ...]:
        """Return its theme."""
        return (str(item.get_theme_display()),)

    @staticmethod
    def _language() -> str:
        return get_language() or settings.LANGUAGE_CODE
