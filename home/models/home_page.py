"""The home page, one in each language."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import CharBlock, StructBlock
from wagtail.fields import StreamField

from home.agenda import home_agenda
from home.blocks import HomeSectionsBlock
from home.news.models import NewsPage
from home.offers import home_offers
from home.territory import town_bubbles
from ui.addresses import contract_path, language_prefix
from ui.blocks.links import AddressBlock
from ui.navigation import shell_for
from ui.pages import BasePage


class PopularSearchBlock(StructBlock):
    """A search that many people make."""

    label = CharBlock(label=_("Words"), max_length=40)
    address = AddressBlock(
        label=_("Search"),
        max_length=200,
        help_text=_("The address after the name of the site, for example: /offres/?q=infirmier"),
    )

    class Meta:
        icon = "search"
        label = _("Search")


class HomePage(BasePage):
    """The first page of the site, one in each language."""

    hero_title = models.CharField(_("large title"), max_length=80)
    hero_text = models.TextField(_("text under the title"), max_length=240, blank=True)
    popular_searches = StreamField(
        [("search", PopularSearchBlock())],
        verbose_name=_("frequent searches"),
        blank=True,
        max_num=5,
    )
    sections = StreamField(HomeSectionsBlock(), verbose_name=_("sections"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels[:1],
        MultiFieldPanel(
            [FieldPanel("hero_title"), FieldPanel("hero_text"), FieldPanel("popular_searches")],
            heading=_("Search band"),
        ),
        FieldPanel("sections"),
    ]
    # The summary of the home page is read by search engines only: its own text is in the search band.
    promote_panels: ClassVar[list[Any]] = [*BasePage.promote_panels, FieldPanel("summary")]
    override_translatable_fields: ClassVar[list[Any]] = [
        # Two home pages are siblings: they cannot have one slug.
        field
        for field in BasePage.override_translatable_fields
        if field.field_name != "slug"
    ]

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "home.StandardPage",
        "home.LegalPage",
        "home.SiteMapPage",
        "board.JobIndexPage",
        "news.NewsIndexPage",
        "events.EventIndexPage",
        "campaigns.CampaignIndexPage",
        "welcome.WelcomeIndexPage",
        "ambassadors.AmbassadorIndexPage",
        "health.HealthIndexPage",
    ]
    max_count = 1

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the sections show: each thing is read once, whatever their order."""
        context = super().get_context(request, *args, **kwargs)
        language = str(self.locale.language_code)
        now = timezone.now()
        offers = home_offers(number=self._number("latest_offers"), now=now)
        news = self._latest_news(self._number("news"))
        agenda = home_agenda(
            locale_id=self.locale_id, number=self._number("news", "agenda_number"), now=now
        )
        shell_for(request).want_pictures(article.photo_id for article in news)
        offers_path = contract_path("offres", language)
        context |= {
            "offers_path": offers_path,
            "offers": offers,
            "searches": self._searches(language),
            "map_items": town_bubbles(offers.towns, action=offers_path),
            "news_path": contract_path("actualites", language),
            "latest_news": news,
            "news_columns": "2" if agenda.has_ever_begun or len(news) == 2 else "3",
            "agenda_path": contract_path("agenda", language),
            "next_events": agenda.events,
            "has_agenda": agenda.has_ever_begun,
        }
        return context

    def _number(self, section: str, name: str = "number") -> int:
        """Return how many things a section shows; 0 when the page does not have it."""
        values = [block.value for block in self.sections if block.block_type == section]
        return int(values[0][name]) if values else 0

    def _searches(self, language: str) -> list[tuple[str, str]]:
        """Return the frequent searches, at their address in the language of the page."""
        prefix = language_prefix(language)
        found = [(block.value["label"], block.value["address"]) for block in self.popular_searches]
        return [
            (label, f"{prefix}{address}" if address.startswith("/") else address)
            for label, address in found
        ]

    def _latest_news(self, number: int) -> list[NewsPage]:
        """Return the newest articles in the language of the page."""
        articles = NewsPage.objects.online().filter(locale_id=self.locale_id)
        return list(articles.newest_first().for_lists()[:number]) if number else []

    def get_meta_title(self) -> str:
        """Return the title of the browser's tab."""
        return str(self.seo_title or self.hero_title or self.title)
