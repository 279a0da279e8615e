"""The page of a territory that the team adds: made at once, as `manage.py bootstrap` makes those of the first ones."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Locale

from home.bootstrap import ensure_child
from home.translations import translate
from home.welcome.models import TerritoryPage, WelcomeIndexPage
from home.welcome.models.pages import TAKEN_SLUGS
from home.welcome.setup import territory_branch
from territory.gazetteer import current
from territory.models import Territory


@transaction.atomic
def add_page(territory: Territory) -> TerritoryPage | None:
    """Publish the page of a territory in both languages.

    None when it has one already, in whatever state, when it has no commune, or when its address is not free.
    """
    french = settings.LANGUAGE_CODE
    index = WelcomeIndexPage.objects.filter(locale__language_code=french).first()
    branch = territory_branch(territory, current())
    if index is None or branch is None or not _is_free(territory, index):
        return None
    page: TerritoryPage = ensure_child(index, branch.page)
    for english in Locale.objects.filter(language_code="en"):
        translate(page, english, branch.english)
    return page


def _is_free(territory: Territory, index: WelcomeIndexPage) -> bool:
    has_page = TerritoryPage.objects.filter(territory=territory).exists()
    is_taken = index.get_children().filter(slug=territory.slug).exists()
    return not (has_page or is_taken or territory.slug in TAKEN_SLUGS)


def add_page_and_say_so(request: HttpRequest, instance: Any) -> None:
    """Follow what somebody does in the admin: a territory saved there has its page before the next release."""
    if not isinstance(instance, Territory):
        return
    page = add_page(instance)
    if page is None:
        return
    edit = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Edit the page"))
    text = _("The page “%(title)s” is online, in both languages.") % {"title": page.title}
    messages.success(request, text, buttons=[edit])
