"""The agenda and its events. Facts (when, where, how many) are written on the French page and copied to the others."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from home.events import checks, wording
from home.events.facts import FACTS
from home.events.panels import EVENT_PANELS, EventForm
from home.events.querysets import EventManager
from home.events.states import EventFormat, EventKind, RegistrationMode
from ui.addresses import contract_path, page_path
from ui.blocks.body import BodyStreamBlock
from ui.navigation import Shell, shell_for
from ui.pages import BasePage

LARGEST_PARTY = 20


class EventIndexPage(BasePage):
    """The agenda: what is to come, by month, and the archive."""

    contract_slug = "agenda"

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["events.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agendas")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the events that the reader asked for."""
        from home.events.listing import AgendaChoice, list_events  # which lists this model's rows
        from home.events.presentation import subscribe_url  # as above

        context = super().get_context(request, *args, **kwargs)
        choice = AgendaChoice.from_query(request.GET)
        listing = list_events(index=self, choice=choice, now=timezone.now())
        context |= {
            "choice": choice,
            "listing": listing,
            "page_obj": listing.page,
            "subscribe_url": subscribe_url(),
        }
        return context

    def get_canonical(self, request: HttpRequest, shell: Shell) -> str:
        """Return the address of this part of the list."""
        from home.events.listing import AgendaChoice  # as above

        choice = AgendaChoice.from_query(request.GET)
        page = choice.number if choice.number > 1 else ""
        return super().get_canonical(request, shell) + choice.query(page=page)


