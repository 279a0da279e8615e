"""The form with which editors write an event."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from jobs.employers.states import EmployerStatus
from ui.panels import ContractPageForm


class EventForm(ContractPageForm):
    """Offers verified employers only: the names of the others are read by those who verify them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("employers"):
            # Those chosen before stay: a suspension hides them from the page, it does not block its form.
            chosen = [employer.pk for employer in self.instance.employers.all()]
            field.queryset = field.queryset.filter(
                Q(status=EmployerStatus.VERIFIED) | Q(pk__in=chosen)
            )


EVENT_PANELS: list[Any] = [
    MultiFieldPanel(
        [
            FieldPanel("kind"),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldPanel("is_all_day"),
        ],
        heading=_("What and when"),
    ),
    MultiFieldPanel(
        [FieldPanel("is_cancelled"), FieldPanel("cancellation_message")], heading=_("Cancellation")
    ),
    MultiFieldPanel(
        [
            FieldPanel("format"),
            FieldPanel("place_name"),
            FieldPanel("street"),
            FieldRowPanel([FieldPanel("postcode"), FieldPanel("city")]),
            FieldPanel("online_url"),
        ],
        heading=_("Where"),
    ),
    MultiFieldPanel(
        [FieldPanel("is_step_free"), FieldPanel("has_hearing_loop"), FieldPanel("access_notes")],
        heading=_("Access"),
    ),
    MultiFieldPanel(
        [FieldPanel("organiser"), FieldPanel("is_free"), FieldPanel("price")],
        heading=_("Organiser and price"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("registration_mode"),
            FieldRowPanel([FieldPanel("capacity"), FieldPanel("max_party")]),
            FieldRowPanel(
                [FieldPanel("registration_opens_at"), FieldPanel("registration_closes_at")]
            ),
            FieldPanel("external_url"),
        ],
        heading=_("Registration"),
        help_text=_("Names and addresses are read by the team only, on the screen “Agenda”."),
    ),
    FieldPanel("photo"),
    FieldPanel("body"),
    MultiFieldPanel(
        [FieldPanel("offer_numbers"), FieldPanel("offer_search"), FieldPanel("employers")],
        heading=_("Related offers and employers"),
    ),
]
