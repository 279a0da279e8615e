"""The editor of rich text, which takes what a browser sends in JSON: only what can be written and looked up gets in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import BadRequest
from django.db import models
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.images.rich_text import ImageEmbedHandler
from wagtail.rich_text.pages import PageLinkHandler

from ui.writable import read_number, tidied


class TidyDraftail(DraftailRichTextArea):
    """Wagtail's editor, for texts that are tidied on their way in and out."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the text sent. Raises BadRequest for what the editor never sends."""
        try:
            sent = super().value_from_datadict(data, files, name)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise BadRequest from error
        return tidied(sent) if isinstance(sent, str) else sent

    def format_value(self, value: Any) -> Any:
        """Return what the editor reads."""
        return super().format_value(tidied(value) if isinstance(value, str) else value)


class KnownNumbers:
    """Looks rows up by the numbers that rows can have, and leaves the others out."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, Any]]) -> list[Any]:
        """Return each row, or None."""
        numbers = [read_number(attrs.get("id")) for attrs in attrs_list]
        rows = cls.get_model()._default_manager.in_bulk({pk for pk in numbers if pk})  # type: ignore[attr-defined]
        return [rows.get(pk) for pk in numbers]

    @classmethod
    def extract_references(
        cls, attrs: dict[str, Any]
    ) -> Iterator[tuple[type[models.Model], str, str, str]]:
        """Yield the row that is named."""
        number = read_number(attrs.get("id"))
        if number:
            yield cls.get_model(), str(number), "", ""  # type: ignore[attr-defined]


class KnownPageLinkHandler(KnownNumbers, PageLinkHandler):
    """Links to pages."""


class KnownDocumentLinkHandler(KnownNumbers, DocumentLinkHandler):
    """Links to documents."""


class KnownImageHandler(KnownNumbers, ImageEmbedHandler):
    """Images in the text."""
