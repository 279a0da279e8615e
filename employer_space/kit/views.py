"""The kit: its page, each file, and all of them as a ZIP. For members of verified employers only."""

from __future__ import annotations

import mimetypes
import uuid
from collections.abc import Callable, Iterator
from functools import wraps
from itertools import groupby
from typing import IO, Any

from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from employer_space.access import MemberRequest, is_suspended, member_required
from ui.images import Picture, read_pictures

from .archive import stream_zip, unique_names
from .models import KitItem, KitVersion
from .services import count_downloads


def crumbs() -> list[tuple[str, str]]:
    """Return the way from the space to the kit."""
    return [(_("Employer area"), reverse("employer_space:dashboard")), (_("Communication kit"), "")]


def verified_member_required(
    view: Callable[..., HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Explain the kit to members of an employer that is not verified (any more), with 403."""

    @wraps(view)
    def guarded(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.employer.is_verified:
            return render(
                request,
                "employer_space/kit/not_a_member.html",
                {"breadcrumb": crumbs(), "is_suspended": is_suspended(request)},
                status=403,
            )
        return view(request, *args, **kwargs)

    return member_required(guarded)  # type: ignore[arg-type]  # streams are responses too


@require_safe
@verified_member_required
def kit(request: MemberRequest) -> HttpResponse:
    """Show the shelves of the kit."""
    items = [item for item in KitItem.objects.offered() if item.current]
    pictures = read_pictures(item.preview_id for item in items if item.preview_id)
    shelves = [
        (
            group[0].get_category_display(),
            [(item, thumbnail(pictures.get(item.preview_id))) for item in group],
        )
        for group in (list(rows) for _key, rows in groupby(items, key=lambda item: item.category))
    ]
    weight = sum(item.current.document.get_file_size() or 0 for item in items)
    context = {"shelves": shelves, "weight": weight, "count": len(items), "breadcrumb": crumbs()}
    return render(request, "employer_space/kit/kit.html", context)


def thumbnail(picture: Picture | None) -> SafeString | str:
    """Draw the smallest copy of a preview: decoration, the title beside it says what the file is."""
    if picture is None or not picture.widths:
        return ""
    copy = picture.widths[0]
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="" loading="lazy">',
        copy.url,
        copy.width,
        copy.height,
    )


@require_safe
@verified_member_required
def kit_download(request: MemberRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """Send the latest version of one piece, and count it."""
    item = KitItem.objects.offered().filter(public_id=public_id).first()
    version = item.current if item else None
    if version is None:
        raise Http404
    source = _open_or_404(version)
    if request.method == "GET":
        count_downloads(
            employer=request.employer, by=request.user, versions=[version], now=timezone.now()
        )
    name = version.document.filename
    response = FileResponse(
        source,
        as_attachment=True,
        filename=name,
        content_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
    )
    return _guarded(response)


@require_safe
@verified_member_required
def kit_archive(request: MemberRequest) -> HttpResponseBase:
    """Send the whole kit as a ZIP built while it is sent, and count each piece."""
    current = [item.current for item in KitItem.objects.offered() if item.current]
    # A file that is lost must not cut the archive short: nothing could say so once it has begun.
    versions = [version for version in current if _is_there(version)]
    if not versions:
        raise Http404
    if request.method == "GET":
        count_downloads(
            employer=request.employer, by=request.user, versions=versions, now=timezone.now()
        )
    response = StreamingHttpResponse(stream_zip(_files(versions)), content_type="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="kit-oh-my-lot.zip"'
    return _guarded(response)


def _files(versions: list[KitVersion]) -> Iterator[tuple[str, IO[bytes]]]:
    names = unique_names(version.document.filename for version in versions)
    for name, version in zip(names, versions, strict=True):
        yield name, version.document.file.open("rb")


def _is_there(version: KitVersion) -> bool:
    file = version.document.file
    return bool(file.storage.exists(file.name))


def _open_or_404(version: KitVersion) -> IO[bytes]:
    try:
        source: IO[bytes] = version.document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return source


def _guarded(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
