"""The screens of editors: addresses not found, old addresses, broken links, pages to read again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.models import Page

from . import links, services
from .forms import RedirectForm, TableForm
from .importing import Plan
from .models import BrokenLink, MissedAddress
from .reviews import stale_pages
from .services import MANAGE_PERMISSION
from .states import Verdict

if TYPE_CHECKING:
    from accounts.models import User

PAGE_SIZE = 50
# What is wrong with the first lines is enough to mend a table.
SHOWN_LINES = 200


class StaffRequest(HttpRequest):
    """A request of a signed-in person, as the guard below leaves it."""

    user: User


View = Callable[..., HttpResponse]


def editors_only(view: View) -> View:
    """Let only people who write or publish through; others get 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(MANAGE_PERMISSION):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@editors_only
@require_GET
def missed(request: HttpRequest) -> HttpResponse:
    """List what visitors asked for in vain, the most asked for first."""
    return _listed(request, "missed", MissedAddress.objects.to_handle())


@editors_only
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Make one redirection, its old address proposed by the list."""
    proposed = {"old": request.GET.get("ancienne", "").replace("\x00", "")[:200]}
    form = RedirectForm(request.POST or None, initial=proposed)
    if request.method == "POST" and form.is_valid():
        [line] = services.import_rows(form.rows(), timezone.now()).lines
        if line.verdict != Verdict.REFUSED:
            messages.success(
                request,
                _("%(old)s now leads to %(new)s.") % {"old": line.old, "new": line.target},
            )
            return redirect("redirection_admin:missed")
        form.add_error(None, str(line.note))
    return _form(request, "redirection/admin/add.html", form)


@editors_only
@require_POST
def ignore(request: HttpRequest, pk: int) -> HttpResponse:
    """Set an address aside."""
    services.ignore(missed=get_object_or_404(MissedAddress, pk=pk), now=timezone.now())
    messages.success(request, _("This address is not listed any more."))
    return redirect("redirection_admin:missed")


@editors_only
@require_http_methods(["GET", "POST"])
def import_table(request: HttpRequest) -> HttpResponse:
    """Check a table, then import it: two buttons of one form."""
    form = TableForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _form(request, "redirection/admin/import.html", form)
    rows, text = form.cleaned_data["rows"], form.cleaned_data["text"]
    is_import = request.POST.get("act") == "importer"
    act = services.import_rows if is_import else services.plan_import
    plan = act(rows, timezone.now())
    if is_import and not plan.refused:
        messages.success(request, _summary(plan))
        return redirect("redirection_admin:missed")
    return _form(
        request,
        "redirection/admin/import.html",
        TableForm(initial={"lines": text}),
        plan=plan,
        lines=plan.refused[:SHOWN_LINES] or plan.lines[:SHOWN_LINES],
        summary=_summary(plan),
        was_imported=is_import,
    )


@editors_only
@require_GET
def broken_links(request: HttpRequest) -> HttpResponse:
    """List the links of our pages that lead nowhere."""
    rows = BrokenLink.objects.select_related("page").order_by("page__title", "page_id", "pk")
    checked = BrokenLink.objects.order_by("-found_at").values_list("found_at", flat=True).first()
    return _listed(request, "links", rows, checked_at=checked)


@editors_only
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Check the links now."""
    number = links.check_links(timezone.now())
    messages.success(
        request,
        ngettext("%(number)d link to mend.", "%(number)d links to mend.", number)
        % {"number": number},
    )
    return redirect("redirection_admin:links")


@editors_only
@require_GET
def stale(request: HttpRequest) -> HttpResponse:
    """List the pages that nobody has read again for too long."""
    return _listed(request, "stale", stale_pages(timezone.now()), months=settings.STALE_PAGE_MONTHS)


@editors_only
@require_POST
def reviewed(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that a page was read again and that it holds."""
    page = get_object_or_404(stale_pages(timezone.now()), pk=pk)
    services.mark_reviewed(page=Page(pk=page.pk), by=request.user, now=timezone.now())
    messages.success(request, _("“%(title)s” is read again.") % {"title": page.title})
    return redirect("redirection_admin:stale")


def _listed(request: HttpRequest, screen: str, rows: Any, **context: Any) -> HttpResponse:
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p"))
    context |= {"page_obj": page, "screen": screen}
    return TemplateResponse(request, f"redirection/admin/{screen}.html", context)


def _form(request: HttpRequest, template: str, form: Any, **context: Any) -> HttpResponse:
    context |= {"form": form, "form_with_errors": form if form.errors else None}
    return TemplateResponse(request, template, context, status=422 if form.errors else 200)


def _summary(plan: Plan) -> str:
    return _(
        "New: %(new)d. Changed: %(changed)d. Known already: %(same)d. Refused: %(refused)d."
    ) % {
        "new": plan.count(Verdict.CREATED),
        "changed": plan.count(Verdict.CHANGED) + len(plan.straightened),
        "same": plan.count(Verdict.SAME),
        "refused": len(plan.refused),
    }
