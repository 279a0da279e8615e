"""The screens on which the team reads messages and marks them as handled."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.models import Site

from . import services
from .delays import answer_days, late_before
from .emails import ANSWER_PERMISSION
from .forms import HandledForm
from .models import ContactMessage, ContactSettings
from .states import ContactSubject

if TYPE_CHECKING:
    from accounts.models import User

PAGE_SIZE = 50
SEARCH_MAX_LENGTH = 200


class StaffRequest(HttpRequest):
    """A request of a signed-in person, as the guard below leaves it."""

    user: User


View = Callable[..., HttpResponse]


def team_required(view: View) -> View:
    """Let only people who answer messages through; others get 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(ANSWER_PERMISSION):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@team_required
@require_GET
def message_list(request: StaffRequest) -> HttpResponse:
    """List the messages: those that wait, oldest first, or those that were handled."""
    shows_handled = request.GET.get("etat") == "traites"
    rows = ContactMessage.objects.handled() if shows_handled else ContactMessage.objects.waiting()
    subject = request.GET.get("sujet", "")
    if subject in ContactSubject.values:
        rows = rows.filter(subject=subject)
    q = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:SEARCH_MAX_LENGTH]
    rows = rows.matching(q)
    page = Paginator(rows.select_related("handled_by"), PAGE_SIZE).get_page(request.GET.get("p"))
    context = {
        "page_obj": page,
        "shows_handled": shows_handled,
        "subjects": ContactSubject.choices,
        "subject": subject,
        "q": q,
        **_boxes(request),
        "late_before": late_before(timezone.now()),
    }
    return TemplateResponse(request, "contact/admin/list.html", context)


@team_required
@require_GET
def message_detail(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a message whole."""
    return _screen(request, _message_or_404(pk), HandledForm())


@team_required
@require_POST
def mark_handled(request: StaffRequest, pk: int) -> HttpResponse:
    """Mark a message as handled, with what was done."""
    message = _message_or_404(pk)
    form = HandledForm(request.POST)
    if not form.is_valid():
        return _screen(request, message, form, status=422)
    services.handle_message(
        message=message, by=request.user, answer=form.cleaned_data["answer"], now=timezone.now()
    )
    messages.success(request, _("The message of %(who)s is handled.") % {"who": message.person})
    return redirect("contact_admin:list")


def _boxes(request: StaffRequest) -> dict[str, Any]:
    """Return the subjects without a mailbox of their own, and where one is given to them by who may."""
    site = Site.objects.get(is_default_site=True)
    boxes = ContactSettings.objects.filter(site=site).first() or ContactSettings(site=site)
    may = request.user.has_perm("contact.change_contactsettings")
    where = ("contact", "contactsettings", site.pk)
    return {
        "without_box": boxes.subjects_without_box,
        "settings_url": reverse("wagtailsettings:edit", args=where) if may else "",
    }


def _message_or_404(pk: int) -> ContactMessage:
    message: ContactMessage = get_object_or_404(
        ContactMessage.objects.select_related("handled_by"), pk=pk
    )
    return message


def _screen(
    request: StaffRequest, message: ContactMessage, form: HandledForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "message": message,
        "form": form,
        "form_with_errors": form if form.is_bound else None,
        "is_late": message.handled_at is None and message.created_at < late_before(timezone.now()),
        "days": answer_days(),
    }
    return TemplateResponse(request, "contact/admin/detail.html", context, status=status)
