"""Tags for pages: pictures from ready-made copies, rich text whose links lead to what is online."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.rich_text import RichText

from ui.blocks.lazy import known_pk
from ui.images import Picture
from ui.page_links import expand
from ui.typography import typographic

register = template.Library()


@register.simple_tag(takes_context=True)
def prose(context: Context, value: RichText | str) -> SafeString:
    """Write rich text, with the addresses of pages in the reader's language."""
    source = value.source if isinstance(value, RichText) else str(value)
    html = mark_safe(expand(source, context.get("shell")))  # Wagtail's editor wrote it
    return typographic(html)


@register.simple_tag(takes_context=True)
def picture(
    context: Context,
    image: Any,
    *,
    sizes: str = "100vw",
    alt: str | None = None,
    css: str = "",
    eager: bool = False,
) -> SafeString | str:
    """Draw an image, given as itself or by its number, from its ready-made copies; "" when it has none."""
    found = _picture(context, image)
    copies = found.widths if found else []
    if found is None or not copies:
        return _sample(css) if context.get("is_preview") else ""
    middle = copies[min(1, len(copies) - 1)]
    return format_html(
        '<img{} src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{} {} decoding="async">',
        format_html(' class="{}"', css) if css else "",
        middle.url,
        ", ".join(f"{copy.url} {copy.width}w" for copy in copies),
        sizes,
        middle.width,
        middle.height,
        *_alternative(context, found.image, alt),
        mark_safe('fetchpriority="high"' if eager else 'loading="lazy"'),
    )


def _sample(css: str) -> SafeString:
    """Draw a scene where a sample has no picture of the site to show."""
    return format_html(
        '<img{} src="{}" alt="" width="480" height="300">',
        format_html(' class="{}"', css) if css else "",
        static("img/scenes/village.svg"),
    )


@register.simple_tag(takes_context=True)
def picture_large(context: Context, image: Any) -> str:
    """Return the address of the widest copy of an image; "" when it has none."""
    found = _picture(context, image)
    return found.widths[-1].url if found and found.widths else ""


def _alternative(context: Context, image: Any, alt: str | None) -> tuple[str, str]:
    """Return the alternative text, then the attribute that says it is French amid words that are not."""
    if alt is not None:
        return alt, ""
    language = str(context.get("content_language") or get_language() or "")
    words = image.description_in(language)
    is_foreign = not language.startswith("fr") and words and words == image.description
    return words, mark_safe(' lang="fr"') if is_foreign else ""


@register.simple_tag(takes_context=True)
def picture_credit(context: Context, image: Any) -> str:
    """Return who made an image; "" when nothing of it is shown."""
    found = _picture(context, image)
    return found.image.credit if found and found.widths else ""


def _picture(context: Context, image: Any) -> Picture | None:
    shell = context.get("shell")
    pk = known_pk(image)
    return shell.picture(pk) if shell is not None and pk else None
