"""What every page of the space shows around its content."""

from __future__ import annotations

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.urls import reverse
from django.utils.translation import gettext as _

from employer_space.access import MemberRequest

register = template.Library()


@register.simple_tag(takes_context=True)
def space_tabs(context: Context) -> list[tuple[str, str, bool]]:
    """Return the tabs of the space, the kit only for a member of the network, with the current one marked."""
    request: MemberRequest = context["request"]
    tabs = [(_("My offers"), "employer_space:dashboard")]
    if request.employer.is_verified:
        tabs.append((_("Communication kit"), "employer_space:kit"))
    tabs += [
        (_("My establishment"), "employer_space:establishments"),
        (_("Team"), "employer_space:team"),
        (_("My account"), "employer_space:account"),
    ]
    return [(label, url := reverse(name), is_current(request, url)) for label, name in tabs]


def is_current(request: HttpRequest, url: str) -> bool:
    """Say whether the page shown belongs under the tab that leads to `url`."""
    dashboard = reverse("employer_space:dashboard")
    if url == dashboard:
        return request.path == dashboard or request.path.startswith(f"{dashboard}offres/")
    return request.path.startswith(url)
