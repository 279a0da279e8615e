"""Say what is at an address of the site without asking the network: pages, views and redirections are read once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Page

from jobs.offers.models import JobOffer
from ui.addresses import PAGE_VIEW, page_path, with_privacy

from .states import LinkFault

# Longer numbers name nothing: no column holds them.
_MOST_FIGURES = 18
# Files: served beside the application, or by it from a folder.
FILES = (settings.STATIC_URL, settings.MEDIA_URL)


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the tree, online or not."""

    pk: int
    path: str
    is_online: bool
    is_private: bool

    @property
    def fault(self) -> LinkFault | None:
        """Return why a reader who follows a link there is stopped."""
        if not self.is_online:
            return LinkFault.OFFLINE
        return LinkFault.PRIVATE if self.is_private else None


@dataclass(frozen=True)
class Addresses:
    """What the site answers, as it was read at `now`."""

    now: dt.datetime
    pages: Mapping[str, Place]
    redirects: frozenset[str]
    documents: frozenset[int]
    by_pk: Mapping[int, Place] = field(default_factory=dict)

    @classmethod
    def read(cls, now: dt.datetime) -> Addresses:
        """Read every page, redirection and document: three queries."""
        rows = with_privacy(Page.objects.filter(depth__gt=1)).values_list(
            "pk", "url_path", "locale__language_code", "live", "is_private"
        )
        places = [
            Place(pk, page_path(url_path, code), live, private)
            for pk, url_path, code, live, private in rows
        ]
        return cls(
            now=now,
            pages={place.path: place for place in places},
            redirects=frozenset(Redirect.objects.values_list("old_path", flat=True)),
            documents=frozenset(get_document_model().objects.values_list("pk", flat=True)),
            by_pk={place.pk: place for place in places},
        )

    def page_at(self, address: str) -> Place | None:
        """Return the page whose own address this is, query and anchor apart."""
        path = urlsplit(address).path
        return self.pages.get(path if path.endswith("/") else f"{path}/")

    def not_answered(self, redirects: Mapping[str, str]) -> dict[str, str]:
        """Keep the redirections that are used: a page online answers before one from its own address."""
        pages = {old: self.page_at(old) for old in redirects}
        return {
            old: target
            for old, target in redirects.items()
            if (place := pages[old]) is None or not place.is_online
        }

    def settled(self, address: str) -> str:
        """Return the address at which a reader who asks for this one ends, redirections apart.

        The site adds a last slash, and gives an offer back its own name: each would be one step more.
        """
        try:
            return self._settled(address)
        except ValueError:
            return address

    def _settled(self, address: str) -> str:
        own = own_path(address)
        parts = urlsplit(own)
        path = parts.path
        if not own or path.startswith(FILES):
            return address
        if path.endswith("/") and path in self.pages:
            return own
        match = view_at(path)
        if match is None and not path.endswith("/"):
            match = view_at(f"{path}/")
            if match is not None or self.page_at(path) is not None:
                path = f"{path}/"
        if match is not None and match.view_name == "board:offer_detail":
            path = self._name_of_offer(match, path)
        return urlunsplit(("", "", path, parts.query, parts.fragment))

    def _name_of_offer(self, match: ResolverMatch, path: str) -> str:
        offer = JobOffer.objects.visible(self.now).filter(pk=match.kwargs["pk"]).first()
        if offer is None:
            return path
        with translation.override(language_of(path)):
            return str(offer.get_absolute_url())

    def fault(self, address: str) -> LinkFault | None:
        """Return what is wrong with a path of the site; None when a reader gets there."""
        try:
            return self._fault(address)
        except ValueError:
            # What cannot even be read leads nowhere, and must not stop the check of all the others.
            return LinkFault.NOWHERE

    def _fault(self, address: str) -> LinkFault | None:
        path = urlsplit(address).path or "/"
        if path.startswith(FILES):
            return None
        match = view_at(path) or view_at(f"{path.rstrip('/')}/")
        if match is not None:
            return None if self._answers(match) else LinkFault.NOWHERE
        place = self.page_at(path)
        if place is not None and place.fault is None:
            return None
        if {Redirect.normalise_path(address), Redirect.normalise_path(path)} & self.redirects:
            return LinkFault.MOVED
        return place.fault if place is not None else LinkFault.NOWHERE

    def _answers(self, match: ResolverMatch) -> bool:
        """Say whether the view has the thing that its address names."""
        if match.view_name == "board:offer_detail":
            return JobOffer.objects.visible(self.now).filter(pk=match.kwargs["pk"]).exists()
        if match.view_name == "wagtaildocs_serve":
            number: str = match.args[0]
            return len(number) <= _MOST_FIGURES and int(number) in self.documents
        return True


def view_at(path: str) -> ResolverMatch | None:
    """Return the view of ours that answers a path; None when the page tree does, or nobody."""
    # Addresses with a language in them are only known while that language is the active one.
    with translation.override(language_of(path)):
        try:
            match = resolve(path)
        except Resolver404:
            return None
    return None if match.view_name == PAGE_VIEW else match


def language_of(path: str) -> str:
    """Return the language in which a path is read."""
    return next(
        (code for code, _name in settings.LANGUAGES if path.startswith(f"/{code}/")),
        settings.LANGUAGE_CODE,
    )


def own_path(address: str) -> str:
    """Return the path, query and anchor of an address of this site; "" for another site or for anything else.

    Browsers drop tabs and line ends: what looks like a path may lead elsewhere, so none is taken for one.
    """
    address = address.strip()
    if " " in address or not address.isprintable():
        return ""
    if address.startswith(f"{settings.BASE_URL}/"):
        address = address.removeprefix(settings.BASE_URL)
    is_path = address.startswith("/") and not address.startswith("//")
    return address if is_path and "\\" not in address else ""
