"""Keep the files of the kit where only those who may have them can fetch them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ui.models import SiteDocument

from .models import KitVersion
from .setup import is_in_kit


def must_stay() -> str:
    """Say why a file does not leave its collection."""
    return _(
        "This file is part of the communication kit: it stays in the private collection “Kit de communication”."
    )


def stays_private(document: SiteDocument) -> str:
    """Return why a file of the kit may not leave the private collection; nothing when it does not."""
    is_used = document.pk is not None and KitVersion.objects.filter(document=document).exists()
    return must_stay() if is_used and not is_in_kit(document.collection) else ""


def refuse_bulk_move(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Refuse to move files of the kit together with others: Wagtail writes that without asking them."""
    if action_type != "add_to_collection" or action.model is not SiteDocument:
        return None
    target = action.cleaned_form.cleaned_data["collection"]
    moved = [document.pk for document in objects]
    if is_in_kit(target) or not KitVersion.objects.filter(document_id__in=moved).exists():
        return None
    messages.error(request, must_stay())
    return redirect(action.next_url)
