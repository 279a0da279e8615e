"""Take the portrait of somebody who is forgotten out of the site for good: pages, versions, translations, photo."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex
from wagtail_localize.models import String, StringSegment, StringTranslation

from home.ambassadors.models import Ambassador, PortraitPage
from ui.models import SiteImage


def erase_portrait(person: Ambassador) -> bool:
    """Delete a person's portrait in every language, with all that was kept of it; must run inside a transaction.

    False when there is none. A photo that another page shows stays in the library, for that page.
    """
    if person.portrait is None:
        return False
    key = person.portrait.translation_key
    of_person = Q(translation_key=key) | Q(alias_of__translation_key=key)
    pages = list(PortraitPage.objects.filter(of_person).order_by("pk"))
    photos = {number for page in pages for number in (page.photo_id, page.social_image_id)}
    strings = _strings_of(key)
    for page in pages:
        # Read again: taking the French page off the site has changed its translations.
        PortraitPage.objects.get(pk=page.pk).delete()
    String.objects.filter(pk__in=strings).exclude(
        pk__in=StringSegment.objects.values("string")
    ).delete()
    # Wagtail's own history keeps the title of a page, which is the name of the person.
    PageLogEntry.objects.filter(page_id__in=[page.pk for page in pages]).update(label="", data={})
    for photo in SiteImage.objects.filter(pk__in=photos - {None}).order_by("pk"):
        _delete_photo(photo)
    return True


def _strings_of(key: Any) -> list[int]:
    """Return the sentences that the translators were given of a page."""
    given = StringSegment.objects.filter(source__object_id=key).values_list("string_id", flat=True)
    translated = StringTranslation.objects.filter(context__object_id=key)
    return [*given, *translated.values_list("translation_of_id", flat=True)]


def _delete_photo(photo: SiteImage) -> None:
    if ReferenceIndex.get_references_to(photo).exists():
        return
    history = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(SiteImage), object_id=str(photo.pk)
    )
    photo.delete()
    history.update(label="", data={})
