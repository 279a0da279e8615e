"""The roles of the staff: groups whose permissions are given by the slices that need them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from django.contrib.auth.models import Group, Permission
from django.db import transaction


class Role(StrEnum):
    """Names of groups: data, shown as they are in the admin."""

    EDITORS = "Éditeurs"
    PUBLISHERS = "Responsables de publication"
    TRANSLATORS = "Traducteurs"
    MODERATORS = "Modérateurs"
    REFERENTS = "Référents accueil"
    HEALTH_CONTACTS = "Contacts santé"
    ADMINISTRATORS = "Administrateurs"


SetUp = Callable[[Group], None]

# A role that does all that another one does.
_INCLUDED: dict[Role, tuple[Role, ...]] = {
    Role.PUBLISHERS: (Role.EDITORS,),
    Role.ADMINISTRATORS: tuple(Role),
}

_permissions: dict[Role, set[str]] = {role: {"wagtailadmin.access_admin"} for role in Role}
_set_ups: dict[Role, list[SetUp]] = {role: [] for role in Role}
_beginnings: dict[Role, list[SetUp]] = {role: [] for role in Role}


def grant(role: Role, *permissions: str) -> None:
    """Give a role permissions, each as "app_label.codename"; call it from an app's `ready()`."""
    _permissions[role].update(permissions)


def on_sync(role: Role, set_up: SetUp) -> None:
    """Call `set_up(group)` at each synchronisation; it must be safe to run twice.

    For rights that are not permissions of models: pages, collections, tasks of a workflow.
    """
    if set_up not in _set_ups[role]:
        _set_ups[role].append(set_up)


def on_first_sync(role: Role, set_up: SetUp) -> None:
    """Call `set_up(group)` once in the life of a site: at the synchronisation that creates the group of the role.

    For what a new role takes over from an older one: what somebody gives by hand afterwards is theirs to give.
    """
    if set_up not in _beginnings[role]:
        _beginnings[role].append(set_up)


def granted(role: Role) -> frozenset[str]:
    """Return the permissions of a role, with those of the roles that it includes."""
    return frozenset().union(*(_permissions[each] for each in (role, *_INCLUDED.get(role, ()))))


@transaction.atomic
def sync_roles() -> dict[Role, Group]:
    """Create the groups and give them what is registered; what was added by hand stays.

    Raises LookupError naming the permissions that do not exist: a misspelt one must not pass.
    """
    groups: dict[Role, Group] = {}
    for role in Role:
        group, is_new = Group.objects.get_or_create(name=role.value)
        group.permissions.add(*permissions_named(granted(role)))
        for begin in _beginnings[role] if is_new else ():
            begin(group)
        for set_up in all_set_ups(role):
            set_up(group)
        groups[role] = group
    return groups


def all_set_ups(role: Role) -> list[SetUp]:
    """Return what a role runs at each synchronisation, the steps of the roles that it includes too."""
    roles = (role, *_INCLUDED.get(role, ()))
    return list(dict.fromkeys(step for each in roles for step in _set_ups[each]))


def permissions_named(names: frozenset[str]) -> list[Permission]:
    """Find permissions by "app_label.codename". Raises LookupError when one is missing."""
    found = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type").filter(
            codename__in={name.partition(".")[2] for name in names}
        )
    }
    missing = sorted(names - found.keys())
    if missing:
        raise LookupError(f"No such permission: {', '.join(missing)}")
    return [found[name] for name in sorted(names)]
