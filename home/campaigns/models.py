"""Pages of campaigns, the links that lead to them, and how many visits each link brought."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from ui.addresses import contract_path, page_path
from ui.navigation import Shell, shell_for
from ui.pages import BasePage

from .blocks import CampaignBodyBlock
from .querysets import CampaignLinkQuerySet, CampaignPageManager
from .states import Channel

# What a view of ours answers below the index: no campaign may take it.
TAKEN_SLUGS = frozenset({"c"})
CODE = r"[a-z0-9][a-z0-9-]{1,39}"


class UnlistedPage(BasePage):
    """A page reached by its links only: search engines and the site's own search leave it out."""

    is_listed = False
    grows_stale = False

    class Meta:
        abstract = True

    def get_extra_meta(self) -> dict[str, str]:
        """Ask search engines to leave the page out: they would show an invented job as a real one."""
        return {"robots": "noindex"}


class CampaignIndexPage(UnlistedPage):
    """The campaigns under way; in no menu, it serves those who shorten an address."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["campaigns.CampaignPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("campaign index")
        verbose_name_plural = _("campaign indexes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the campaigns under way."""
        context = super().get_context(request, *args, **kwargs)
        running = CampaignPage.objects.running(timezone.localdate()).child_of(self)
        campaigns = list(running.select_related("locale"))
        shell_for(request).want_pictures(campaign.hero_image_id for campaign in campaigns)
        context["campaigns"] = campaigns
        context["offers_path"] = contract_path("offres", get_language() or "fr")
        return context


class CampaignPage(UnlistedPage):
    """A landing page; what it shows is never an offer."""

    starts_on = models.DateField(_("begins on"), default=timezone.localdate)
    ends_on = models.DateField(
        _("ends on"),
        help_text=_("The day after, the page says that it is over and leads to the real offers."),
    )
    hero_image = models.ForeignKey(
        "ui.SiteImage",
        verbose_name=_("large picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A photo of the territory. Posters go in the content, as campaign visuals."),
    )
    body = StreamField(CampaignBodyBlock(), verbose_name=_("content"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")])],
            heading=_("Dates of the campaign"),
        ),
        FieldPanel("hero_image"),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    override_translatable_fields: ClassVar[list[Any]] = [
        *BasePage.override_translatable_fields,
        SynchronizedField("starts_on", overridable=False),
        SynchronizedField("ends_on", overridable=False),
        SynchronizedField("hero_image"),
    ]
    parent_page_types: ClassVar[list[str]] = ["campaigns.CampaignIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    objects = CampaignPageManager()

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    @property
    def address(self) -> str:
        """Return where the campaign is."""
        return page_path(self.url_path, self.locale.language_code)

    def is_over_on(self, day: dt.date) -> bool:
        """Say whether the campaign ended before `day`."""
        return self.ends_on < day

    def clean(self) -> None:
        """Refuse an address that a view of ours answers, and an end before the beginning."""
        super().clean()
        if self.slug in TAKEN_SLUGS:
            raise ValidationError({"slug": _("This address is taken: choose another.")})
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The end comes before the beginning.")})

    def announce(self, shell: Shell) -> None:
        """Ask for the large picture with those of the content."""
        super().announce(shell)
        shell.want_pictures([self.hero_image_id])

    def get_meta_image_id(self) -> int | None:
        """Return the number of the picture that stands for the page."""
        number: int | None = self.social_image_id or self.hero_image_id
        return number

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Say whether the campaign is over, and carry the code of the link to the contact form."""
        context = super().get_context(request, *args, **kwargs)
        language = get_language() or settings.LANGUAGE_CODE
        code = str(request.GET.get("c", ""))
        is_code = len(code) <= 40 and code.replace("-", "").isalnum() and code.isascii()
        context |= {
            "campaign_is_over": self.is_over_on(timezone.localdate()),
            "offers_path": contract_path("offres", language),
            "contact_path": contract_path("contact", language) + (f"?c={code}" if is_code else ""),
        }
        return context


class CampaignLink(models.Model):
    """A code that leads to a campaign: printed as a QR code, or written in a link."""

    page = models.ForeignKey(
        CampaignPage, verbose_name=_("campaign"), on_delete=models.CASCADE, related_name="links"
    )
    code = models.CharField(
        _("code"),
        max_length=40,
        unique=True,
        validators=[
            RegexValidator(
                rf"^{CODE}\Z",
                _("Small letters without accents, figures and hyphens: for example gare-cahors."),
            )
        ],
        help_text=_("It is read in the address: choose words that say where the link is."),
    )
    label = models.CharField(
        _("where the link is"), max_length=120, help_text=_("For example: affiche, gare de Cahors.")
    )
    channel = models.CharField(_("support"), max_length=20, choices=Channel.choices)
    created_at = models.DateTimeField(_("created"))

    objects: ClassVar[CampaignLinkQuerySet] = CampaignLinkQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("link of a campaign")
        verbose_name_plural = _("links of campaigns")
        default_permissions = ()
        permissions = [("follow_campaignlink", "May make links of campaigns and read their visits")]

    def __str__(self) -> str:
        return f"{self.code} – {self.label}"

    @property
    def address(self) -> str:
        """Return the short address that is printed: always the French one, the page decides the language."""
        return f"{contract_path('campagnes', settings.LANGUAGE_CODE)}c/{self.code}/"


class CampaignVisit(models.Model):
    """How many visits and messages a link brought in a day: totals, nothing of anybody."""

    link = models.ForeignKey(CampaignLink, on_delete=models.CASCADE, related_name="visits")
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("visits"), default=0)
    messages = models.PositiveIntegerField(_("messages"), default=0)

    class Meta:
        verbose_name = _("visits of a day")
        verbose_name_plural = _("visits of a day")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["link", "day"], name="campaigns_visit_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.link_id} – {self.day}"
