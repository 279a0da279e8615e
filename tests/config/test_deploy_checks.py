"""Settings that only make sense together are said so before a deployment."""

from __future__ import annotations

import pytest

from config.deploy_checks import behind_a_proxy

HEADER = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize(
    ("header", "count", "warnings"),
    [(HEADER, 0, ["config.W001"]), (HEADER, 1, []), (None, 0, [])],
)
def test_a_proxy_trusted_by_half_is_said_so(settings, header, count, warnings):
    settings.SECURE_PROXY_SSL_HEADER, settings.ALLAUTH_TRUSTED_PROXY_COUNT = header, count
    assert [warning.id for warning in behind_a_proxy()] == warnings
