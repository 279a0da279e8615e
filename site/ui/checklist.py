"""What a page must have before readers see it, and what it had better have: the list that editors go through."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import ChooserBlock, StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.models import Page
from wagtail.rich_text import RichText

from ui.blocks.body import BodyStreamBlock, outline_errors
from ui.blocks.links import LinkBlock
from ui.blocks.wording import check_link_words, check_rich_text
from ui.incomplete import gaps, named
from ui.models import KeyFigure, SiteImage

# What search engines show of a page.
MOST_LETTERS = 160
# What networks ask for, to show a page in large.
SHARED_SIZE = (1200, 630)
# How a text says that somebody has to complete it, in both languages, without capitals nor accents.
UNFINISHED = ("[a completer", "[to be completed")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at, and how it stands on a page.

    One that `is_required` forbids publishing; the others are advice. `details` names what is at fault.
    """

    name: str
    label: str
    is_passed: bool
    help: str
    is_required: bool = False
    details: tuple[str, ...] = ()


class Content:
    """What the fields of a page hold, walked through once; `unfinished` names those where a text is to be completed."""

    def __init__(self, page: Any) -> None:
        self.images: set[int] = set()
        self.figures: set[int] = set()
        self.pages: set[int] = set()
        self.unfinished: list[str] = []
        self.faults: list[str] = []
        for field in page._meta.get_fields():
            if isinstance(field, models.Field) and hasattr(field, "stream_block"):
                self._read_stream(field, getattr(page, field.name))
            elif isinstance(field, models.CharField | models.TextField) and field.editable:
                self._look_for_gaps(field, getattr(page, field.name))
            elif isinstance(field, models.ForeignKey) and field.related_model is SiteImage:
                self.images |= {getattr(page, field.attname)} - {None}

    def _read_stream(self, field: Any, value: Any) -> None:
        block = field.stream_block
        for model, pk, _path, _content in block.extract_references(value):
            if issubclass(model, Page):
                self.pages.add(int(pk))
            elif issubclass(model, KeyFigure):
                self.figures.add(int(pk))
        if isinstance(block, BodyStreamBlock):
            for error in outline_errors(value).values():
                self.faults += error.messages
        for inner, found in walk(block, value):
            self._look_for_gaps(field, found.source if isinstance(found, RichText) else found)
            self._read_value(inner, found)

    def _look_for_gaps(self, field: Any, value: Any) -> None:
        if isinstance(value, str) and any(mark in _plain(value) for mark in UNFINISHED):
            self.unfinished.append(capfirst(str(field.verbose_name)))

    def _read_value(self, block: Any, value: Any) -> None:
        if isinstance(value, RichText):
            self._judge(check_rich_text, value.source)
        elif isinstance(value, StructValue):
            if isinstance(block, LinkBlock) and value.get("label"):
                self._judge(check_link_words, value["label"])
            if not value.get("is_decorative") and not value.get("alt"):
                self.images |= {
                    int(pk)
                    for name, child in block.child_blocks.items()
                    if getattr(child, "model_class", None) is SiteImage
                    for _m, pk, _p, _c in child.extract_references(value.get(name))
                }

    def _judge(self, check: Any, words: str) -> None:
        try:
            check(words)
        except ValidationError as error:
            self.faults += error.messages


def walk(block: Any, value: Any) -> Iterator[tuple[Any, Any]]:
    """Give each value of a field of blocks with its block, those that hold others first; choices are not fetched."""
    if isinstance(block, ChooserBlock):
        return
    yield block, value
    if isinstance(value, StreamValue):
        for child in value:
            yield from walk(child.block, child.value)
    elif isinstance(value, ListValue):
        for one in value:
            yield from walk(block.child_block, one)
    elif isinstance(value, StructValue):
        for name, child in block.child_blocks.items():
            yield from walk(child, value.get(name))


def _plain(text: str) -> str:
    """Return a text without tags, capitals nor accents: a mark half in bold or typed by hand is still one."""
    words = unicodedata.normalize("NFKD", html.unescape(strip_tags(text)))
    letters = "".join(letter for letter in words if not unicodedata.combining(letter))
    return " ".join(letters.casefold().split()).replace("[ ", "[")


