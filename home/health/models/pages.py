"""The pages of the health section: its entrance, and one page for each public."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from home.health.blocks import HealthStreamBlock, aids_path, callback_path
from home.health.doors import Door
from home.health.states import Profession
from ui.addresses import page_path, with_privacy
from ui.navigation import shell_for
from ui.pages import BasePage

# Below `/sante/`, these are screens of ours: a page there would never be seen.
RESERVED_SLUGS = frozenset({"aides", "etre-rappele"})
DOOR_ICONS = [
    ("school", _("School")),
    ("stethoscope", _("Stethoscope")),
    ("heart-handshake", _("Hands")),
    ("home", _("House")),
    ("users-group", _("People")),
    ("building", _("Building")),
]


class HealthPage(BasePage):
    """What both types share: a body of blocks, and somebody to call beside it."""

    body = StreamField(HealthStreamBlock(), verbose_name=_("content"), blank=True)

    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True

    @property
    def main_profession(self) -> str:
        """Return the profession for which the page is written first, "" for everybody."""
        return ""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add who answers, and the two screens of the section."""
        from home.health.listing import Shelf

        context = super().get_context(request, *args, **kwargs)
        shelf = Shelf()
        contact = shelf.contact_for(self.main_profession)
        shell_for(request).want_pictures([contact.photo_id if contact else None])
        context |= {"contact": contact, "ask_url": callback_path(self.main_profession)}
        context["health_shelf"] = shelf
        context["aids_url"] = aids_path(self.main_profession)
        return context


class HealthIndexPage(HealthPage):
    """The entrance of the section, with a door for each public."""

    contract_slug = "sante"

    doors_title = models.CharField(_("title of the doors"), max_length=80, default="Vous êtes…")
    doors_text = models.TextField(_("text beside the doors"), max_length=300, blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("doors_title"), FieldPanel("doors_text")],
            heading=_("Doors"),
            help_text=_("One door for each page below this one, in the order of the pages."),
        ),
        FieldPanel("body"),
    ]
    override_translatable_fields: ClassVar[list[Any]] = [
        *BasePage.override_translatable_fields,
        TranslatableField("doors_title"),
        TranslatableField("doors_text"),
    ]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["health.HealthAudiencePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("health section")
        verbose_name_plural = _("health sections")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the doors: one query."""
        context = super().get_context(request, *args, **kwargs)
        context["doors"] = self.doors()
        return context

    def doors(self) -> list[Door]:
        """Return a door for each public whose page anyone may read, then one for the aids."""
        below = HealthAudiencePage.objects.child_of(self).live()
        pages = with_privacy(below).filter(is_private=False).order_by("path").defer("body")
        language = str(self.locale.language_code)
        doors = [page.door(language) for page in pages]
        aids = Door(
            "coin-euro",
            gettext("Aids to settle"),
            gettext("By profession, commune and date: what is in force, how much, until when"),
            reverse("health:aids"),
        )
        return [*doors, aids]


class HealthAudiencePage(HealthPage):
    """A page for one public: interns, locums, doctors, other professions."""

    profession = models.CharField(
        _("main profession"),
        max_length=24,
        choices=Profession,
        blank=True,
        help_text=_("Chooses the contact shown, and the profession already chosen in the forms."),
    )
    icon = models.CharField(
        _("icon of the door"), max_length=20, choices=DOOR_ICONS, default="stethoscope"
    )
    door_title = models.CharField(
        _("words of the door"),
        max_length=60,
        blank=True,
        help_text=_("For example “Je suis interne”. Without it, the title of the page."),
    )
    door_text = models.CharField(_("text of the door"), max_length=120, blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("profession"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("icon"), FieldPanel("door_title")]),
                FieldPanel("door_text"),
            ],
            heading=_("Door on the page of the section"),
        ),
        FieldPanel("body"),
    ]
    override_translatable_fields: ClassVar[list[Any]] = [
        *BasePage.override_translatable_fields,
        SynchronizedField("profession", overridable=False),
        SynchronizedField("icon", overridable=False),
        TranslatableField("door_title"),
        TranslatableField("door_text"),
    ]
    parent_page_types: ClassVar[list[str]] = ["health.HealthIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("health page")
        verbose_name_plural = _("health pages")

    @property
    def main_profession(self) -> str:
        """Return the profession that the editor chose."""
        return str(self.profession)

    def door(self, language: str) -> Door:
        """Return the door that leads here."""
        return Door(
            self.icon,
            self.door_title or self.title,
            self.door_text,
            page_path(self.url_path, language),
        )

    def clean(self) -> None:
        """Refuse the address of a screen of ours."""
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError(
                {"slug": _("This address is taken by a screen of the site: choose another one.")}
            )
