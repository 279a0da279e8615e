"""What every template needs around its content."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from ui.navigation import shell_for


def shell(request: HttpRequest) -> dict[str, Any]:
    """Give templates the menus, the footer and the contact details, read once and only if used."""
    return {"shell": shell_for(request)}
