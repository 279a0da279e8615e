"""Give a page another type, in its place: same address, same history, same translations."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail_localize.models import TranslationSource


@transaction.atomic
def change_type(page: Any, model: type[Page]) -> Any:
    """Turn a page, its copies and its translations into `model`; fields of the same name keep their value.

    Returns the page as it is now, a `model`. What the former type alone had is lost: the caller chooses pairs
    where nothing of an editor's work is.
    """
    kind = ContentType.objects.get_for_model(model)
    former = type(page)
    same = former.objects.filter(translation_key=page.translation_key)
    numbers = list(same.values_list("pk", flat=True))
    for each in same:
        _write_row(each, model)
    # Only the row of the former type goes: the page itself, the parent row, stays.
    same._raw_delete(same.db)
    Page.objects.filter(pk__in=numbers).update(content_type=kind)
    for revision in Revision.objects.filter(object_id__in=[str(pk) for pk in numbers]).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    ):
        revision.content_type, revision.content["content_type"] = kind, kind.pk
        revision.save(update_fields=["content_type", "content"])
    TranslationSource.objects.filter(
        object__translation_key=page.translation_key,
        specific_content_type=ContentType.objects.get_for_model(former),
    ).update(specific_content_type=kind)
    for each in model._default_manager.filter(pk__in=numbers):
        ReferenceIndex.create_or_update_for_object(each)
    return model._default_manager.get(pk=page.pk)


def _write_row(page: Any, model: type[Page]) -> None:
    """Insert the row of the new type beside that of the page."""
    new = model(page_ptr_id=page.pk)
    for field in model._meta.local_concrete_fields:
        if not field.primary_key and hasattr(page, field.attname):
            setattr(new, field.attname, getattr(page, field.attname))
    # The parent row is there already: raw writes the local one only.
    models.Model.save_base(new, raw=True, force_insert=True)
