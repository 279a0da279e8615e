"""Links of rich text: addresses of all the pages of the screen come in one query, those offline lose their link."""

from __future__ import annotations

from contextvars import ContextVar
from html import escape
from typing import Any

from wagtail.rich_text import expand_db_html

from ui.draft_editor import KnownPageLinkHandler
from ui.writable import read_number

current_shell: ContextVar[Any] = ContextVar("current_shell", default=None)


class OnlinePageLinkHandler(KnownPageLinkHandler):
    """Write the address in the reader's language, and none at all when the page is not online."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return the opening tags of these links."""
        shell = current_shell.get()
        if shell is None:
            tags: list[str] = super().expand_db_attributes_many(attrs_list)
            return tags
        addresses = [shell.page_address(read_number(attrs.get("id"))) for attrs in attrs_list]
        return [f'<a href="{escape(address)}">' if address else "<a>" for address in addresses]


def expand(source: str, shell: Any) -> str:
    """Return rich text as HTML for the reader that `shell` surrounds."""
    token = current_shell.set(shell)
    try:
        return str(expand_db_html(source))
    finally:
        current_shell.reset(token)
