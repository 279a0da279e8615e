"""Who answers, where one exercises, where interns live: what blocks show and editors keep up to date."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from home.health.fields import ChoiceListField
from home.health.querysets import ContactQuerySet, OnlineQuerySet
from home.health.states import HousingKind, Profession, StructureKind
from ui.telephones import is_telephone

from .words import own_words, shown_words

# Where requests to be called back go is said by those who read them, not by everybody who writes pages.
ROUTE = "health.answer_callbackrequest"


def check_telephone(number: str) -> None:
    """Refuse a number that nobody could call. Raises ValidationError."""
    if not is_telephone(number):
        raise ValidationError(
            _("This number seems incomplete. Example: 05 65 53 40 00."), code="telephone"
        )


class HealthContact(models.Model):
    """Somebody of the team, named on the site, whom health professionals call."""

    name = models.CharField(_("name"), max_length=120)
    function = models.CharField(_("function"), max_length=120)
    function_en = models.CharField(_("function, in English"), max_length=120, blank=True)
    professions = ChoiceListField(
        _("professions"),
        codes=Profession,
        blank=True,
        help_text=_(
            "Those whom this person answers. None ticked: everybody whom nobody else answers."
        ),
    )
    phone = models.CharField(_("telephone"), max_length=30, validators=[check_telephone])
    email = models.EmailField(_("e-mail address"), help_text=_("Receives the requests."))
    hours = models.CharField(_("hours"), max_length=120, blank=True)
    hours_en = models.CharField(_("hours, in English"), max_length=120, blank=True)
    photo = models.ForeignKey(
        "ui.SiteImage",
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=10)
    is_active = models.BooleanField(
        _("shown"), default=True, help_text=_("Untick when the person is away for long.")
    )

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldRowPanel([FieldPanel("function"), FieldPanel("function_en")]),
                FieldPanel("photo"),
            ],
            heading=_("The person"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email", permission=ROUTE)]),
                FieldRowPanel([FieldPanel("hours"), FieldPanel("hours_en")]),
            ],
            heading=_("How to reach them"),
        ),
        FieldPanel("professions", permission=ROUTE),
        FieldRowPanel([FieldPanel("order"), FieldPanel("is_active", permission=ROUTE)]),
    ]

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("health contact")
        verbose_name_plural = _("health contacts")

    def __str__(self) -> str:
        return self.name

    @property
    def shown_function(self) -> str:
        """Return the function in the reader's language."""
        return shown_words(self, "function")

    @property
    def shown_hours(self) -> str:
        """Return the hours in the reader's language."""
        return shown_words(self, "hours")


class HealthStructure(models.Model):
    """A place of care: where one exercises, or a practice to take over."""

    name = models.CharField(_("name"), max_length=140)
    kind = models.CharField(_("kind"), max_length=20, choices=StructureKind)
    municipality = models.ForeignKey(
        "territory.Municipality",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("commune"),
    )
    summary = models.CharField(
        _("in one sentence"),
        max_length=240,
        blank=True,
        help_text=_("Who works there, what is looked for."),
    )
    summary_en = models.CharField(_("in one sentence, in English"), max_length=240, blank=True)
    link = models.URLField(_("website"), blank=True)
    contact_name = models.CharField(
        _("person to ask for"),
        max_length=120,
        blank=True,
        help_text=_("Only with this person’s agreement: it is published."),
    )
    phone = models.CharField(
        _("telephone"), max_length=30, blank=True, validators=[check_telephone]
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=10)
    is_active = models.BooleanField(_("shown"), default=True)

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("municipality")]),
                FieldPanel("summary"),
                FieldPanel("summary_en"),
            ],
            heading=_("The structure"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("link"),
                FieldPanel("contact_name"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
            ],
            heading=_("How to reach it"),
        ),
        FieldRowPanel([FieldPanel("order"), FieldPanel("is_active")]),
    ]

    objects = OnlineQuerySet.as_manager()

    class Meta:
        verbose_name = _("health structure")
        verbose_name_plural = _("health structures")

    def __str__(self) -> str:
        return self.name

    @property
    def shown_summary(self) -> str:
        """Return the sentence in the reader's language."""
        return shown_words(self, "summary")


class HealthHousing(models.Model):
    """A place where interns may live during a placement."""

    title = models.CharField(_("title"), max_length=120)
    title_en = models.CharField(_("title, in English"), max_length=120, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=HousingKind)
    municipality = models.ForeignKey(
        "territory.Municipality",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("commune"),
    )
    places = models.PositiveSmallIntegerField(_("number of places"), default=1)
    monthly_price = models.DecimalField(
        _("price a month, in euros"),
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Empty when it is not known; 0 when it is free."),
    )
    conditions = models.CharField(_("conditions"), max_length=240, blank=True)
    conditions_en = models.CharField(_("conditions, in English"), max_length=240, blank=True)
    contact_name = models.CharField(_("person to ask for"), max_length=120, blank=True)
    phone = models.CharField(
        _("telephone"), max_length=30, blank=True, validators=[check_telephone]
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=10)
    is_active = models.BooleanField(_("shown"), default=True)

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("title"), FieldPanel("title_en")]),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("municipality")]),
                FieldRowPanel([FieldPanel("places"), FieldPanel("monthly_price")]),
                FieldPanel("conditions"),
                FieldPanel("conditions_en"),
            ],
            heading=_("The housing"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("contact_name"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
            ],
            heading=_("Whom to ask"),
        ),
        FieldRowPanel([FieldPanel("order"), FieldPanel("is_active")]),
    ]

    objects = OnlineQuerySet.as_manager()

    class Meta:
        verbose_name = _("housing for interns")
        verbose_name_plural = _("housing for interns")
        constraints = [
            models.CheckConstraint(
                condition=Q(places__gte=1),
                name="health_housing_has_a_place",
                violation_error_message=_("There is at least one place."),
            ),
            models.CheckConstraint(
                condition=Q(monthly_price__isnull=True) | Q(monthly_price__gte=0),
                name="health_housing_price_is_positive",
                violation_error_message=_("A price is zero or more."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_free(self) -> bool:
        """Say whether it costs nothing; a price that is not known is not free."""
        return self.monthly_price is not None and not self.monthly_price

    @property
    def shown_title(self) -> str:
        """Return the title in the reader's language."""
        return own_words(self, "title")

    @property
    def shown_conditions(self) -> str:
        """Return the conditions in the reader's language."""
        return shown_words(self, "conditions")
