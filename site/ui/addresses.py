"""Addresses of pages, computed from what is already read: no query, no cache."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.text import slugify
from wagtail.models import PageViewRestriction

PAGE_VIEW = "wagtail_serve"
# What accent folding leaves out, and what would glue two words.
PLAIN_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ß": "ss", "’": "-", "'": "-", "–": "-"}
)
# Other sites, printed kits and the programme's own links count on these addresses.
CONTRACT_SLUGS = frozenset(
    {
        "offres",
        "actualites",
        "sante",
        "ambassadeurs",
        "s-installer",
        "agenda",
        "contact",
        "campagnes",
        "accessibilite",
        "mentions-legales",
        "donnees-personnelles",
        "cookies",
        "plan-du-site",
    }
)


def slug_of(title: str) -> str:
    """Return a title in plain letters: « L’œuvre » gives l-oeuvre."""
    return slugify(title.translate(PLAIN_LETTERS))


def language_prefix(language: str) -> str:
    """Return what precedes a path in a language: nothing in French, `/en` in English."""
    return "" if language == settings.LANGUAGE_CODE else f"/{language}"


def page_path(url_path: str, language: str) -> str:
    """Return the path of a page, given Wagtail's `url_path` (whose first part is the home page's own slug)."""
    return f"{language_prefix(language)}/{url_path.split('/', 2)[2]}"


def contract_path(slug: str, language: str) -> str:
    """Return the path of a page whose address is a contract: `/offres/`, `/en/actualites/`…."""
    return f"{language_prefix(language)}/{slug}/"


def absolute(path: str) -> str:
    """Return the full address of a path of the site; an address that is full already, as it is."""
    return f"{settings.BASE_URL}{path}" if path.startswith("/") else path


def in_language(path: str, language: str) -> str:
    """Return the same address in another language; the path itself where only one language exists."""
    bare = path
    for code, _name in settings.LANGUAGES:
        prefix = language_prefix(code)
        if prefix and (path == prefix or path.startswith(f"{prefix}/")):
            bare = path[len(prefix) :] or "/"
    candidate = f"{language_prefix(language)}{bare}"
    return candidate if leads_to_a_view(candidate, language) else bare


def leads_to_a_view(path: str, language: str) -> bool:
    """Say whether a path is answered by a view of ours, and not by the page tree."""
    bare = path.split("?", 1)[0].split("#", 1)[0]
    # Addresses with a language in them are only known while that language is the active one.
    with translation.override(language):
        try:
            return resolve(bare).view_name != PAGE_VIEW
        except Resolver404:
            return False


def with_privacy(pages: Any) -> Any:
    """Annotate each page with `is_private`: it, or the page it stands for, lies under a restriction."""
    return pages.annotate(
        is_private=Exists(_restrictions_above("path"))
        | (Q(alias_of__isnull=False) & Exists(_restrictions_above("alias_of__path")))
    )


def _restrictions_above(path: str) -> QuerySet[PageViewRestriction]:
    place = ExpressionWrapper(OuterRef(path), output_field=CharField())
    restrictions = PageViewRestriction.objects.alias(place=place)
    found: QuerySet[PageViewRestriction] = restrictions.filter(place__startswith=F("page__path"))
    return found
