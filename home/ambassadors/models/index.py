"""The page of the ambassadors, which lists their portraits."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from home.ambassadors.listing import PortraitChoice, list_portraits
from home.ambassadors.presentation import join_actions
from home.events.listing import next_events
from home.events.states import EventKind
from ui.addresses import contract_path
from ui.blocks.body import BodyStreamBlock
from ui.navigation import Shell, shell_for
from ui.pages import BasePage

MEETUPS_NUMBER = 3


class AmbassadorIndexPage(BasePage):
    """What an ambassador is, the portraits by territory or theme, the next meetings, how to join."""

    contract_slug = "ambassadeurs"

    introduction = StreamField(
        BodyStreamBlock(),
        verbose_name=_("what an ambassador is"),
        blank=True,
        help_text=_("Shown above the portraits. A few lines are enough."),
    )
    call_title = models.CharField(_("title of the call to join"), max_length=80, blank=True)
    call_text = models.CharField(_("text of the call to join"), max_length=240, blank=True)

    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        MultiFieldPanel(
            [FieldPanel("call_title"), FieldPanel("call_text")], heading=_("Call to join")
        ),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
    ]
    override_translatable_fields: ClassVar[list[Any]] = [
        *BasePage.override_translatable_fields,
        TranslatableField("introduction"),
        TranslatableField("call_title"),
        TranslatableField("call_text"),
    ]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["ambassadors.PortraitPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("ambassadors’ index")
        verbose_name_plural = _("ambassadors’ indexes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the portraits that the reader asked for and the next meetings."""
        context = super().get_context(request, *args, **kwargs)
        listing = list_portraits(index=self, choice=PortraitChoice.from_query(request.GET))
        self._shown = choice = listing.choice
        shell_for(request).want_pictures(each.photo_id for each in listing.page.object_list)
        context |= {
            "choice": choice,
            "listing": listing,
            "page_obj": listing.page,
            "meetups": next_events(
                locale_id=self.locale_id,
                now=timezone.now(),
                kinds=[EventKind.AMBASSADOR_MEETUP],
                number=MEETUPS_NUMBER,
            ),
            "agenda_path": contract_path("agenda", get_language() or "fr"),
            "join_url": reverse("ambassadors:join"),
            "charter_url": reverse("ambassadors:charter"),
            "call_actions": join_actions(),
        }
        return context

    def get_canonical(self, request: HttpRequest, shell: Shell) -> str:
        """Return the address of this part of the list."""
        choice: PortraitChoice = getattr(self, "_shown", PortraitChoice())
        page = choice.number if choice.number > 1 else ""
        return super().get_canonical(request, shell) + choice.query(page=page)
