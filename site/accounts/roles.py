"""The roles of the staff: groups whose permissions are given by the slices that need them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from django.contrib.auth.models import Group, Permission
from django.db import transaction


class Role(StrEnum):
    """Names of groups: data, shown as they are in the admin."""

    EDITORS = "Éditeurs"
    MODERATORS = "Modérateurs"
    ADMINISTRATORS = "Administrateurs"


SetUp = Callable[[Group], None]

_permissions: dict[Role, set[str]] = {role: {"wagtailadmin.access_admin"} for role in Role}
_set_ups: dict[Role, list[SetUp]] = {role: [] for role in Role}


def grant(role: Role, *permissions: str) -> None:
    """Give a role permissions, each as "app_label.codename"; call it from an app's `ready()`."""
    _permissions[role].update(permissions)


def on_sync(role: Role, set_up: SetUp) -> None:
    """Call `set_up(group)` at each synchronisation; it must be safe to run twice.

    For rights that are not permissions of models: pages, collections, tasks of a workflow.
    """
    if set_up not in _set_ups[role]:
        _set_ups[role].append(set_up)


def granted(role: Role) -> frozenset[str]:
    """Return the permissions of a role; administrators have those of everyone."""
    if role is Role.ADMINISTRATORS:
        return frozenset().union(*_permissions.values())
    return frozenset(_permissions[role])


@transaction.atomic
def sync_roles() -> dict[Role, Group]:
    """Create the groups and give them what is registered; what was added by hand stays.

    Raises LookupError naming the permissions that do not exist: a misspelt one must not pass.
    """
    groups: dict[Role, Group] = {}
    for role in Role:
        group, _created = Group.objects.get_or_create(name=role.value)
        group.permissions.add(*permissions_named(granted(role)))
        for set_up in all_set_ups(role):
            set_up(group)
        groups[role] = group
    return groups


def all_set_ups(role: Role) -> list[SetUp]:
    """Return what a role runs at each synchronisation; administrators run everyone's."""
    if role is Role.ADMINISTRATORS:
        return list(dict.fromkeys(step for steps in _set_ups.values() for step in steps))
    return _set_ups[role]


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
