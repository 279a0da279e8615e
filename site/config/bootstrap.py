"""Make an empty database a usable site; run again, it adds what is missing and changes nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from wagtail.models import Workflow

from accounts import roles
from employer_space.kit.setup import ensure_collections
from home.ambassadors.setup import ensure_charter
from home.approval import ensure_page_workflow
from home.bootstrap import ensure_editorial_site
from home.editors import let_translate
from home.english_columns import remember_what_is_not
from home.health.reference import load_aids
from jobs.offers.reference import load_families, load_occupations
from jobs.offers.workflow_setup import ensure_workflow
from territory import reference as territory_reference


def steps() -> Iterator[tuple[str, Callable[[], object]]]:
    """Give the steps in their order, each with the words that announce it."""
    yield "Communes, intercommunalités, territories", territory_reference.load
    yield "Job families and ROME codes", _load_occupations
    yield "Roles and permissions", roles.sync_roles
    yield "Wagtail's samples", _remove_wagtail_samples
    yield "Languages, site, pages, menus", lambda: ensure_editorial_site(base_url=settings.BASE_URL)
    yield "Review workflow", _ensure_review
    yield "Approval of pages", _ensure_approval
    yield "Charter of the ambassadors", lambda: ensure_charter(timezone.now())
    yield "Aids of the health professions", load_aids
    yield "Communication kit", ensure_collections
    yield "English beside the French", remember_what_is_not


def _load_occupations() -> None:
    load_families()
    load_occupations()


def _remove_wagtail_samples() -> None:
    """Remove the groups and the page workflow that Wagtail creates, unless somebody uses them."""
    workflow = Workflow.objects.filter(name="Moderators approval").first()
    if workflow is not None and not workflow.workflow_states.exists():
        for task in workflow.tasks:
            task.delete()
        workflow.delete()
    Group.objects.filter(name__in=("Moderators", "Editors"), user__isnull=True).delete()


def _ensure_review() -> None:
    ensure_workflow(Group.objects.get(name=roles.Role.MODERATORS))


def _ensure_approval() -> None:
    """Let publishers approve; open the other languages' pages, which did not exist when roles were given theirs."""
    groups = {group.name: group for group in Group.objects.all()}
    ensure_page_workflow(groups[roles.Role.PUBLISHERS])
    for role in (roles.Role.TRANSLATORS, roles.Role.ADMINISTRATORS):
        let_translate(groups[role])


@transaction.atomic
def bootstrap(say: Callable[[str], object] = lambda _text: None) -> None:
    """Run every step in one transaction, announcing each with `say`."""
    for label, step in steps():
        say(label)
        step()
