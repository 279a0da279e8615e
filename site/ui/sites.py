"""The site that a request is for, read together with its settings."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Site


def site_for(request: HttpRequest) -> Site | None:
    """Return the request's site with its settings: one query a request, kept where Wagtail looks for it."""
    known = getattr(request, "_site_with_settings", None)
    if known is not None:
        return known
    hostname = split_domain_port(request._get_raw_host())[0]  # type: ignore[attr-defined]
    site = choose_site(sites_with_settings(), hostname, request.get_port())
    request._wagtail_site = request._site_with_settings = site  # type: ignore[attr-defined]
    return site


def sites_with_settings() -> list[Site]:
    """Return every site with its home page, its contact details and its menus."""
    related = ("root_page", "sitesettings", "navigationsettings")
    return list(Site.objects.select_related(*related).order_by("pk"))


def choose_site(sites: list[Site], hostname: str, port: str | int) -> Site | None:
    """Choose as Wagtail does: host and port, host and default, the default, the only one of that host."""
    same_host = [site for site in sites if site.hostname == hostname]
    for site in same_host:
        if str(site.port) == str(port):
            return site
    for site in same_host:
        if site.is_default_site:
            return site
    if len(same_host) == 1:
        return same_host[0]
    return next((site for site in sites if site.is_default_site), None)