class EventPage(BasePage):
    """Something that takes place, one day or several."""

    grows_stale = False

    kind = models.CharField(_("kind"), max_length=30, choices=EventKind)
    starts_at = models.DateTimeField(_("start"), db_index=True)
    ends_at = models.DateTimeField(_("end"), db_index=True)
    is_all_day = models.BooleanField(
        _("without hours"),
        default=False,
        help_text=_("Tick when only the days are known: the hours typed are then left out."),
    )
    format = models.CharField(
        _("on site or online"), max_length=10, choices=EventFormat, default=EventFormat.ON_SITE
    )
    online_url = models.URLField(
        _("address of the online meeting"),
        max_length=300,
        blank=True,
        help_text=_("Never shown on the page: only those who have a place receive it."),
    )
    place_name = models.CharField(_("place"), max_length=120, blank=True)
    street = models.CharField(_("street and number"), max_length=160, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    city = models.CharField(_("town"), max_length=100, blank=True)
    is_step_free = models.BooleanField(
        _("accessible to people with reduced mobility"), default=False
    )
    has_hearing_loop = models.BooleanField(_("hearing loop"), default=False)
    access_notes = models.TextField(
        _("how to get there"),
        max_length=600,
        blank=True,
        help_text=_("Public transport, car park, entrance, sign language…"),
    )
    organiser = models.CharField(_("organiser"), max_length=140, blank=True)
    is_free = models.BooleanField(_("free of charge"), default=True)
    price = models.CharField(
        _("price"), max_length=140, blank=True, help_text=_("For example: 5 € la journée.")
    )
    is_cancelled = models.BooleanField(
        _("cancelled"),
        default=False,
        help_text=_("Publishing the page then writes to all those who are registered."),
    )
    cancellation_message = models.TextField(
        _("message about the cancellation"), max_length=500, blank=True
    )
    registration_mode = models.CharField(
        _("registration"), max_length=10, choices=RegistrationMode, default=RegistrationMode.NONE
    )
    registration_opens_at = models.DateTimeField(_("open from"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(
        _("open until"),
        null=True,
        blank=True,
        help_text=_("Without it, until the event starts."),
    )
    external_url = models.URLField(_("address of the registration"), max_length=300, blank=True)
    capacity = models.PositiveIntegerField(
        _("number of places"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Persons in all. Without it, everybody may come."),
    )
    max_party = models.PositiveSmallIntegerField(
        _("persons in one registration"),
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(LARGEST_PARTY)],
        help_text=_("At most."),
    )
    photo = models.ForeignKey(
        "ui.SiteImage",
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("With its alternative text and its credit, both required."),
    )
    body = StreamField(BodyStreamBlock(), verbose_name=_("text"), blank=True)
    offer_numbers = models.CharField(
        _("related offers, by number"),
        max_length=120,
        blank=True,
        help_text=_("Separated by commas, for example: 12, 45. An offer that ends disappears."),
    )
    offer_search = models.CharField(
        _("related offers, by search"),
        max_length=100,
        blank=True,
        help_text=_("The words of a search, for example: infirmier."),
    )
    employers = ParentalManyToManyField(
        "employers.Employer",
        verbose_name=_("related employers"),
        blank=True,
        related_name="+",
        help_text=_("Verified employers only; one that is suspended disappears from the page."),
    )

    base_form_class = EventForm
    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, *EVENT_PANELS]
    # The address of the online meeting is in no search field, as it is on no page.
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("place_name"),
        index.SearchField("city"),
        index.SearchField("organiser"),
        index.SearchField("body"),
        index.FilterField("starts_at"),
        index.FilterField("kind"),
    ]
    override_translatable_fields: ClassVar[list[Any]] = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in FACTS),
        SynchronizedField("employers", overridable=False),
        TranslatableField("access_notes"),
        TranslatableField("price"),
        TranslatableField("cancellation_message"),
    ]
    parent_page_types: ClassVar[list[str]] = ["events.EventIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    objects = EventManager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=models.F("starts_at")),
                name="events_end_follows_start",
                violation_error_message=_("The event ends before it starts."),
            ),
            models.CheckConstraint(
                condition=models.Q(capacity__isnull=True) | models.Q(capacity__gte=1),
                name="events_capacity_of_somebody",
                violation_error_message=_("At least one person may come."),
            ),
        ]

    def minimal_clean(self) -> None:
        """Refuse, for drafts too, an address that a page of ours has, and dates that the database refuses."""
        super().minimal_clean()
        checks.check_slug(self)
        checks.check_dates(self)

    def clean(self) -> None:
        """Leave out the hours of an event without hours; refuse what contradicts itself."""
        checks.leave_hours_out(self)
        checks.check_slug(self)
        checks.check_dates(self)
        super().clean()

    def check_complete(self) -> None:
        """Ask for what a reader needs before coming."""
        if errors := checks.missing(self):
            raise ValidationError(errors)

    @property
    def address(self) -> str:
        """Return where the page is."""
        return page_path(self.url_path, self.locale.language_code)

    @property
    def first_day(self) -> dt.date:
        """Return the first day, in the Lot."""
        return timezone.localtime(self.starts_at).date()

    @property
    def last_day(self) -> dt.date:
        """Return the last day, in the Lot; midnight is still the day before."""
        end = timezone.localtime(max(self.starts_at, self.ends_at - dt.timedelta(seconds=1)))
        return end.date()

    @property
    def date(self) -> dt.date:
        """Return the day of the badge."""
        return self.first_day

    @property
    def when(self) -> str:
        """Return the day and the hours, in words."""
        return wording.when_in_words(self)

    @property
    def place(self) -> str:
        """Return the place, in words."""
        return wording.place_in_words(self)

    @property
    def is_online_only(self) -> bool:
        """Say whether there is no place to go to."""
        return self.format == EventFormat.ONLINE

    def get_meta_image_id(self) -> int | None:
        """Return the number of the picture that stands for the event."""
        number: int | None = self.social_image_id or self.photo_id
        return number

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what a reader may do, and what goes with the event."""
        from home.events.presentation import event_context  # which reads rows of this model

        context = super().get_context(request, *args, **kwargs)
        shell_for(request).want_pictures([self.photo_id])
        agenda_path = contract_path("agenda", get_language() or "fr")
        context |= event_context(self, now=timezone.now()) | {"agenda_path": agenda_path}
        return context
