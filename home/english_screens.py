"""The screens of what is no page: its English is written there, beside a French that is only read.

They show the texts of the site and no other column: no date, no address, no photo, nobody's account.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from home.editors import TRANSLATE_PERMISSION
from home.english_columns import known, lacks, shown_rows, translated_models
from home.english_forms import MenuForm, RowForm
from home.translation_rows import FROZEN
from home.translation_states import TranslationState
from ui.models import NavigationSettings

PAGE_SIZE = 50
View = Callable[..., HttpResponse]


def translators_only(view: View) -> View:
    """Let only people who translate through."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(TRANSLATE_PERMISSION):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def model_or_404(label: str) -> type[models.Model]:
    """Return the kind of that name whose English is written here."""
    for model in translated_models():
        if model._meta.label_lower == label and model._meta.label not in FROZEN:
            return model
    raise Http404


@translators_only
@require_GET
def texts(request: HttpRequest, label: str) -> HttpResponse:
    """List the rows of a kind that the site shows, with where the English of each stands."""
    model, seen = model_or_404(label), known()
    page = Paginator(shown_rows(model), PAGE_SIZE).get_page(request.GET.get("p"))
    rows = []
    for row in page:
        states = {one.state for one in lacks(row, seen)} or {TranslationState.TRANSLATED}
        words = ", ".join(str(state.label) for state in TranslationState if state in states)
        rows.append((row, words))
    context = {
        "label": label,
        "kind": capfirst(str(model._meta.verbose_name_plural)),
        "rows": rows,
        "page_obj": page,
    }
    return TemplateResponse(request, "home/admin/english_texts.html", context)


@translators_only
@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, label: str, pk: int) -> HttpResponse:
    """Write the English of a row."""
    model = model_or_404(label)
    row = get_object_or_404(shown_rows(model), pk=pk)
    form = RowForm(request.POST if request.method == "POST" else None, row=row)
    context = {"heading": str(row), "label": label, "kind": model._meta.verbose_name_plural}
    return _written(request, form, context) or redirect("translation_texts", label)


@translators_only
@require_http_methods(["GET", "POST"])
def menus(request: HttpRequest, site_id: int) -> HttpResponse:
    """Write the English of the menus of a site."""
    row = get_object_or_404(NavigationSettings, site_id=site_id)
    form = MenuForm(request.POST if request.method == "POST" else None, menus=row)
    context = {"heading": capfirst(str(row._meta.verbose_name_plural)), "label": ""}
    return _written(request, form, context) or redirect("page_translations_report")


def _written(
    request: HttpRequest, form: RowForm | MenuForm, context: dict[str, Any]
) -> HttpResponse | None:
    """Save what was written, and return None; else return the form."""
    if form.is_bound and form.is_valid():
        form.save(request.user)
        messages.success(request, _("The English is saved."))
        return None
    context |= {"form": form, "form_with_errors": form if form.is_bound else None}
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "home/admin/english_text.html", context, status=status)
