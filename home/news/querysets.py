"""Questions about articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Case, IntegerField, Value, When
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from ui.addresses import with_privacy

if TYPE_CHECKING:
    from home.news.models import NewsPage
    from home.news.states import NewsTheme


class NewsQuerySet(PageQuerySet):
    """Articles. Wagtail's querysets have no types: each question returns another `NewsQuerySet`."""

    def online(self) -> Any:
        """Return what anyone may read: published, and not under a private page."""
        return with_privacy(self.live()).filter(is_private=False)

    def newest_first(self) -> Any:
        """Order by date, then by age in the database, so that pages of a list never overlap."""
        return self.order_by("-date", "-pk")

    def for_lists(self) -> Any:
        """Leave the text out; photos are read by number, all at once."""
        return self.select_related("locale").defer("body")

    def about(self, theme: NewsTheme) -> Any:
        """Return the articles on a theme."""
        return self.filter(theme=theme)

    def in_year(self, year: int) -> Any:
        """Return the articles dated of a year."""
        return self.filter(date__year=year)

    def related_to(self, article: NewsPage) -> Any:
        """Return other articles in the same language: same theme first, then the newest."""
        same_theme = Case(
            When(theme=article.theme, then=Value(0)), default=Value(1), output_field=IntegerField()
        )
        others = self.online().filter(locale_id=article.locale_id).exclude(pk=article.pk)
        return others.for_lists().order_by(same_theme, "-date", "-pk")


NewsManager = PageManager.from_queryset(NewsQuerySet)
