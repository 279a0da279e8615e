"""Roles hold what the slices ask for, and what was added by hand."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission

from accounts import roles
from accounts.roles import Role


def names(group):
    return {
        f"{p.content_type.app_label}.{p.codename}"
        for p in group.permissions.select_related("content_type")
    }


def test_the_groups_exist_and_enter_the_admin(db):
    groups = roles.sync_roles()
    assert {group.name for group in groups.values()} == {
        "Éditeurs",
        "Responsables de publication",
        "Traducteurs",
        "Modérateurs",
        "Référents accueil",
        "Contacts santé",
        "Administrateurs",
    }
    for group in groups.values():
        assert "wagtailadmin.access_admin" in names(group)


def test_synchronising_twice_changes_nothing_and_keeps_what_was_added_by_hand(db):
    group = roles.sync_roles()[Role.EDITORS]
    group.permissions.add(Permission.objects.get(codename="add_group"))
    before = names(group)
    roles.sync_roles()
    assert names(group) == before
    assert Group.objects.filter(name="Éditeurs").count() == 1


def test_slices_give_permissions_and_administrators_have_them_all(db, monkeypatch):
    monkeypatch.setattr(
        roles, "_permissions", {role: set(p) for role, p in roles._permissions.items()}
    )
    monkeypatch.setattr(roles, "_set_ups", {role: list(s) for role, s in roles._set_ups.items()})
    seen = []
    roles.grant(Role.EDITORS, "auth.view_group")
    roles.on_sync(Role.EDITORS, lambda group: seen.append(group.name))
    groups = roles.sync_roles()
    assert "auth.view_group" in names(groups[Role.EDITORS])
    assert "auth.view_group" in names(groups[Role.ADMINISTRATORS])
    assert "auth.view_group" not in names(groups[Role.MODERATORS])
    assert "auth.view_group" in names(groups[Role.PUBLISHERS])
    assert seen == ["Éditeurs", "Responsables de publication", "Administrateurs"]


def test_a_misspelt_permission_is_refused(db, monkeypatch):
    monkeypatch.setattr(roles, "_permissions", {role: set() for role in Role})
    roles.grant(Role.EDITORS, "auth.fly")
    with pytest.raises(LookupError, match=r"auth\.fly"):
        roles.sync_roles()


def test_what_a_new_role_takes_over_is_taken_once(db, monkeypatch):
    monkeypatch.setattr(roles, "_beginnings", {role: [] for role in Role})
    taken = []
    roles.on_first_sync(Role.PUBLISHERS, lambda group: taken.append(group.name))
    Group.objects.filter(name=Role.PUBLISHERS).delete()
    roles.sync_roles()
    roles.sync_roles()
    assert taken == ["Responsables de publication"]
