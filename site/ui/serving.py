"""Find and serve a page with few queries: the site with its settings, the page, its own type."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Exists, Subquery, Value
from django.db.models.functions import Concat
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from ui.languages import is_behind, with_source_dates
from ui.sites import site_for

# The page types of most addresses: their own columns come with the page's row.
_joined: list[str] = []


def read_with_the_row(*models: type[Page]) -> None:
    """Read pages of these types in one query instead of two; call it from an app's `ready()`."""
    _joined.extend(str(model._meta.model_name) for model in models)


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a page of the tree; what the short road does not find takes Wagtail's own."""
    page = find_page(request, path)
    if page is not None:
        request._wagtail_route_for_request = RouteResult(page)  # type: ignore[attr-defined]
    response: HttpResponse = wagtail_serve(request, path)
    return response


def find_page(request: HttpRequest, path: str) -> Any:
    """Return the live page at a path, of its own type; None when there is none."""
    site = site_for(request)
    if site is None:
        return None
    language = get_language() or settings.LANGUAGE_CODE
    root = Page.objects.filter(
        translation_key=site.root_page.translation_key, locale__language_code=language, live=True
    )
    ending = "/".join(part for part in path.split("/") if part)
    address = Concat(Subquery(root.values("url_path")[:1]), Value(f"{ending}/" if ending else ""))
    rows = (
        Page.objects.filter(live=True, url_path=address)
        .select_related("locale", *_joined)
        .annotate(has_restrictions=Exists(PageViewRestriction.objects.all()))
    )
    if language == settings.LANGUAGE_CODE:
        row = rows.first()
        return own_type(row) if row is not None else None
    row = with_source_dates(rows).first()
    page = own_type(row) if row is not None else None
    if page is not None:
        page.is_behind_source = is_behind(row)
    return page


def own_type(row: Page) -> Any:
    """Return the page as its own type, keeping what was read with it."""
    model = row.specific_class
    if model is None or model.route is not Page.route:
        return None  # it answers below its own address: Wagtail's road knows how
    accessor = model._meta.model_name or ""
    page = getattr(row, accessor) if accessor in _joined else model._default_manager.get(pk=row.pk)
    page.locale = row.locale
    page.no_page_is_private = not row.has_restrictions
    return page
