"""Where somebody lands after signing in: a page that can be read, never an address that only receives a form."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

READING = frozenset({"GET", "HEAD"})
# Views of Wagtail that any address reaches: they say nothing of which exist.
CATCH_ALL = frozenset({"wagtail_serve", "wagtail.admin.views.home.default"})


def page_to_read(request: HttpRequest) -> str:
    """Return the address to come back to: what was asked for, or the page that holds the form when one was sent."""
    asked, path = request.get_full_path(), request.path_info
    if request.method in READING:
        return page_above(path) if _only_receives(path) else asked
    came_from = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(
        came_from, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        parts = urlsplit(came_from)
        if _is_read(parts.path):
            return f"{parts.path}?{parts.query}" if parts.query else parts.path
    return asked if _is_read(path) else page_above(path)


def page_above(path: str) -> str:
    """Return the nearest address above `path` that can be read: a form belongs to the file it stands in."""
    parts = path.strip("/").split("/")
    for length in range(len(parts) - 1, 0, -1):
        above = f"/{'/'.join(parts[:length])}/"
        if _is_read(above):
            return above
    return "/"


def _is_read(path: str) -> bool:
    """Say whether a view of its own answers GET at this address."""
    try:
        match = resolve(path)
    except Resolver404:
        return False
    return match.view_name not in CATCH_ALL and _answers_get(match.func)


def _only_receives(path: str) -> bool:
    """Say whether the view at this address never answers GET."""
    try:
        return not _answers_get(resolve(path).func)
    except Resolver404:
        return False


def _answers_get(view: Callable[..., Any]) -> bool:
    """Read it where Django writes it: in the guard of `require_POST`, or in the methods of a class."""
    guarded: Any = view
    while guarded is not None:
        if inspect.isfunction(guarded):
            kept = dict(zip(guarded.__code__.co_freevars, guarded.__closure__ or (), strict=True))
            if "request_method_list" in kept:
                return "GET" in kept["request_method_list"].cell_contents
        view_class = getattr(guarded, "view_class", None)
        if view_class is not None:
            return hasattr(view_class, "get")
        guarded = getattr(guarded, "__wrapped__", None)
    return True
