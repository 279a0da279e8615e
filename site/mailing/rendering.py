"""Draw a mail from its three templates: subject, plain text, HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils import translation

# No-break spaces belong to French words; any other blank (a new line first of all) has no place in a header.
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The words of a mail."""

    subject: str
    text: str
    html: str


def render_mail(template: str, context: Mapping[str, Any], *, language: str) -> Drawn:
    """Draw `<template>.subject.txt`, `.txt` and `.html`.

    Templates know `base_url` (for absolute links, from the settings and never from a request),
    `language` and `subject`. Only the HTML is escaped: elsewhere an apostrophe must stay one.
    """
    with translation.override(language):
        values = {"base_url": settings.BASE_URL, "language": language, **context}
        subject = on_one_line(draw_plain(f"{template}.subject.txt", values))
        values["subject"] = subject
        text = tidy(draw_plain(f"{template}.txt", values))
        html = str(get_template(f"{template}.html").render(values))
    return Drawn(subject=subject, text=text, html=html)


def on_one_line(text: str) -> str:
    """Return a text fit for a header: its lines and tabs made single spaces, its no-break spaces kept."""
    return _BLANKS.sub(" ", text).strip()


def draw_plain(name: str, values: Mapping[str, Any]) -> str:
    """Draw a template of plain text: nothing in it is HTML, so nothing is escaped."""
    template: Any = get_template(name)
    return str(template.template.render(Context(dict(values), autoescape=False)))


def tidy(text: str) -> str:
    """Trim the lines and keep one empty line at most between two paragraphs."""
    lines: list[str] = []
    for line in text.splitlines():
        stripped = line.strip()
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
    return "\n".join(lines).strip() + "\n"
