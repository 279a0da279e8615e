"""Links: to a page of the site, else to an address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
)

from .lazy import LazyPageChooserBlock, known_pk
from .wording import check_link_words

ALLOWED_STARTS = ("/", "https://", "http://", "mailto:", "tel:", "#")


def validate_address(value: str) -> None:
    """Refuse anything but a path of the site, a web address, an e-mail or a telephone number."""
    text = value.strip()
    if (
        not text.startswith(ALLOWED_STARTS)
        or text.startswith("//")
        or any(c.isspace() for c in text)
    ):
        raise ValidationError(
            _("Start with / for a page of this site, or with https://, mailto: or tel:."),
            code="invalid_address",
        )


class SameEverywhereBlock(CharBlock):
    """A name, a number, an address or words to search: the same in every language."""

    def get_translatable_segments(self, value: str) -> list[Any]:
        """Leave it out of what translators are given."""
        return []

    def restore_translated_segments(self, value: str, segments: list[Any]) -> str:
        """Keep that of the source page."""
        return value


class AddressBlock(SameEverywhereBlock):
    """An address, the same in every language."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("validators", [validate_address])
        super().__init__(**kwargs)


class LinkValue(StructValue):
    """A link; where it leads depends on the reader's language: see `addressed`."""

    @property
    def page_pk(self) -> int | None:
        """Return the number of the chosen page, without fetching it."""
        pk: int | None = known_pk(self.get("page"))
        return pk


def addressed(
    links: Iterable[Any], context: Mapping[str, Any], variants: Sequence[str] = ("",)
) -> list[tuple[str, str, str]]:
    """Return words, address and look of the links that lead somewhere, for a template.

    `context` is that of the page: its `shell` knows the pages that are online. The looks are given in order, the
    last one serving for the links that remain.
    """
    shell = context.get("shell")
    found = [(str(link.get("label")), shell.link_address(link)) for link in links if link and shell]
    kept = [(label, url) for label, url in found if label and url]
    return [
        (label, url, variants[min(rank, len(variants) - 1)])
        for rank, (label, url) in enumerate(kept)
    ]


def with_link(item: Any, link: Any, context: Mapping[str, Any]) -> dict[str, Any]:
    """Return an item of a list with the address and the words of its link, as components read them."""
    found = next(iter(addressed([link], context)), ("", "", ""))
    return {**item, "link_label": found[0], "url": found[1]}


class LinkBlock(StructBlock):
    """A link with its words."""

    target_required = True

    label = CharBlock(
        label=_("Words of the link"),
        max_length=80,
        help_text=_("A verb and an object: “Voir les offres”. Never “cliquez ici”."),
    )
    page = LazyPageChooserBlock(
        label=_("Page"),
        required=False,
        help_text=_("The link disappears by itself when the page is not online."),
    )
    address = AddressBlock(
        label=_("Or address"),
        required=False,
        max_length=500,
        help_text=_("For anything that is not a page: /espace-employeur/, https://…"),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue

    def clean(self, value: Any) -> Any:
        """Ask for exactly one of a page and an address, when the link is not left empty."""
        cleaned = super().clean(value)
        check_one_target(cleaned, required=self.target_required)
        if cleaned.get("label") and not self.is_deferred_validation:
            try:
                check_link_words(cleaned["label"])
            except ValidationError as error:
                raise StructBlockValidationError({"label": error}) from error
        return cleaned


class OptionalLinkBlock(LinkBlock):
    """A link that may be left empty."""

    target_required = False

    label = CharBlock(label=_("Words of the link"), required=False, max_length=80)


def check_one_target(value: Any, *, required: bool) -> None:
    """Raise when a link has two targets, or words without a target."""
    targets = [bool(value.get("page")), bool(value.get("address"))]
    if all(targets):
        raise StructBlockValidationError(
            {"address": ValidationError(_("Choose a page or type an address, not both."))}
        )
    if not any(targets) and (required or value.get("label")):
        raise StructBlockValidationError(
            {"page": ValidationError(_("Choose a page, or type an address."))}
        )


class MenuLinkBlock(StructBlock):
    """An entry of a menu, in both languages."""

    label = CharBlock(label=_("Words in French"), max_length=60)
    label_en = CharBlock(label=_("Words in English"), max_length=60)
    page = LazyPageChooserBlock(
        label=_("Page"),
        required=False,
        help_text=_("The entry disappears by itself when the page is not online."),
    )
    address = AddressBlock(
        label=_("Or address"),
        required=False,
        max_length=500,
        help_text=_("For anything that is not a page: /espace-employeur/, https://…"),
    )

    class Meta:
        icon = "link"
        label = _("Entry")
        value_class = LinkValue

    def clean(self, value: Any) -> Any:
        """Ask for exactly one of a page and an address."""
        cleaned = super().clean(value)
        check_one_target(cleaned, required=True)
        return cleaned


class MenuColumnBlock(StructBlock):
    """A column of the footer."""

    title = CharBlock(label=_("Title in French"), max_length=40)
    title_en = CharBlock(label=_("Title in English"), max_length=40)
    links = ListBlock(MenuLinkBlock(), label=_("Entries"), min_num=1, max_num=8)

    class Meta:
        icon = "list-ul"
        label = _("Column")
