"""The page about settling, and one page for each territory."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.welcome.presentation import index_context, territory_context
from ui.blocks.body import BodyStreamBlock
from ui.pages import BasePage

# The addresses of our own views: no page may take them.
TAKEN_SLUGS = frozenset({"referents", "demande"})


class WelcomeIndexPage(BasePage):
    """The page from which one settles: a referent, a request, the territories."""

    contract_slug = "s-installer"

    body = StreamField(BodyStreamBlock(), verbose_name=_("content"), blank=True)

    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, FieldPanel("body")]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["welcome.TerritoryPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("settling index")
        verbose_name_plural = _("settling indexes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the ways in and the territories."""
        context = super().get_context(request, *args, **kwargs)
        return context | index_context()


class TerritoryPage(BasePage):
    """« Vivre à… »: a territory, what one finds there, who welcomes, the latest offers."""

    territory = models.ForeignKey(
        "territory.Territory",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("territory"),
        help_text=_("Its resource cards, its referents and its offers come by themselves."),
    )
    photo = models.ForeignKey(
        "ui.SiteImage",
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BodyStreamBlock(), verbose_name=_("content"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("territory"),
        FieldPanel("photo"),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    override_translatable_fields: ClassVar[list[Any]] = [
        *BasePage.override_translatable_fields,
        SynchronizedField("territory", overridable=False),
        SynchronizedField("photo"),
    ]
    parent_page_types: ClassVar[list[str]] = ["welcome.WelcomeIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("page of a territory")
        verbose_name_plural = _("pages of territories")

    @property
    def locked_slug(self) -> str:
        """Return the slug of the territory: offers lead here by it."""
        return self.territory.slug if self.territory_id else ""

    def _prepare_slug(self) -> None:
        """Take the address of the territory."""
        if self.territory_id:
            self.slug = self.territory.slug
        super()._prepare_slug()

    def clean(self) -> None:
        """Refuse the addresses of our own views, and two pages of one territory."""
        super().clean()
        if self.slug in TAKEN_SLUGS:
            raise ValidationError({"territory": _("This address belongs to another screen.")})

    def get_meta_image_id(self) -> int | None:
        """Return the number of the picture that stands for the page."""
        number: int | None = self.social_image_id or self.photo_id
        return number

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the cards, the referents and the latest offers of the territory."""
        context = super().get_context(request, *args, **kwargs)
        return context | territory_context(self, request, now=timezone.now())
