"""What `check --deploy` says of settings that only make sense together."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, register
from django.core.checks import Warning as CheckWarning


@register(Tags.security, deploy=True)
def behind_a_proxy(**_kwargs: Any) -> list[CheckMessage]:
    """Warn when a proxy is trusted for HTTPS and not for the visitor's address.

    Every visitor would then have the proxy's address, and share its limits with all the others.
    """
    count = int(getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0))
    if settings.SECURE_PROXY_SSL_HEADER and count < 1:
        return [
            CheckWarning(
                "BEHIND_PROXY is true and TRUSTED_PROXY_COUNT is 0: limits would count all visitors as one.",
                hint="Set TRUSTED_PROXY_COUNT to the number of proxies in front of the site, usually 1.",
                id="config.W001",
            )
        ]
    return []
