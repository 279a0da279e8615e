"""What the group of editors may do: pages, images, documents, figures, menus. Nothing about offers or people."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from accounts.roles import Role, grant, on_sync

PERMISSIONS = (
    "ui.add_keyfigure",
    "ui.change_keyfigure",
    "ui.delete_keyfigure",
    "ui.view_keyfigure",
    "ui.change_sitesettings",
    "ui.change_navigationsettings",
    "wagtail_localize.submit_translation",
    "wagtailredirects.add_redirect",
    "wagtailredirects.change_redirect",
    "wagtailredirects.delete_redirect",
    "wagtailredirects.view_redirect",
)
PAGE_ACTIONS = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
# Wagtail asks for the permissions of its own image and document models, whatever ours are.
COLLECTION_ACTIONS = {
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
}


def register() -> None:
    """Give the permissions of models, and ask to be called for those of the tree and of the collections."""
    grant(Role.EDITORS, *PERMISSIONS)
    on_sync(Role.EDITORS, open_tree_and_collections)


def open_tree_and_collections(group: Group) -> None:
    """Let the group write, publish and translate every page, and file images and documents. Safe to run twice."""
    root = Page.get_first_root_node()
    collection = Collection.get_first_root_node()
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=PAGE_ACTIONS
    ):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    for app_label, codenames in COLLECTION_ACTIONS.items():
        for permission in Permission.objects.filter(
            content_type__app_label=app_label, codename__in=codenames
        ):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission
            )
