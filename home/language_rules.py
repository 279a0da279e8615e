"""What the admin holds translators to: complete pages, never ahead of their French."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from wagtail.models import Page
from wagtail.signals import page_unpublished
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import stop_translation
from wagtail_localize.views.update_translations import (
    UpdateTranslationsForm,
    UpdateTranslationsView,
)

from home.translation_doors import may_be_read
from ui.languages import (
    is_older_than_its_words,
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

    def get_object(self) -> Any:
        """Return the source. Raises PermissionDenied when its French is a draft of others."""
        found = super().get_object()
        page = found.get_source_instance()
        if isinstance(page, Page) and not may_be_read(self.request.user, page):
            raise PermissionDenied
        return found

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
    if refusal is None:
        return None
    messages.error(request, str(refusal.message))
    return redirect("wagtailadmin_pages:edit", own.pk)


def stop_or_refuse(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Stop the translation of a key figure; that of a page goes on, or the page would say what no French text does."""
    translation = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    if not issubclass(translation.source.specific_content_type.model_class(), Page):
        answer: HttpResponse = stop_translation(request, translation_id)
        return answer
    _refuse_to_detach(request)
    return redirect("wagtailadmin_pages:edit", translation.get_target_instance().pk)


def keep_alias(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to make an ordinary page of one that repeats the French: it would follow nothing, and be online."""
    if is_source(page):
        return None
    _refuse_to_detach(request)
    return redirect("wagtailadmin_pages:edit", page.pk)


def _refuse_to_detach(request: HttpRequest) -> None:
    messages.error(
        request,
        gettext(
            "A page always follows its French page: nothing is published that no French text says. To leave it in"
            " French, convert it to an alias; to say something else, change the French first."
        ),
    )


def refuse_in_bulk(
    request: HttpRequest, action_type: str, objects: Any, _action: Any
) -> HttpResponse | None:
    """Refuse to publish among others a page that may not be online, with the reason."""
    if action_type != "publish" or request.method != "POST":
        return None
    for page in _published_in_bulk(request, objects):
        reason = _reason_not_to_publish(page.specific)
        if reason:
            messages.error(request, f"{page.get_admin_display_title()} – {reason}")
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


def _published_in_bulk(request: HttpRequest, objects: Any) -> Iterator[Page]:
    """Yield the pages that were ticked, and the drafts below them when those are asked for too."""
    for page in objects:
        if isinstance(page, Page):
            yield page
            if request.POST.get("include_descendants"):
                yield from page.get_descendants().not_live()


def _reason_not_to_publish(page: Any) -> str:
    if not isinstance(page, BasePage):
        return ""
    refusal = refusal_to_publish(page)
    if refusal is not None:
        return str(refusal.message)
    if is_older_than_its_words(page):
        return gettext(
            "The draft is older than its translation: open the page and publish it from there."
        )
    return ""


def begin_again(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Begin again the translation of a page that was detached: it says at once what its translation says.

    With words left in French the page stays as it is, told as behind. Only who may publish does it.
    """
    if request.method != "POST" or "localize-restart-translation" not in request.POST:
        return None
    own = page.specific
    stopped = Translation.objects.filter(
        source__object_id=own.translation_key, target_locale_id=own.locale_id, enabled=False
    ).first()
    if stopped is None or not isinstance(own, BasePage):
        return None
    if not own.permissions_for_user(request.user).can_publish():
        messages.error(request, gettext("Only people who publish begin a translation again."))
        return redirect("wagtailadmin_pages:edit", own.pk)
    stopped.enabled = True
    stopped.save(update_fields=["enabled"])
    if refusal_to_publish(own) is None:
        stopped.save_target(user=request.user, publish=True)
    messages.success(request, gettext("The page follows its French page again."))
    return redirect("wagtailadmin_pages:edit", own.pk)
