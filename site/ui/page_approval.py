"""The act of a reviewer on a page, where Wagtail would answer « you do not have permission » to what may not be online."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.workflow import WorkflowActionView

from ui.languages import PublicationRefused


class PageActionView(WorkflowActionView):
    """Wagtail's screen, which says why an approval would publish what it must not; the page then still waits."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Act, or go back to the page with the reason."""
        try:
            answer: HttpResponse = super().post(request, *args, **kwargs)
        except PublicationRefused as refused:
            messages.error(request, str(refused))
            address = reverse("wagtailadmin_pages:edit", args=[self.object.pk])
            if request.headers.get("x-requested-with") == "XMLHttpRequest":
                done = {"step": "success", "redirect": address}
                answer = self.render_modal_json(request, done)
            else:
                answer = redirect(address)
        return answer


urlpatterns = [
    path(
        "admin/pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
        require_admin_access(PageActionView.as_view()),
        name="act_on_page",
    )
]
