"""News articles and the page that lists them."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.news.listing import NewsChoice, list_news
from home.news.querysets import NewsManager
from home.news.states import NewsTheme
from ui.addresses import contract_path, page_path
from ui.blocks.body import BodyStreamBlock
from ui.navigation import Shell, shell_for
from ui.pages import BasePage

RELATED_NUMBER = 3
SCENES = ("pont", "nuit", "vignes", "village")


def today() -> dt.date:
    """Return the day in Paris, as the default date of an article."""
    return timezone.localdate()


class NewsIndexPage(BasePage):
    """The list of articles, by theme and year."""

    contract_slug = "actualites"

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["news.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the articles that the reader asked for."""
        context = super().get_context(request, *args, **kwargs)
        choice = NewsChoice.from_query(request.GET)
        listing = list_news(index=self, choice=choice)
        shell_for(request).want_pictures(article.photo_id for article in listing.page.object_list)
        context |= {"choice": choice, "listing": listing, "page_obj": listing.page}
        return context

    def get_canonical(self, request: HttpRequest, shell: Shell) -> str:
        """Return the address of this part of the list."""
        choice = NewsChoice.from_query(request.GET)
        page = choice.number if choice.number > 1 else ""
        return super().get_canonical(request, shell) + choice.query(page=page)


class NewsPage(BasePage):
    """An article; it may be announced before it is written."""

    og_type = "article"
    grows_stale = False

    date = models.DateField(_("date"), default=today, db_index=True)
    theme = models.CharField(_("theme"), max_length=20, choices=NewsTheme)
    photo = models.ForeignKey(
        "ui.SiteImage",
        verbose_name=_("photo"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("With its alternative text and its credit, both required."),
    )
    body = StreamField(BodyStreamBlock(), verbose_name=_("article"), blank=True)
    is_teaser = models.BooleanField(
        _("announced only"),
        default=False,
        help_text=_("Publish the title and the summary now; the article comes later."),
    )
    full_article_on = models.DateField(
        _("article expected on"), null=True, blank=True, help_text=_("Shown with the announcement.")
    )

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("date"), FieldPanel("theme")]),
        FieldPanel("photo"),
        MultiFieldPanel(
            [FieldPanel("is_teaser"), FieldPanel("full_article_on")], heading=_("Announcement")
        ),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
        index.FilterField("theme"),
    ]
    override_translatable_fields: ClassVar[list[Any]] = [
        *BasePage.override_translatable_fields,
        SynchronizedField("date", overridable=False),
        SynchronizedField("theme", overridable=False),
        SynchronizedField("photo"),
        SynchronizedField("full_article_on"),
    ]
    parent_page_types: ClassVar[list[str]] = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    objects = NewsManager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def address(self) -> str:
        """Return where the article is."""
        return page_path(self.url_path, self.locale.language_code)

    @property
    def scene(self) -> str:
        """Return the drawing shown while there is no photo: always the same for an article."""
        return SCENES[(self.pk or 0) % len(SCENES)]

    def check_complete(self) -> None:
        """Ask for a summary, a described and credited photo, and a text unless it comes later."""
        errors: dict[str, Any] = {}
        if not self.summary:
            errors["summary"] = _("Write two sentences: they are the opening of the article.")
        if self.photo is not None and not (self.photo.description and self.photo.credit):
            errors["photo"] = _(
                "This image lacks its alternative text or its credit: complete it first."
            )
        if not self.body and not self.is_teaser:
            errors["body"] = _("Write the article, or tick “Announced only”.")
        if errors:
            raise ValidationError(errors)

    def get_meta_image_id(self) -> int | None:
        """Return the number of the picture that stands for the article."""
        number: int | None = self.social_image_id or self.photo_id
        return number

    def get_extra_meta(self) -> dict[str, str]:
        """Return the dates and the theme, as networks read them."""
        return {
            "published": self.date.isoformat(),
            "modified": self.last_published_at.isoformat() if self.last_published_at else "",
            "section": str(self.get_theme_display()),
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the articles to read next, and read every picture at once."""
        context = super().get_context(request, *args, **kwargs)
        related = list(NewsPage.objects.related_to(self)[:RELATED_NUMBER])
        shell_for(request).want_pictures(
            [self.photo_id, *(article.photo_id for article in related)]
        )
        context |= {
            "related": related,
            "news_path": contract_path("actualites", get_language() or "fr"),
        }
        return context
