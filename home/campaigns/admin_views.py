"""The screens on which the team makes links, downloads their QR codes and reads what they brought."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ui.addresses import absolute
from ui.exports import as_text

from . import qr, services
from .counts import counts_of
from .forms import LinkForm
from .models import CampaignLink
from .services import FOLLOW_PERMISSION

PAGE_SIZE = 50
View = Callable[..., HttpResponse]


def team_required(view: View) -> View:
    """Let only people who follow campaigns through; others get 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.has_perm(FOLLOW_PERMISSION):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@team_required
@require_GET
def link_list(request: HttpRequest) -> HttpResponse:
    """List the links with what each brought."""
    page = Paginator(CampaignLink.objects.for_lists(), PAGE_SIZE).get_page(request.GET.get("p"))
    context = {"page_obj": page, "rows": counts_of(page.object_list)}
    return TemplateResponse(request, "campaigns/admin/list.html", context)


@team_required
@require_http_methods(["GET", "POST"])
def link_new(request: HttpRequest) -> HttpResponse:
    """Make a link."""
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            link = services.create_link(**form.cleaned_data, now=timezone.now())
        except services.CodeTaken:
            form.add_error("code", _("This code leads somewhere already: choose another."))
        else:
            messages.success(
                request, _("The link is ready: print its QR code or copy its address.")
            )
            return redirect("campaigns_admin:detail", link.pk)
    context = {"form": form, "form_with_errors": form if form.errors else None}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "campaigns/admin/new.html", context, status=status)


@team_required
@require_GET
def link_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a link: its address, its QR code, its months."""
    link = _link_or_404(pk)
    [counts] = counts_of([link])
    context = {"link": link, "counts": counts, "address": absolute(link.address)}
    return TemplateResponse(request, "campaigns/admin/detail.html", context)


@team_required
@require_GET
def link_qr(request: HttpRequest, pk: int, kind: str) -> HttpResponse:  # noqa: ARG001 - a view's signature
    """Download the QR code of a link."""
    address = absolute(_link_or_404(pk).address)
    drawings = {"png": (qr.png, "image/png"), "svg": (qr.svg, "image/svg+xml")}
    if kind not in drawings:
        raise Http404
    draw, content_type = drawings[kind]
    response = HttpResponse(draw(address), content_type=content_type)
    code = address.rstrip("/").rpartition("/")[2]
    response["Content-Disposition"] = f'attachment; filename="qr-{code}.{kind}"'
    return response


@team_required
@require_GET
def link_export(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - a view's signature
    """Download what each link brought in each month, small numbers hidden as on the screens."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="campagnes.csv"'
    response.write("\ufeff")  # without it, spreadsheets misread accents
    writer = csv.writer(response, delimiter=";")
    writer.writerow([_("Campaign"), _("Code"), _("Where"), _("Month"), _("Visits"), _("Messages")])
    for row in counts_of(CampaignLink.objects.for_lists()):
        link = row.link
        names = [as_text(text) for text in (link.page.title, link.code, link.label)]
        for month in row.months:
            writer.writerow([*names, f"{month.first_day:%Y-%m}", month.visits, month.messages])
    return response


def _link_or_404(pk: int) -> CampaignLink:
    link: CampaignLink = get_object_or_404(CampaignLink.objects.for_lists(), pk=pk)
    return link
