"""The collections of the kit, created once: its files, closed to everybody but staff groups, and its previews."""

from __future__ import annotations

from django.contrib.auth.models import Group
from wagtail.models import Collection, CollectionViewRestriction

from accounts.roles import Role

COLLECTION_NAME = "Kit de communication"
PREVIEWS_NAME = "Kit – aperçus"


def kit_collection() -> Collection | None:
    """Return the collection of the kit, None before `bootstrap`."""
    return Collection.objects.filter(name=COLLECTION_NAME).order_by("pk").first()


def is_in_kit(collection: Collection) -> bool:
    """Say whether a collection is the kit's, or below it."""
    kit = kit_collection()
    return kit is not None and (collection.pk == kit.pk or collection.is_descendant_of(kit))


def ensure_kit_collection() -> Collection:
    """Create the collection and its restriction; safe to run again.

    Documents are served by address to staff only: employers take them through the kit's own view, which
    checks their membership and counts.
    """
    collection = kit_collection() or Collection.get_first_root_node().add_child(
        name=COLLECTION_NAME
    )
    restriction, created = CollectionViewRestriction.objects.get_or_create(
        collection=collection,
        defaults={"restriction_type": CollectionViewRestriction.GROUPS},
    )
    if created:
        restriction.groups.set(Group.objects.filter(name__in=[role.value for role in Role]))
    return collection


def ensure_previews_collection() -> Collection:
    """Create the collection of the images that show the kit; safe to run again.

    They are small copies of posters: apart, they do not stand before the photographs when a page is illustrated.
    """
    found = Collection.objects.filter(name=PREVIEWS_NAME).order_by("pk").first()
    return found or Collection.get_first_root_node().add_child(name=PREVIEWS_NAME)


def ensure_collections() -> None:
    """Create both; safe to run again."""
    ensure_kit_collection()
    ensure_previews_collection()
