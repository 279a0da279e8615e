"""Find the links of our own pages that lead nowhere on the site; other sites are never asked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.db import models, transaction
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from ui.models import NavigationSettings

from .addresses import Addresses, own_path
from .models import BrokenLink
from .states import LinkFault
from .steps import Ends, follow, known_redirects

_HREF = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
# The names under which blocks keep an address.
_ADDRESS_NAMES = ("address", "url", "href")
_PER_READ = 100
_LONGEST = 500


def check_links(now: dt.datetime) -> int:
    """Check every link of the pages online and of the menus, and keep what is wrong; return how many there are."""
    addresses = Addresses.read(now)
    found = [*_circles(now), *_in_menus(addresses, now)]
    pages = Page.objects.filter(live=True, depth__gt=1, alias_of__isnull=True).order_by("pk")
    for page in pages.specific().iterator(chunk_size=_PER_READ):
        for address, fault in sorted(set(faults_of(page, addresses))):
            found.append(BrokenLink(page_id=page.pk, address=address, fault=fault, found_at=now))
    with transaction.atomic():
        BrokenLink.objects.all().delete()
        BrokenLink.objects.bulk_create(found)
    return len(found)


def faults_of(row: Any, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Yield each link of a page, or of the menus, that leads nowhere, with what is wrong."""
    for pk in pages_named(row):
        place = addresses.by_pk.get(pk)
        fault = place.fault if place else LinkFault.NOWHERE
        if fault is not None:
            yield place.path if place else f"#{pk}", fault.value
    for pk in documents_named(row) - addresses.documents:
        yield f"/documents/{pk}/", LinkFault.NOWHERE.value
    for address in addresses_typed(row):
        fault = addresses.fault(address)
        if fault is not None:
            yield address[:_LONGEST], fault.value


def pages_named(row: Any) -> set[int]:
    """Return the pages that a row chooses or links to in its text."""
    return {int(pk) for model, pk in _references(row) if issubclass(model, Page)}


def documents_named(row: Any) -> set[int]:
    """Return the documents that a row offers."""
    kind = get_document_model()
    return {int(pk) for model, pk in _references(row) if issubclass(model, kind)}


def addresses_typed(row: Any) -> set[str]:
    """Return the addresses of this site that somebody typed, in a field or in a text."""
    values = (_raw(field, row) for field in _content_fields(row))
    return {path for value in values for text in _addresses(value) if (path := own_path(text))}


def _content_fields(row: Any) -> list[models.Field[Any, Any]]:
    kinds = (StreamField, RichTextField)
    return [field for field in row._meta.concrete_fields if isinstance(field, kinds)]


def _raw(field: models.Field[Any, Any], row: Any) -> Any:
    value = getattr(row, field.attname)
    return value.get_prep_value() if isinstance(field, StreamField) else value


def _references(row: Any) -> Iterator[tuple[type[models.Model], str]]:
    for field in _content_fields(row):
        source: Any = field
        for model, pk, _path, _content in source.extract_references(getattr(row, field.attname)):
            yield model, pk


def _addresses(value: Any, name: str = "") -> Iterator[str]:
    """Yield what looks like an address in the stored form of a content, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _addresses(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _addresses(inner, name)
    elif isinstance(value, str):
        if name in _ADDRESS_NAMES:
            yield value
        yield from (unescape(found) for found in _HREF.findall(value))


def _in_menus(addresses: Addresses, now: dt.datetime) -> Iterator[BrokenLink]:
    for menus in NavigationSettings.objects.order_by("pk"):
        for address, fault in sorted(set(faults_of(menus, addresses))):
            yield BrokenLink(page=None, address=address, fault=fault, found_at=now)


def _circles(now: dt.datetime) -> Iterator[BrokenLink]:
    known = known_redirects()
    ends: Ends = {}
    for old, target in sorted(known.items()):
        if follow(target, known, ends) is None:
            yield BrokenLink(page=None, address=old, fault=LinkFault.LOOP, found_at=now)