def checks_of(page: Any) -> list[Check]:
    """Return what is to be looked at on a page, what is required first.

    In four queries at most, and those of what its kind asks for.
    """
    content, missing = Content(page), gaps(page)
    images = list(SiteImage.objects.filter(pk__in=content.images)) if content.images else []
    figures = _figures_of(content)
    found = [
        _titles(content),
        _alternatives(images),
        _sources(figures),
        _freshness(figures),
        *([] if "summary" in missing else [_summary(page)]),
        _description(page),
        _shared_picture(page, images),
        _links(content),
        _finished(content),
        *page.own_checks(),
    ]
    found.insert(0, _complete(page, missing, {str(check.help) for check in found}))
    return sorted(found, key=lambda check: not check.is_required)


def refusals(page: Any) -> list[Check]:
    """Return what forbids publishing a page."""
    return [check for check in checks_of(page) if check.is_required and not check.is_passed]


def advice(page: Any) -> list[Check]:
    """Return what had better be mended on a page that may be published."""
    return [check for check in checks_of(page) if not check.is_required and not check.is_passed]


def _complete(page: Any, missing: dict[str, str], told: set[str]) -> Check:
    """List what publishing refuses in the fields, but for what a line of its own says."""
    lacks = [named(page, name, words) for name, words in missing.items() if words not in told]
    return Check(
        "complete",
        _("Everything that publishing asks for is there"),
        not lacks,
        _("Publishing is refused until these fields are filled in."),
        is_required=True,
        details=tuple(lacks),
    )


def _titles(content: Content) -> Check:
    return Check(
        "words",
        _("Titles in order, none empty; links that say where they lead"),
        not content.faults,
        _("Correct the blocks named here."),
        is_required=True,
        details=tuple(dict.fromkeys(content.faults)),
    )


def _alternatives(images: list[Any]) -> Check:
    silent = [image.title for image in images if not image.description.strip()]
    return Check(
        "alternatives",
        _("Each picture says what it shows"),
        not silent,
        _("Write the alternative text of the picture, or tick “Decorative image”."),
        is_required=True,
        details=tuple(silent),
    )


def _figures_of(content: Content) -> list[KeyFigure]:
    if not content.figures:
        return []
    return list(KeyFigure.objects.filter(pk__in=content.figures).order_by("pk"))


def _sources(figures: list[KeyFigure]) -> Check:
    unsourced = [str(figure) for figure in figures if not figure.source.strip()]
    return Check(
        "sources",
        _("Each figure has its source"),
        not unsourced,
        _("Complete the figure: readers are not shown it without."),
        is_required=True,
        details=tuple(unsourced),
    )


def _freshness(figures: list[KeyFigure]) -> Check:
    today = timezone.localdate()
    old = [str(figure) for figure in figures if not figure.is_fresh_on(today)]
    return Check(
        "freshness",
        _("Each figure is less than two years old"),
        not old,
        _("Update the figure or choose another: readers are not shown this one any more."),
        details=tuple(old),
    )


def _summary(page: Any) -> Check:
    return Check(
        "summary",
        _("A summary opens the page"),
        bool(page.summary.strip()),
        _("Two sentences under the title; lists and search engines show them."),
    )


def _description(page: Any) -> Check:
    words = page.search_description or page.summary
    return Check(
        "description",
        _("Search engines are given one sentence, %(number)d characters at most")
        % {"number": MOST_LETTERS},
        0 < len(words) <= MOST_LETTERS,
        _("Write the description in this tab: a longer summary would be cut."),
    )


def _shared_picture(page: Any, images: list[Any]) -> Check:
    number = page.get_meta_image_id()
    picture = next((image for image in images if image.pk == number), None)
    if picture is None and number:
        picture = SiteImage.objects.filter(pk=number).first()
    width, height = SHARED_SIZE
    is_large = picture is not None and picture.width >= width and picture.height >= height
    return Check(
        "shared_picture",
        _("A picture is shown when the page is shared, of 1200 by 630 pixels at least"),
        is_large,
        _("Choose it in this tab. Without one, the drawing of the programme is shown."),
    )


def _links(content: Content) -> Check:
    offline = (
        list(
            Page.objects.filter(pk__in=content.pages, live=False)
            .order_by("pk")
            .values_list("title", flat=True)
        )
        if content.pages
        else []
    )
    return Check(
        "links",
        _("Each page that is linked to is online"),
        not offline,
        _("Until it is, readers see the words without the link."),
        details=tuple(offline),
    )


def _finished(content: Content) -> Check:
    return Check(
        "finished",
        _("Nothing is left to complete"),
        not content.unfinished,
        _("Search these fields for “[À compléter” or “[To be completed”."),
        details=tuple(dict.fromkeys(content.unfinished)),
    )
