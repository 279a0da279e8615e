"""What Wagtail's checker looks for in the preview of a page: the content, which editors can mend, not the site around it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

MAIN = "#contenu"


class SiteContentChecker(ContentCheckerItem):
    """Wagtail's own rules, and those on pictures and titles that it leaves out."""

    axe_include: ClassVar[list[str]] = [MAIN]
    axe_run_only: ClassVar[list[str]] = [
        *ContentCheckerItem.axe_run_only,
        "image-alt",
        "image-redundant-alt",
        "page-has-heading-one",
        "list",
    ]
    axe_messages: ClassVar[dict[str, Any]] = {
        **ContentCheckerItem.axe_messages,
        "image-alt": {
            "error_name": _("A picture does not say what it shows"),
            "help_text": _("Write its alternative text, or tick “Decorative image”"),
        },
        "image-redundant-alt": {
            "error_name": _("A picture repeats the words beside it"),
            "help_text": _("Say what it shows, or tick “Decorative image”"),
        },
        "page-has-heading-one": {
            "error_name": _("The page has no title"),
            "help_text": _("Write the title of the page"),
        },
        "list": {
            "error_name": _("A list holds something else than its lines"),
            "help_text": _("Make the list again with the button of the editor"),
        },
    }


def use_site_rules(_request: Any, items: list[Any], _page: Any) -> None:
    """Put our checker in the place of Wagtail's."""
    for rank, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[rank] = SiteContentChecker(in_editor=item.in_editor)
