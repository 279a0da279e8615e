"""What the contents of a page show, told before it is drawn, so that each kind of thing is read at once."""

from __future__ import annotations

from typing import Any

from django.db import models
from wagtail.models import Page

from ui.blocks.base import BodyBlockMixin
from ui.models import KeyFigure, SiteImage
from ui.navigation import Shell
from ui.writable import read_number


def announce_contents(page: Any, shell: Shell) -> None:
    """Tell the shell which pages, images and figures the streams of a page name."""
    for field in page._meta.get_fields():
        if not (isinstance(field, models.Field) and hasattr(field, "stream_block")):
            continue
        stream = getattr(page, field.name)
        for child in stream or ():
            if isinstance(child.block, BodyBlockMixin):
                child.block.announce(child.value, shell)
        for model, pk, _path, _content in field.stream_block.extract_references(stream):
            number = read_number(pk)
            if number is None:
                continue
            if issubclass(model, Page):
                shell.want([number])
            elif issubclass(model, SiteImage):
                shell.want_pictures([number])
            elif issubclass(model, KeyFigure):
                shell.want_figures([number])
