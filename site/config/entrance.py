"""What reaches Django: requests whose headers decide neither where the site is mounted nor how its text is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote_to_bytes

from django.utils.http import parse_header_parameters

Environ = dict[str, Any]
Application = Callable[..., Iterable[bytes]]

# RFC 2046, 5.1.1
BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=?\- ]{1,70}")


class Entrance:
    """Tidy each request before the application builds anything from it."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Serve the request at the root of the site, its text read as UTF-8."""
        unmount(environ)
        environ["CONTENT_TYPE"] = plain_type(environ.get("CONTENT_TYPE", ""))
        return self.application(environ, start_response)


def unmount(environ: Environ) -> None:
    """Put the mount point back in front of the path: the site is served at the root of its host.

    Servers take it from a header; views would be found by another address than the guards read.
    """
    mounted = environ.get("SCRIPT_NAME", "")
    if mounted:
        prefix = unquote_to_bytes(mounted.encode("latin-1", "replace")).decode("latin-1")
        environ["PATH_INFO"] = prefix + environ.get("PATH_INFO", "")
    environ["SCRIPT_NAME"] = ""


def plain_type(value: str) -> str:
    """Return the type of a body and its boundary: any other charset than UTF-8 would change the reading.

    Python knows codecs that give no text at all; an unreadable header counts as absent.
    """
    if ";" not in value:
        return value
    try:
        kind, parameters = parse_header_parameters(value)
    except (ValueError, LookupError, TypeError, IndexError):
        return ""
    boundary = str(parameters.get("boundary", ""))
    return f'{kind}; boundary="{boundary}"' if BOUNDARY.fullmatch(boundary) else kind
