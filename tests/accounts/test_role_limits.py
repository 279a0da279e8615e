"""Who sees what: each role enters its own screens, and the translator sees nothing that is personal."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupPagePermission, Locale, Page
from wagtail_localize.models import StringSegment, Translation

from accounts.roles import Role, granted
from tests.cast import Cast
from tests.factories import make_page
from ui.models import KeyFigure

pytestmark = pytest.mark.django_db
# Applications whose rows say something of a person. A translator holds no permission on any of them.
PERSONAL = {
    "accounts", "auth", "mailing", "operations", "employers", "offers", "employer_space", "ambassadors", "events",
    "health", "welcome", "contact", "wagtailforms",
}  # fmt: skip
PERSONAL_SCREENS = (
    "wagtailusers_users:index",
    "wagtailusers_groups:index",
    "offers_admin:queue",
    "employers_admin:queue",
    "wagtailimages:add",
    "wagtaildocs:add",
)


def lists_of_our_screens() -> list[str]:
    """Return the names of the screens of the team that list people or requests."""
    from django.urls import get_resolver

    found: list[str] = []
    for namespace in ("events", "ambassadors", "contact", "welcome", "health"):
        resolver = get_resolver().namespace_dict.get(f"{namespace}_admin")
        if resolver is None:
            continue
        known = resolver[1].reverse_dict
        found += [
            f"{namespace}_admin:{name}"
            for name in known
            if isinstance(name, str) and not known.getlist(name)[0][0][0][1]
        ]
    return sorted(found)


def codes(role: Role) -> set[str]:
    return {name.partition(".")[0] for name in granted(role)}


def test_a_translator_holds_no_permission_on_people() -> None:
    assert codes(Role.TRANSLATORS) & PERSONAL == set()
    assert not any("referent" in name for name in granted(Role.TRANSLATORS))


@pytest.mark.parametrize("name", PERSONAL_SCREENS)
def test_a_translator_opens_no_screen_about_people(cast: Cast, name: str) -> None:
    answer = cast.client(cast.translator).get(reverse(name))

    assert answer.status_code in (302, 403, 404)


def test_a_translator_opens_none_of_the_teams_lists(cast: Cast) -> None:
    translator, administrator = cast.client(cast.translator), cast.client(cast.administrator)
    names = lists_of_our_screens()
    assert len(names) >= 5

    opened = [name for name in names if translator.get(reverse(name)).status_code == 200]
    assert opened == []
    assert any(administrator.get(reverse(name)).status_code == 200 for name in names)


def test_a_translator_changes_and_publishes_the_other_languages_only(cast: Cast) -> None:
    french = Page.objects.get(depth=2, locale__language_code="fr")
    english = Page.objects.get(depth=2, locale__language_code="en")

    in_french = french.permissions_for_user(cast.translator)
    in_english = english.permissions_for_user(cast.translator)

    assert not in_french.can_edit()
    assert not in_french.can_publish()
    assert in_english.can_edit()
    assert in_english.can_publish()
    assert not in_english.can_add_subpage()
    assert not in_english.can_delete()


def test_a_translator_is_given_what_to_translate(cast: Cast) -> None:
    make_page("Une page que personne n’a traduite", slug="non-traduite")

    html = cast.client(cast.translator).get("/admin/").content.decode()

    assert 'aria-labelledby="panel-translations"' in html
    assert "/admin/localize/submit/page/" in html
    assert 'aria-labelledby="panel-desk"' not in html


def test_the_personal_screens_of_a_slice_open_for_its_own_role_only(cast: Cast) -> None:
    assert "welcome" in codes(Role.REFERENTS)
    assert "health" in codes(Role.HEALTH_CONTACTS)
    for role in (Role.EDITORS, Role.PUBLISHERS, Role.TRANSLATORS, Role.HEALTH_CONTACTS):
        assert not any(name.startswith("welcome.") for name in granted(role)), role
    # Households are read by referents only, and by those who may do everything.
    assert not any(name.startswith("welcome.") for name in granted(Role.MODERATORS))


def test_an_editor_writes_everywhere_and_publishes_nowhere() -> None:
    rights = GroupPagePermission.objects.filter(group__name=Role.EDITORS)

    assert set(rights.values_list("permission__codename", flat=True)) == {
        "add_page",
        "change_page",
        "lock_page",
        "unlock_page",
    }


@pytest.mark.parametrize(
    ("who", "may"), [("editor", False), ("publisher", True), ("administrator", True)]
)
def test_only_publishers_lead_an_old_address_anywhere(cast: Cast, who: str, may: bool) -> None:
    client = cast.client(getattr(cast, who))
    add, elsewhere = reverse("wagtailredirects:add"), "https://ailleurs.example/"
    values = {"old_path": "/vieille", "site": "", "is_permanent": "on", "redirect_link": elsewhere}

    assert (client.get(add).status_code == 200) is may
    client.post(add, values)

    assert Redirect.objects.filter(redirect_link=elsewhere).exists() is may
    redirect = Redirect.objects.create(old_path="/autre", redirect_link="/offres/")
    for name in ("edit", "delete"):
        address = reverse(f"wagtailredirects:{name}", args=[redirect.pk])
        assert (client.get(address).status_code == 200) is may, name
    menu = client.get("/admin/").content.decode()
    assert (reverse("wagtailredirects:index") in menu) is may
    # What leads from one address of the site to another stays everybody's who writes, as does the list.
    missed = client.get(reverse("redirection_admin:missed"))
    assert missed.status_code == 200
    assert reverse("wagtailredirects:index") in missed.content.decode()
    assert client.get(reverse("wagtailredirects:index")).status_code == 200
    assert client.get(reverse("redirection_admin:add")).status_code == 200


def test_what_editors_held_of_redirections_is_taken_once() -> None:
    group = Group.objects.get(name=Role.EDITORS)
    held = Permission.objects.filter(
        content_type__app_label="wagtailredirects", codename__in=("add_redirect", "delete_redirect")
    )
    group.permissions.add(*held)
    migration = import_module(
        "home.redirection.migrations.0002_leave_free_redirections_to_publishers"
    )

    migration.take(apps, connection.schema_editor())

    left = group.permissions.filter(content_type__app_label="wagtailredirects")
    assert set(left.values_list("codename", flat=True)) == {"view_redirect"}


def figure_screen(figure: KeyFigure) -> str:
    """Return the screen of a figure."""
    return reverse("wagtailsnippets_ui_keyfigure:edit", args=[figure.pk])


def changed(figure: KeyFigure) -> dict[str, Any]:
    """Return what a form would send to change the value of a figure."""
    names = ("prefix", "unit", "label", "definition", "year", "period", "source", "source_url")
    return {name: getattr(figure, name) for name in names} | {"value": "999", "query": ""}


def test_a_translator_changes_neither_the_french_nor_the_figures(cast: Cast) -> None:
    figure = KeyFigure.objects.create(
        value="42", label="postes", definition="Tous.", year=2026, source="Essai",
        locale=Locale.objects.get(language_code="fr"),
    )  # fmt: skip
    translator, french = cast.client(cast.translator), figure_screen(figure)

    for answer in (translator.get(french), translator.post(french, changed(figure))):
        assert answer["Location"] == reverse("wagtailsnippets_ui_keyfigure:list")
    figure.refresh_from_db()
    assert figure.value == "42"
    cast.client(cast.editor).post(french, changed(figure))
    figure.refresh_from_db()
    assert figure.value == "999"


def test_a_translator_translates_the_words_of_a_figure(cast: Cast) -> None:
    figure = KeyFigure.objects.create(
        value="42", label="postes", definition="Tous.", year=2026, source="Essai",
        locale=Locale.objects.get(language_code="fr"),
    )  # fmt: skip
    english, translator = Locale.objects.get(language_code="en"), cast.client(cast.translator)
    submit = reverse(
        "wagtail_localize:submit_snippet_translation", args=["ui", "keyfigure", figure.pk]
    )
    translator.post(submit, {"locales": english.pk})
    translated = figure.get_translation(english)
    screen = figure_screen(translated)

    assert translator.get(screen).status_code == 200
    translation = Translation.objects.get(source__object_id=figure.translation_key)
    segment = StringSegment.objects.get(source=translation.source, string__data="postes")
    address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    body, kind = "value=jobs", "application/x-www-form-urlencoded"
    assert translator.put(address, body, content_type=kind).status_code == 201
    translator.post(screen, {"action": "publish"})
    translated.refresh_from_db()
    assert (translated.label, translated.value) == ("jobs", "42")

    # Stopped, it would be a form like any other, with the value in it.
    translator.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    translator.post(screen, changed(translated))
    translated.refresh_from_db()
    assert translated.value == "42"
    assert translator.get(screen).status_code == 302
    translator.post(screen, {"localize-restart-translation": "1"})
    assert translator.get(screen).status_code == 200


def test_publishers_do_what_editors_do_and_publish() -> None:
    assert granted(Role.EDITORS) <= granted(Role.PUBLISHERS)
    rights = GroupPagePermission.objects.filter(group__name=Role.PUBLISHERS)
    assert "publish_page" in set(rights.values_list("permission__codename", flat=True))


def test_every_permission_that_is_given_exists() -> None:
    names: set[str] = set()
    for role in Role:
        names |= granted(role)
    known: Any = Permission.objects.values_list("content_type__app_label", "codename")
    assert names <= {f"{label}.{code}" for label, code in known}
