"""English columns beside French ones: which rows readers see, what each lacks, what is behind its French."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.signals import post_delete, post_save

from home.models import TranslatedText
from home.translation_states import TranslationState

ENGLISH = "_en"
# What is known of each column, by row: {(type, number): {column: digest of its French}}.
Known = dict[tuple[int, int], dict[str, str]]
Pair = tuple[models.Field[Any, Any], str]


def translated_models() -> list[type[models.Model]]:
    """Return every model with an English column that may stay empty, in the order of their names."""
    with_english = [model for model in apps.get_models() if pairs(model)]
    return sorted(with_english, key=lambda model: model._meta.label)


def pairs(model: type[models.Model]) -> list[Pair]:
    """Return the French columns of a model, each with the name of its English one."""
    columns = {one.name: one for one in model._meta.get_fields() if isinstance(one, models.Field)}
    return [
        (column, f"{name}{ENGLISH}")
        for name, column in columns.items()
        if (english := columns.get(f"{name}{ENGLISH}")) is not None and english.blank
    ]


def shown_rows(model: type[models.Model]) -> Any:
    """Return the rows that the site may show: somebody who left the network is translated no more."""
    rows = model._default_manager.order_by("pk")
    names = {one.name for one in model._meta.get_fields()}
    return rows.filter(is_active=True) if "is_active" in names else rows


def digest(words: str) -> str:
    """Return what stands for some words: their digest."""
    return hashlib.sha256(words.encode()).hexdigest()


# --- what is known


def known() -> Known:
    """Return what is known of every column, in one query."""
    found: Known = defaultdict(dict)
    for type_id, pk, name, french in TranslatedText.objects.values_list(
        "content_type_id", "object_id", "field", "french_digest"
    ):
        found[type_id, pk][name] = french
    return found


@dataclass(frozen=True, slots=True)
class Lack:
    """A French column whose English is missing or older."""

    column: models.Field[Any, Any]
    state: str


def lacks(row: models.Model, what_is_known: Known) -> list[Lack]:
    """Return the columns of a row to translate, or to bring up to date; what is not known is not behind."""
    content_type = ContentType.objects.get_for_model(type(row))
    dates = what_is_known.get((content_type.pk, row.pk), {})
    found = []
    for column, english in pairs(type(row)):
        french = getattr(row, column.name)
        if french and not getattr(row, english):
            found.append(Lack(column, TranslationState.UNTRANSLATED))
        elif french and dates.get(column.name, digest(french)) != digest(french):
            found.append(Lack(column, TranslationState.BEHIND))
    return found


# --- what is remembered


def remember(row: models.Model, *, is_read_again: bool = False) -> None:
    """Keep from which French each English column was written.

    One whose words did not change keeps the French of then, unless somebody just read both.
    """
    content_type = ContentType.objects.get_for_model(type(row))
    own = TranslatedText.objects.filter(content_type=content_type, object_id=row.pk)
    before = {one.field: one for one in own}
    for column, english in pairs(type(row)):
        words, old = getattr(row, english), before.get(column.name)
        if not words:
            if old is not None:
                old.delete()
        elif old is None or is_read_again or old.english_digest != digest(words):
            TranslatedText.objects.update_or_create(
                content_type=content_type,
                object_id=row.pk,
                field=column.name,
                defaults={
                    "french_digest": digest(getattr(row, column.name)),
                    "english_digest": digest(words),
                },
            )


def remember_what_is_not() -> None:
    """Take the English that nothing is known of as that of the French of today: that of a site older than this."""
    seen = known()
    for model in translated_models():
        number = ContentType.objects.get_for_model(model).pk
        for row in model._default_manager.order_by("pk"):
            if (number, row.pk) not in seen:
                remember(row)


def connect() -> None:
    """Follow the rows as they are saved, by whatever screen, and as they go."""
    for model in translated_models():
        name = model._meta.label
        post_save.connect(_follow, sender=model, dispatch_uid=f"home.english_of.{name}")
        post_delete.connect(_forget, sender=model, dispatch_uid=f"home.no_english_of.{name}")


def _follow(
    sender: type[models.Model],
    instance: models.Model,
    raw: bool = False,
    update_fields: frozenset[str] | None = None,
    **_kwargs: Any,
) -> None:
    """Remember, unless nothing but other columns was saved."""
    names = {name for column, english in pairs(sender) for name in (column.name, english)}
    if not raw and (update_fields is None or names & set(update_fields)):
        remember(instance)


def _forget(sender: type[models.Model], instance: models.Model, **_kwargs: Any) -> None:
    content_type = ContentType.objects.get_for_model(sender)
    TranslatedText.objects.filter(content_type=content_type, object_id=instance.pk).delete()
