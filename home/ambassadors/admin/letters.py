"""A letter to the members: written once, read back with the number of people, then queued one mail each."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from home.ambassadors import services
from home.ambassadors.admin.forms import LetterForm
from home.ambassadors.admin.guard import PAGE_SIZE, StaffRequest, screens, team_required
from home.ambassadors.admin.members import chosen_members
from home.ambassadors.errors import RecipientsChanged
from home.ambassadors.models import Letter


@team_required
@require_GET
def letters(request: StaffRequest) -> HttpResponse:
    """List the letters sent: to how many, never to whom."""
    sent = Letter.objects.order_by("-created_at", "-pk")
    page = Paginator(sent, PAGE_SIZE).get_page(request.GET.get("p"))
    context = {"screens": screens("letters"), "page_obj": page}
    return TemplateResponse(request, "ambassadors/admin/letters.html", context)


@team_required
@require_http_methods(["GET", "POST"])
def write(request: StaffRequest) -> HttpResponse:
    """Write a letter to the members that the filters keep; it leaves from the second screen only."""
    filters, people = chosen_members(request)
    number = services.recipients_of(people).count()
    form = LetterForm(
        request.POST or None, initial={"language": filters.chosen().get("langue", "fr")}
    )
    context = {
        "screens": screens("letters"),
        "form": form,
        "number": number,
        "members": people.count(),
        "choice": filters.words(),
        "query": request.GET.urlencode(),
        "form_with_errors": None,
    }
    if not form.is_bound or "correct" in request.POST:
        return TemplateResponse(request, "ambassadors/admin/letter_write.html", context)
    if not form.is_valid() or not number:
        if not number:
            form.add_error(None, _("Nobody among these members agreed to receive letters."))
        context["form_with_errors"] = form
        template = "ambassadors/admin/letter_write.html"
        return TemplateResponse(request, template, context, status=422)
    if "send" in request.POST:
        return _send(request, form, context)
    return _read_back(request, form, context)


def _read_back(
    request: StaffRequest, form: LetterForm, context: dict[str, object], status: int = 200
) -> HttpResponse:
    values = {name: form.cleaned_data[name] for name in ("language", "subject", "text")}
    key = form.cleaned_data.get("key") or uuid.uuid4()
    context |= {"letter": values, "key": key}
    template = "ambassadors/admin/letter_check.html"
    return TemplateResponse(request, template, context, status=status)


def _send(request: StaffRequest, form: LetterForm, context: dict[str, object]) -> HttpResponse:
    _filters, people = chosen_members(request)
    try:
        letter = services.send_letter(
            people=people,
            subject=form.cleaned_data["subject"],
            text=form.cleaned_data["text"],
            language=form.cleaned_data["language"],
            choice=str(context["choice"]),
            expected=form.cleaned_data["expected"] or 0,
            key=form.cleaned_data["key"] or uuid.uuid4(),
            by=request.user,
            now=timezone.now(),
        )
    except RecipientsChanged as error:
        context["number"] = error.number
        messages.error(request, _("The members have changed meanwhile: read the number again."))
        return _read_back(request, form, context, status=409)
    words = ngettext(
        "Letter sent to %(number)d member.", "Letter sent to %(number)d members.", letter.number
    )
    messages.success(request, words % {"number": letter.number})
    return redirect("ambassadors_admin:letters")
