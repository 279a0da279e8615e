"""The screen that adds a page, where two requests at the same time would take the same place in the tree.

Wagtail saves a draft half a second after the first key, while its author may already be pressing « Publier »: both
requests then add a first child at the same address and the second ends in a 500. Here nothing is saved before the
author asks for it, and those who add below one page wait for each other.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.create import CreateView
from wagtail.models import Page


class AddPageView(CreateView):
    """Wagtail's screen, without autosave until the page exists and one at a time for each parent."""

    @property
    def autosave_enabled(self) -> bool:
        """Say that nothing is saved by itself here; Wagtail's own assignment is let pass."""
        return False

    @autosave_enabled.setter
    def autosave_enabled(self, value: bool) -> None: ...

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Lock the parent before it is read, so that the place of the new page is still free when it is saved."""
        if request.method != "POST":
            return super().dispatch(request, *args, **kwargs)
        with transaction.atomic():
            Page.objects.select_for_update().filter(pk=self.kwargs["parent_page_id"]).first()
            return super().dispatch(request, *args, **kwargs)


urlpatterns = [
    path(
        "admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
        require_admin_access(AddPageView.as_view()),
        name="add_page",
    )
]
