"""The charter: the version in force, and the next one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from home.ambassadors import services
from home.ambassadors.admin.forms import CharterForm
from home.ambassadors.admin.guard import StaffRequest, screens, team_required
from home.ambassadors.errors import ActNotAllowed
from home.ambassadors.models import Charter


@team_required
@require_http_methods(["GET", "POST"])
def charter(request: StaffRequest) -> HttpResponse:
    """Read the charter, or publish its next version; what people accepted keeps its words."""
    current = Charter.objects.current()
    version = current.version if current else 0
    begin = {
        "text": current.text if current else "",
        "text_en": current.text_en if current else "",
        "version": version,
    }
    form = CharterForm(request.POST or None, initial=begin)
    status = 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            # Another version was published since this page was shown: it is read before it is replaced.
            if form.cleaned_data["version"] == version and _publish(form):
                messages.success(request, _("The charter is published."))
                return redirect("ambassadors_admin:charter")
            messages.error(
                request, _("A colleague has just published another version: read it first.")
            )
            form, status = CharterForm(initial=begin), 409
    context = {
        "screens": screens("charter"),
        "form": form,
        "current": current,
        "form_with_errors": form if status == 422 else None,
    }
    return TemplateResponse(request, "ambassadors/admin/charter.html", context, status=status)


def _publish(form: CharterForm) -> bool:
    try:
        services.publish_charter(
            text=form.cleaned_data["text"],
            text_en=form.cleaned_data["text_en"],
            now=timezone.now(),
        )
    except ActNotAllowed:
        return False
    return True
