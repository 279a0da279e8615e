"""What the groups that write, publish and translate may do. Nothing about offers or people."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import Group, Permission
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    TranslatableMixin,
)
from wagtail.snippets.permissions import get_permission_name
from wagtail_localize.models import Translation

from accounts.roles import Role, grant, on_first_sync, on_sync

TRANSLATE_PERMISSION = "wagtail_localize.submit_translation"
# Held by the people who approve what editors send. Wagtail asks for its own rights on the tree besides.
PUBLISH_PERMISSION = "wagtailcore.publish_page"
# Publishers do all that editors do.
WRITING = (
    "ui.add_keyfigure",
    "ui.change_keyfigure",
    "ui.delete_keyfigure",
    "ui.view_keyfigure",
    "ui.change_sitesettings",
    "ui.change_navigationsettings",
    TRANSLATE_PERMISSION,
    "wagtailredirects.view_redirect",
)
# Wagtail's own screen leads an address anywhere, to another site too. Editors have ours, which stays on this site.
REDIRECTING = (
    "wagtailredirects.add_redirect",
    "wagtailredirects.change_redirect",
    "wagtailredirects.delete_redirect",
)
WRITE_PERMISSION = "ui.add_keyfigure"
WRITING_ACTIONS = ("add_page", "change_page", "lock_page", "unlock_page")
# The words of the figures are translated in the same screen as pages, which asks for the right to change them:
# `keep_to_translations` lets translators do that and nothing more.
TRANSLATING = (TRANSLATE_PERMISSION, "ui.view_keyfigure", "ui.change_keyfigure")
TRANSLATING_ACTIONS = ("change_page", "publish_page")
# Wagtail asks for the permissions of its own image and document models, whatever ours are.
COLLECTION_ACTIONS = {
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
}


def register() -> None:
    """Give the permissions of models, and ask to be called for those of the tree and of the collections."""
    grant(Role.EDITORS, *WRITING)
    grant(Role.PUBLISHERS, PUBLISH_PERMISSION, *REDIRECTING)
    grant(Role.TRANSLATORS, *TRANSLATING)
    on_sync(Role.EDITORS, let_write)
    on_sync(Role.PUBLISHERS, let_publish)
    on_sync(Role.TRANSLATORS, let_translate)
    on_first_sync(Role.PUBLISHERS, take_publishing_from_editors)
    # Before wagtail-localize's own hook, which opens the screen of translations.
    hooks.register("before_edit_snippet", keep_to_translations, order=-100)


def let_write(group: Group) -> None:
    """Let the group write every page, and file images and documents."""
    _open_pages(group, Page.get_first_root_node(), WRITING_ACTIONS)
    _open_collections(group)


def let_publish(group: Group) -> None:
    """Let the group publish every page."""
    _open_pages(group, Page.get_first_root_node(), ("publish_page",))


def let_translate(group: Group) -> None:
    """Let the group change and publish the pages of the other languages only. Before there are any, nothing."""
    trees = Page.objects.filter(depth=2).exclude(locale__language_code=settings.LANGUAGE_CODE)
    for home in trees.order_by("pk"):
        _open_pages(group, home, TRANSLATING_ACTIONS)


def keep_to_translations(request: HttpRequest, row: Any) -> HttpResponse | None:
    """Open to people who only translate the screen of a translation, never the form that holds the French and the figures.

    Who may add a row writes it; who may only change it translates it. A translation that was stopped may be begun again.
    """
    is_writer = request.user.has_perm(get_permission_name("add", type(row)))
    if is_writer or not isinstance(row, TranslatableMixin):
        return None
    if row.locale.language_code != settings.LANGUAGE_CODE:
        known = Translation.objects.filter(
            source__object_id=row.translation_key, target_locale_id=row.locale_id
        )
        is_begun_again = request.method == "POST" and "localize-restart-translation" in request.POST
        if (known if is_begun_again else known.filter(enabled=True)).exists():
            return None
    messages.error(
        request,
        gettext("You translate: editors write the French and the figures. Choose “Translate”."),
    )
    return redirect(type(row).snippet_viewset.get_url_name("list"))


def take_publishing_from_editors(_publishers: Group) -> None:
    """Leave publishing to the group that was just created: editors had it on a site older than that group."""
    GroupPagePermission.objects.filter(
        group__name=Role.EDITORS,
        page=Page.get_first_root_node(),
        permission__codename="publish_page",
    ).delete()


def _open_pages(group: Group, page: Page, actions: tuple[str, ...]) -> None:
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=actions
    ):
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _open_collections(group: Group) -> None:
    collection = Collection.get_first_root_node()
    for app_label, codenames in COLLECTION_ACTIONS.items():
        for permission in Permission.objects.filter(
            content_type__app_label=app_label, codename__in=codenames
        ):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=permission
            )
