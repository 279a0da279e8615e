"""The screens of wagtail-localize that ask for its one permission only, with the rights that the pages ask for.

Each is placed before wagtail-localize's own, at its address.
"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import DataError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from wagtail.models import Page
from wagtail_localize.views.edit_translation import edit_string_translation, upload_pofile
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)

from home.editors import TRANSLATE_PERMISSION
from ui.snippets_api import check_permission
from ui.writable import is_writable

# A sentence holds a few marks of bold or of links; what nests more is no sentence, and would exhaust the stack.
MOST_TAGS = 200
_TAG = re.compile("<[a-zA-Z]")


def may_be_read(user: Any, page: Page) -> bool:
    """Say whether somebody may be given the French words of a page: everybody reads what is online."""
    return bool(page.live or page.permissions_for_user(user).can_edit())


class SubmitPage(SubmitPageTranslationView):
    """Give translators a French page that is online; a draft only by those who write it."""

    def get_object(self) -> Page:
        """Return the page. Raises PermissionDenied for a draft of others, and for what follows the French."""
        page: Page = super().get_object()
        is_french = page.locale.language_code == settings.LANGUAGE_CODE
        if not is_french or not may_be_read(self.request.user, page):
            raise PermissionDenied(_("Only a French page that is online is translated."))
        return page

    def get_form(self) -> Any:
        """Leave out the pages below when drafts of others are among them."""
        form = super().get_form()
        below = self.object.get_descendants().not_live()
        if any(not may_be_read(self.request.user, page) for page in below):
            form.fields["include_subtree"] = forms.BooleanField(
                required=False, disabled=True, initial=False, widget=forms.HiddenInput()
            )
        return form


class SubmitSnippet(SubmitSnippetTranslationView):
    """Give translators what they may see in its own screens."""

    def get_object(self) -> Any:
        """Return the row. Raises PermissionDenied when its screens are closed to the reader."""
        check_permission(self.request.user, self.kwargs["app_label"], self.kwargs["model_name"])
        return super().get_object()


class Report(TranslationsReportView):
    """The report of wagtail-localize, for people who translate."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Ask for the permission, as our own report does."""
        if not request.user.has_perm(TRANSLATE_PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> Any:
        """Return the rows in an order that pages keep."""
        return super().get_queryset().order_by("pk")


class EditString(edit_string_translation.cls):
    """Keep the translation of a sentence; what no sentence holds is refused before it is kept."""

    def put(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Raise ValidationError, answered in 400, for a missing, unwritable or endlessly nested value."""
        value = request.POST.get("value")
        if value is None or not is_writable(value) or len(_TAG.findall(value)) > MOST_TAGS:
            raise ValidationError({"value": [_("This text cannot be kept: type it again.")]})
        return super().put(request, *args, **kwargs)


def upload_words(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Take a PO file in whole, or say that it cannot be read."""
    try:
        with transaction.atomic():
            answer: HttpResponse = upload_pofile(request, **kwargs)
            return answer
    except (RecursionError, LookupError, ValueError, DataError):
        messages.error(request, _("This file of translations cannot be read."))
        return redirect("wagtailadmin_home")


def urlpatterns() -> list[URLPattern]:
    """Return the addresses of wagtail-localize that are guarded here, to be placed before its own."""
    string = "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/"
    row = "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/"
    return [
        path("localize/submit/page/<int:page_id>/", SubmitPage.as_view()),
        path(row, SubmitSnippet.as_view()),
        path("localize/reports/translations/", Report.as_view()),
        path("localize/reports/translations/results/", Report.as_view(results_only=True)),
        path(string, EditString.as_view()),
        path("localize/translate/<int:translation_id>/pofile/upload/", upload_words),
    ]
