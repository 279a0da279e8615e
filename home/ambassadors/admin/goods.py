"""Goods: what there is, what was asked for, what leaves."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from home.ambassadors import services
from home.ambassadors.admin.forms import GoodForm, RefusalForm
from home.ambassadors.admin.guard import PAGE_SIZE, StaffRequest, screens, team_required
from home.ambassadors.errors import ActNotAllowed, OutOfStock
from home.ambassadors.models import Good, GoodRequest


@team_required
@require_GET
def goods(request: StaffRequest) -> HttpResponse:
    """Show what waits for a parcel, and the stock."""
    return _draw(request)


def _draw(
    request: StaffRequest, *, status: int = 200, bound: tuple[int, RefusalForm] | None = None
) -> HttpResponse:
    waiting = GoodRequest.objects.to_send().select_related("ambassador", "good")
    page: Any = Paginator(waiting, PAGE_SIZE).get_page(request.GET.get("p"))
    page.object_list = [
        (one, bound[1] if bound and bound[0] == one.pk else refusal_form(one.pk)) for one in page
    ]
    context = {
        "screens": screens("goods"),
        "page_obj": page,
        "goods": Good.objects.order_by("-is_active", "name", "pk"),
        "form_with_errors": bound[1] if bound else None,
    }
    return TemplateResponse(request, "ambassadors/admin/goods.html", context, status=status)


def refusal_form(pk: int, data: Any = None) -> RefusalForm:
    """Return the form that refuses a request; several stand on one screen."""
    return RefusalForm(data, auto_id=f"good_{pk}_%s")


@team_required
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest, pk: int | None = None) -> HttpResponse:
    """Add a thing, or change it and its stock."""
    good: Good | None = get_object_or_404(Good, pk=pk) if pk is not None else None
    form = GoodForm(request.POST or None, instance=good)
    if form.is_valid():
        try:
            kept = services.keep_good(good=form.instance, change=form.cleaned_data["change"] or 0)
        except OutOfStock as error:
            form.add_error(
                "change",
                _("There are only %(left)d left: you cannot take that many away.")
                % {"left": error.left},
            )
        else:
            messages.success(request, _("%(name)s: recorded.") % {"name": kept.name})
            return redirect("ambassadors_admin:goods")
    has_errors = form.is_bound and bool(form.errors)
    context = {
        "screens": screens("goods"),
        "form": form,
        "good": good,
        "form_with_errors": form if has_errors else None,
    }
    template = "ambassadors/admin/good_edit.html"
    return TemplateResponse(request, template, context, status=422 if has_errors else 200)


@team_required
@require_POST
def send(request: StaffRequest, pk: int) -> HttpResponse:
    """Note that a parcel has left: the person is told, their address is erased."""
    asked = get_object_or_404(GoodRequest, pk=pk)
    try:
        services.send_good(asked=asked, by=request.user, now=timezone.now())
    except ActNotAllowed:
        return _handled(request)
    messages.success(request, _("Parcel sent; the person is told."))
    return redirect("ambassadors_admin:goods")


@team_required
@require_POST
def refuse(request: StaffRequest, pk: int) -> HttpResponse:
    """Refuse goods with a reason: they go back to the stock."""
    asked = get_object_or_404(GoodRequest, pk=pk)
    form = refusal_form(pk, request.POST)
    if not form.is_valid():
        return _draw(request, status=422, bound=(pk, form))
    try:
        services.refuse_good(
            asked=asked, by=request.user, reason=form.cleaned_data["reason"], now=timezone.now()
        )
    except ActNotAllowed:
        return _handled(request)
    messages.success(request, _("Request refused; the person is told."))
    return redirect("ambassadors_admin:goods")


def _handled(request: StaffRequest) -> HttpResponse:
    messages.error(request, _("This request has been answered already."))
    return _draw(request, status=409)
