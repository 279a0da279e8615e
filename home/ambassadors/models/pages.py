"""Portraits, and what keeps one offline; the page that lists them is in `index`."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from home.ambassadors.presentation import join_actions, section_path
from home.ambassadors.querysets import PortraitManager
from home.ambassadors.states import AmbassadorStatus, PortraitTheme, Purpose
from ui.addresses import page_path
from ui.blocks.body import BodyStreamBlock
from ui.checklist import Check
from ui.languages import PublicationRefused
from ui.navigation import shell_for
from ui.pages import BasePage

RELATED_NUMBER = 3
SCENES = ("village", "vignes", "pont", "nuit")
# Below the index, these addresses are those of forms: see `home.ambassadors.urls`.
RESERVED_SLUGS = frozenset({"devenir", "charte", "espace"})
NO_CONSENT = _(
    "This ambassador has withdrawn their consent to publication, or never gave it: the page stays offline."
)

NOT_LINKED = _(
    "This portrait is linked to no member of the network: nothing proves that the person agrees to be published. Save the"
    " draft, then ask the team of the ambassadors to link it to the person’s file (Ambassadors, Portrait on the site). Tick"
    " “Fictional” only when the person does not exist."
)


class ConsentMissing(PublicationRefused):
    """Raised when a portrait would be online without the agreement of the person."""

    message = NO_CONSENT


class PersonNotLinked(ConsentMissing):
    """Raised when nobody can tell whether the person of a portrait agrees: it is tied to no file."""

    message = NOT_LINKED


class PortraitPage(BasePage):
    """An ambassador in a photo, a quote and a few paragraphs; the title of the page is the person's name."""

    og_type = "profile"

    place = models.CharField(
        _("place"),
        max_length=120,
        help_text=_("Where the person lives, in the Lot or not: Figeac, Toulouse, Montréal…"),
    )
    territory = models.ForeignKey(
        "territory.Territory",
        verbose_name=_("territory"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("When the person lives or works in one: the list is filtered by it."),
    )
    theme = models.CharField(_("theme"), max_length=20, choices=PortraitTheme)
    second_theme = models.CharField(
        _("other theme"), max_length=20, choices=PortraitTheme, blank=True
    )
    quote = models.CharField(_("quote"), max_length=300, blank=True)
    photo = models.ForeignKey(
        "ui.SiteImage",
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("With its alternative text, its credit and its rights, all three required."),
    )
    photo_agreed_on = models.DateField(
        _("agreement of the person photographed, given on"),
        null=True,
        blank=True,
        help_text=_(
            "The day on which the person agreed to this photo being published, in writing."
        ),
    )
    is_fictional = models.BooleanField(
        _("fictional"),
        default=False,
        help_text=_("An example: the person does not exist, and the page says so."),
    )
    body = StreamField(BodyStreamBlock(), verbose_name=_("portrait"), blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("place"), FieldPanel("territory")]),
        FieldRowPanel([FieldPanel("theme"), FieldPanel("second_theme")]),
        MultiFieldPanel(
            [FieldPanel("photo"), FieldPanel("photo_agreed_on"), FieldPanel("is_fictional")],
            heading=_("Photo and rights"),
        ),
        FieldPanel("quote"),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("place"),
        index.SearchField("quote"),
        index.SearchField("body"),
        index.FilterField("theme"),
    ]
    override_translatable_fields: ClassVar[list[Any]] = [
        *BasePage.override_translatable_fields,
        TranslatableField("place"),
        TranslatableField("quote"),
        SynchronizedField("territory", overridable=False),
        SynchronizedField("theme", overridable=False),
        SynchronizedField("second_theme", overridable=False),
        SynchronizedField("photo", overridable=False),
        SynchronizedField("photo_agreed_on", overridable=False),
        SynchronizedField("is_fictional", overridable=False),
    ]
    parent_page_types: ClassVar[list[str]] = ["ambassadors.AmbassadorIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    objects = PortraitManager()

    class Meta:
        verbose_name = _("portrait")
        verbose_name_plural = _("portraits")

    @property
    def address(self) -> str:
        """Return where the portrait is."""
        return page_path(self.url_path, self.locale.language_code)

    @property
    def scene(self) -> str:
        """Return the drawing shown while there is no photo: the same for a portrait in each language."""
        return SCENES[sum(self.slug.encode()) % len(SCENES)]

    @property
    def card_text(self) -> str:
        """Return the line of the lists: where, then in one line who."""
        return " – ".join(part for part in (self.place, self.summary) if part)

    @property
    def card_tag(self) -> str:
        """Return the tag of the lists: that the person does not exist, else the theme."""
        return gettext("Fictional portrait") if self.is_fictional else self.get_theme_display()

    def clean(self) -> None:
        """Refuse an address that is a form's."""
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("This address is that of a form: choose another.")})

    def check_complete(self) -> None:
        """Ask for the line of the lists, a photo with its rights, the quote or the text, and the person's consent."""
        errors: dict[str, Any] = {}
        if not self.summary:
            errors["summary"] = _("Write in one line who this person is.")
        if not (self.quote or self.body):
            errors["quote"] = _("Write the quote or the portrait.")
        errors |= self._photo_errors()
        refusal = self.consent_refusal
        if refusal is not None:
            errors["is_fictional" if isinstance(refusal, PersonNotLinked) else "title"] = (
                refusal.message
            )
        if errors:
            raise ValidationError(errors)

    def _photo_errors(self) -> dict[str, Any]:
        photo = self.photo
        if photo is not None and not (photo.description and photo.credit and photo.rights):
            return {
                "photo": _(
                    "This image lacks its alternative text, its credit or its rights: complete it first."
                )
            }
        if photo is not None and not self.is_fictional and self.photo_agreed_on is None:
            return {
                "photo_agreed_on": _(
                    "Give the day on which the person photographed agreed. Without it the portrait is not published."
                )
            }
        return {}

    def own_checks(self) -> list[Check]:
        """Say before publishing whether the person agrees, and what to do when nobody knows."""
        refusal = self.consent_refusal
        return [
            Check(
                "consent",
                gettext("The person agrees to the publication of this portrait"),
                refusal is None,
                str(refusal.message) if refusal is not None else "",
                is_required=True,
            )
        ]

    @property
    def consent_refusal(self) -> ConsentMissing | None:
        """Return why the portrait may not be online: its member does not agree, or it is of a real person and of no member.

        Only a portrait of nobody, declared as such, is published without a member.
        """
        from home.ambassadors.models.people import Ambassador

        people = Ambassador.objects.filter(portrait__translation_key=self.translation_key).exclude(
            status=AmbassadorStatus.ERASED
        )
        if people.members().agreeing_to(Purpose.PUBLICATION).exists():
            return None
        if people.exists():
            return ConsentMissing()
        return None if self.is_fictional else PersonNotLinked()

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        """Publish, unless the person does not agree: a programmed publication is then left out.

        What is asked is what the version says: the page may have been fictional until now. Raises ConsentMissing when
        somebody publishes by hand, programmes, or approves, what the person refused.
        """
        refusal = revision.as_object().consent_refusal
        if refusal is None:
            return super().publish(revision, *args, **kwargs)
        if revision.approved_go_live_at is not None:
            return None
        raise refusal

    def get_meta_image_id(self) -> int | None:
        """Return the number of the picture that stands for the portrait."""
        number: int | None = self.social_image_id or self.photo_id
        return number

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the portraits to read next, and read every picture at once."""
        context = super().get_context(request, *args, **kwargs)
        related = list(PortraitPage.objects.related_to(self)[:RELATED_NUMBER])
        shell_for(request).want_pictures([self.photo_id, *(each.photo_id for each in related)])
        context |= {
            "related": related,
            "index_path": section_path(),
            "call_title": gettext("Do you love the Lot too?"),
            "call_text": gettext(
                "Ambassadors live everywhere. Tell us how you would like to help."
            ),
            "call_actions": join_actions(),
        }
        return context
