"""An event in several languages: one French page to which registrations belong, and its translations."""

from __future__ import annotations

from django.conf import settings

from home.events.facts import FACTS
from home.events.models import EventPage


def french_of(event: EventPage) -> EventPage:
    """Return the French page of an event. Raises EventPage.DoesNotExist when it was deleted."""
    if event.locale.language_code == settings.LANGUAGE_CODE:
        return event
    found: EventPage = EventPage.objects.in_french().get(translation_key=event.translation_key)
    return found


def in_language(event: EventPage, language: str) -> EventPage:
    """Return the page of an event that a reader understands best: translated and online, else the French one."""
    if event.locale.language_code == language:
        return event
    found = EventPage.objects.online().filter(
        translation_key=event.translation_key,
        locale__language_code=language,
        alias_of__isnull=True,
    )
    translated: EventPage | None = found.select_related("locale").first()
    return translated or event


def carry_facts(event: EventPage) -> None:
    """Write the facts of the French page on its translations: a date is never older in another language."""
    others = EventPage.objects.filter(
        translation_key=event.translation_key, alias_of__isnull=True
    ).exclude(pk=event.pk)
    columns = [EventPage._meta.get_field(name).attname for name in FACTS]
    others.update(**{column: getattr(event, column) for column in columns})
    employers = list(event.employers.all())
    for other in others:
        other.employers.set(employers)
        other.employers.commit()
