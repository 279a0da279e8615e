"""The search page of the whole site."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ui.sites import site_for

from .forms import SearchForm
from .hints import about_english
from .results import Found, find, list_one
from .suggestions import suggest


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show what the words find, grouped by kind; every request gets a page."""
    form = SearchForm(request.GET)
    text, source = form.text, form.source
    now = timezone.now()
    site_for(request)  # with its settings: the addresses of pages then cost no query of their own
    if not text:
        found = Found(0, [])
    elif source:
        found = list_one(source, text, form.page_number, now=now, request=request)
    else:
        found = find(text, now=now, request=request)
    suggestion = suggest(text) if text and not found.total else None
    context = {
        "text": text,
        "is_cut": form.is_cut,
        "found": found,
        "source": source,
        "suggestion": suggestion,
        "hint": about_english(found.french),
        "skip_to_results": True,
        "all_results": reverse("search:results", query={"q": text}),
    }
    return render(request, "search/results.html", context)
