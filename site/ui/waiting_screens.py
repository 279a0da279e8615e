"""What waits for the person who is signed in, in the menu and on the dashboard of the admin."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from ui.waiting import Waiting, WaitingKind, registered


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of thing that waits, as one person reads it now."""

    kind: WaitingKind
    waiting: Waiting
    now: dt.datetime

    @property
    def count(self) -> int:
        """Return how many wait."""
        return self.waiting.count

    @property
    def url(self) -> str:
        """Return the screen where it is dealt with."""
        return reverse(self.kind.url_name)

    @property
    def age(self) -> str:
        """Return in words since when the oldest has been waiting; "" when that is not known."""
        if self.waiting.oldest is None:
            return ""
        return oldest_in_words((self.now - self.waiting.oldest).days)

    @property
    def is_late(self) -> bool:
        """Say whether the oldest has waited longer than promised."""
        oldest = self.waiting.oldest
        return oldest is not None and self.now - oldest > self.kind.late_after


def oldest_in_words(days: int) -> str:
    """Return since when the oldest has been waiting."""
    if days < 1:
        return _("the oldest has waited less than a day")
    return ngettext(
        "the oldest has waited %(days)d day", "the oldest has waited %(days)d days", days
    ) % {"days": days}


def kinds_for(user: Any) -> list[WaitingKind]:
    """Return the kinds that a person deals with."""
    return [kind for kind in registered() if user.has_perm(kind.permission)]


def lines_for(request: HttpRequest) -> list[Line]:
    """Return what waits for the reader, kind by kind, counted once for the menu and the dashboard together."""
    lines: list[Line] | None = getattr(request, "_waiting_lines", None)
    if lines is None:
        now = timezone.now()
        lines = [Line(kind, kind.read(request.user), now) for kind in kinds_for(request.user)]
        request._waiting_lines = lines  # type: ignore[attr-defined]
    return lines


class WaitingMenuItem(MenuItem):
    """« À vérifier », with how many wait and since when; it leads to the first screen where something does."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to people for whom something may wait."""
        return bool(kinds_for(request.user))

    def render_component(self, request: HttpRequest) -> Any:
        """Put the number in the label, the age in what is heard."""
        component = super().render_component(request)
        lines = lines_for(request)
        waiting = [line for line in lines if line.count]
        first = next(iter(waiting or lines), None)
        if first is not None:
            component.url = first.url
        if waiting:
            # Short: the menu is narrow. What is heard, and shown under the pointer, is the whole sentence,
            # which begins with the words on screen: people who speak to their computer say those.
            component.label = _("To review (%(count)d)") % {
                "count": sum(line.count for line in waiting)
            }
            component.attrs = {**component.attrs, **_spoken(component.label, waiting)}
        return component


def _spoken(label: str, waiting: list[Line]) -> dict[str, str]:
    """Return the whole sentence as it is heard and shown under the pointer."""
    dated = [line for line in waiting if line.waiting.oldest is not None]
    if not dated:
        return {"aria-label": label, "title": label}
    oldest = min(dated, key=lambda line: line.waiting.oldest or line.now)
    sentence = f"{label}, {oldest.age}"
    return {"aria-label": sentence, "title": sentence}


class WaitingPanel(Component):
    """What waits, on the dashboard: counts, age, what is late; nothing for people for whom nothing ever does."""

    name = "waiting"
    template_name = "ui/waiting_panel.html"
    order = 30

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Count once for each kind."""
        context = dict(super().get_context_data(parent_context))
        lines = lines_for(parent_context["request"])
        context["allowed"] = bool(lines)
        context["lines"] = [line for line in lines if line.count]
        return context
