"""The gallery of components: each in each state, on one page, for people and for the accessibility test."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ui.sample_data import MAP, OFFERS, OPTIONS
from ui.samples import DARK, SAMPLES


@dataclass(frozen=True)
class Exhibit:
    """A component and its drawn states."""

    name: str
    ground: str
    states: list[SafeString]


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


def gallery(request: HttpRequest) -> HttpResponse:
    """Show the gallery."""
    context = {
        "exhibits": exhibits(request),
        "groups": ["Domaine proposé", "Contrat proposé"],
        "map": MAP,
        "offers": OFFERS,
        "options": OPTIONS,
    }
    return render(request, "gallery.html", context)
