"""What legal pages write by themselves."""

from __future__ import annotations

from django import template

from home.durations import with_durations

register = template.Library()


@register.filter(is_safe=True)
def durations(text: str, language: str) -> str:
    """Replace the marks `[durée <name>]` by the durations in force, in the language of the words around them."""
    return with_durations(text, language)
