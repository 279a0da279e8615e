"""What the admin holds translators to: complete pages, never ahead of their French."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail.models import Page
from wagtail.signals import page_unpublished
from wagtail_localize.views.update_translations import (
    UpdateTranslationsForm,
    UpdateTranslationsView,
)

from ui.languages import (
    has_words_left,
    is_source,
    refusal_to_publish,
    translations_of,
)
from ui.pages import BasePage


class UpdateForm(UpdateTranslationsForm):
    """Asks for nothing: a page is published from its own translation, once nothing is left in French."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["publish_translations"].widget = forms.HiddenInput()

    def clean_publish_translations(self) -> bool:
        """Never publish from here, whatever is sent."""
        return False


class UpdatePageTranslations(UpdateTranslationsView):
    """Give translators the French text of today; for pages, without publishing at once what is still in French."""

    def get_form(self) -> forms.Form:
        """Leave the choice of publishing out for pages; a key figure is published as it is saved."""
        if not isinstance(self.object.get_source_instance(), Page):
            return super().get_form()  # type: ignore[no-any-return]
        return UpdateForm(self.request.POST if self.request.method == "POST" else None)


def connect() -> None:
    """Follow the French pages that leave the site."""
    page_unpublished.connect(follow_source, dispatch_uid="home.translations_follow_source")


def follow_source(instance: Page, **_kwargs: Any) -> None:
    """Take the translations off the site with their French page."""
    if not is_source(instance):
        return
    for page in translations_of(instance).filter(live=True):
        page.specific.unpublish(log_action="wagtail.unpublish")


def refuse_unfinished(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to publish, from the screen of translations, what is incomplete or ahead of the French.

    The screen itself would publish the sentences that are left in French, as if they were translated.
    """
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    own = page.specific
    if is_source(own) or not isinstance(own, BasePage):
        return None
    refusal = refusal_to_publish(own)
    if refusal is not None:
        reason = str(refusal.message)
    elif has_words_left(own):
        reason = gettext(
            "Some sentences are not translated yet: readers keep the page as it is until all of them are."
        )
    else:
        return None
    messages.error(request, reason)
    return redirect("wagtailadmin_pages:edit", own.pk)
