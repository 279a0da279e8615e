"""The pages that the law asks for."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from ui.blocks.body import BodyStreamBlock
from ui.pages import BasePage


class LegalPage(BasePage):
    """A page that the law asks for, at its fixed address."""

    french_prevails = True

    class Kind(models.TextChoices):
        """The legal pages, named by their address."""

        LEGAL_NOTICE = "mentions-legales", _("Legal notice")
        PERSONAL_DATA = "donnees-personnelles", _("Personal data")
        ACCESSIBILITY = "accessibilite", _("Accessibility")
        COOKIES = "cookies", _("Cookies")

    class Status(models.TextChoices):
        """What the accessibility declaration may say."""

        NONE = "NONE", _("not compliant")
        PARTIAL = "PARTIAL", _("partially compliant")
        TOTAL = "TOTAL", _("totally compliant")

    kind = models.CharField(_("kind"), max_length=30, choices=Kind)
    accessibility_status = models.CharField(
        _("accessibility status"),
        max_length=10,
        choices=Status,
        default=Status.NONE,
        help_text=_("Without an audit, “not compliant” is the only truthful answer."),
    )
    reviewed_on = models.DateField(
        _("reviewed on"),
        null=True,
        blank=True,
        help_text=_("The day someone last checked this text."),
    )
    body = StreamField(BodyStreamBlock(), verbose_name=_("content"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels[:1],
        FieldPanel("kind"),
        FieldPanel("accessibility_status"),
        *BasePage.content_panels[1:],
        FieldPanel("body"),
        FieldPanel("reviewed_on"),
    ]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    override_translatable_fields: ClassVar[list[Any]] = [
        *BasePage.override_translatable_fields,
        SynchronizedField("kind", overridable=False),
        SynchronizedField("accessibility_status", overridable=False),
        SynchronizedField("reviewed_on", overridable=False),
    ]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("legal page")
        verbose_name_plural = _("legal pages")

    @property
    def contract_slug(self) -> str:  # type: ignore[override]
        """Return the address of this kind of page."""
        return str(self.kind)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the declaration of accessibility opens with."""
        context = super().get_context(request, *args, **kwargs)
        if self.is_accessibility:
            status = self.Status(self.accessibility_status)
            context["status_text"] = STATUS_TEXTS[status]
            context["status_variant"] = "success" if status == self.Status.TOTAL else "warning"
        return context

    @property
    def is_accessibility(self) -> bool:
        """Say whether this page is the accessibility declaration."""
        return self.kind == self.Kind.ACCESSIBILITY


# What each status means, in the words of the French accessibility reference (RGAA).
STATUS_TEXTS = {
    LegalPage.Status.NONE: _("No valid audit shows that half of the criteria are met."),
    LegalPage.Status.PARTIAL: _("At least half of the criteria are met."),
    LegalPage.Status.TOTAL: _("All the criteria are met."),
}
