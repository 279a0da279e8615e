"""The gallery of components: each in each state, on one page, for people and for the accessibility test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ui.blocks.body import BodyStreamBlock
from ui.navigation import shell_for
from ui.sample_data import MAP, OFFERS, OPTIONS
from ui.samples import DARK, SAMPLES


@dataclass(frozen=True)
class Exhibit:
    """A component and its drawn states."""

    name: str
    ground: str
    states: list[SafeString]


Draw = Callable[[HttpRequest], list[Exhibit]]
_others: list[Draw] = []


def register(draw: Draw) -> None:
    """Show what another app draws after the components and the blocks of every page."""
    if draw not in _others:
        _others.append(draw)


def exhibits(request: HttpRequest) -> list[Exhibit]:
    """Draw every component of the samples."""
    return [
        Exhibit(
            name=name,
            ground=DARK.get(name, ""),
            states=[
                render_to_string(f"components/{name}.html", context, request)
                for context in contexts()
            ],
        )
        for name, contexts in SAMPLES.items()
    ]


def block_exhibits(request: HttpRequest) -> list[Exhibit]:
    """Draw every block of the body, as the editor's chooser does."""
    around = {"request": request, "shell": shell_for(request)}
    shown = []
    for name, block in BodyStreamBlock().child_blocks.items():
        value = block.get_preview_value()
        context = block.get_preview_context(value, dict(around))
        shown.append(Exhibit(f"block: {name}", "", [block.render(value, context)]))
    return shown


def gallery(request: HttpRequest) -> HttpResponse:
    """Show the gallery."""
    others = [exhibit for draw in _others for exhibit in draw(request)]
    context = {
        "exhibits": [*exhibits(request), *block_exhibits(request), *others],
        "groups": ["Domaine proposé", "Contrat proposé"],
        "map": MAP,
        "offers": OFFERS,
        "options": OPTIONS,
    }
    return render(request, "gallery.html", context)
