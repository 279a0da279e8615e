"""Count attempts in the database, so that a limit holds for all processes and through a cache outage."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Network, ip_address

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from operations.models import RateWindow

# One household or one hacker usually holds a whole /64.
IPV6_PREFIX = 64


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether an attempt is allowed; if not, after how many seconds to come back."""

    allowed: bool
    retry_after: int = 0

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Decision(allowed=True)


def allow(*, scope: str, key: str, limit: int, per_seconds: int, now: datetime) -> Decision:
    """Count one attempt and say whether it is among the first `limit` of its window.

    The window opens at the first attempt and lasts `per_seconds`. `key` (an address, an e-mail) is
    stored as a digest only. Each step is one conditional statement, so parallel attempts are all counted.
    """
    digest = digest_of(scope, key)
    rows = RateWindow.objects.filter(scope=scope, key=digest)
    ends_at = now + timedelta(seconds=per_seconds)
    for _turn in range(3):
        if limit > 0 and rows.filter(ends_at__gt=now, count__lt=limit).update(count=F("count") + 1):
            return ALLOWED
        if limit > 0 and rows.over(now).update(count=1, ends_at=ends_at):
            return ALLOWED
        row = rows.first()
        if row is not None and (row.count >= limit or limit <= 0):
            return refusal(ends_at=row.ends_at, now=now, per_seconds=per_seconds)
        if row is not None:
            continue  # another process opened the window between our two looks: count in that one
        if limit <= 0:
            break
        try:
            with transaction.atomic():
                RateWindow.objects.create(scope=scope, key=digest, count=1, ends_at=ends_at)
        except IntegrityError:
            continue  # another process opened the window first: count in that one
        return ALLOWED
    return Decision(allowed=False, retry_after=per_seconds)


def peek(*, scope: str, key: str, limit: int, now: datetime) -> Decision:
    """Say whether one more attempt would be allowed, without counting it."""
    row = RateWindow.objects.filter(
        scope=scope, key=digest_of(scope, key), ends_at__gt=now, count__gte=limit
    ).first()
    if row is None:
        return ALLOWED
    return refusal(ends_at=row.ends_at, now=now)


def give_back(*, scope: str, key: str) -> None:
    """Take one attempt out of the count: it turned out to be a success."""
    rows = RateWindow.objects.filter(scope=scope, key=digest_of(scope, key), count__gt=0)
    rows.update(count=F("count") - 1)


def forget(*, scope: str, key: str) -> None:
    """Close the window of `key`: the person proved who they are."""
    RateWindow.objects.filter(scope=scope, key=digest_of(scope, key)).delete()


def refusal(*, ends_at: datetime, now: datetime, per_seconds: int | None = None) -> Decision:
    """Refuse, with the whole number of seconds left before the window ends."""
    seconds = max(1, math.ceil((ends_at - now).total_seconds()))
    return Decision(allowed=False, retry_after=min(seconds, per_seconds or seconds))


def digest_of(scope: str, key: str) -> str:
    """Turn a key into what is stored: the same key always gives the same digest, which tells nothing."""
    return salted_hmac(f"operations.ratelimit.{scope}", key, algorithm="sha256").hexdigest()


def client_ip(request: HttpRequest) -> str:
    """Return the visitor's network address, trusting only the last TRUSTED_PROXY_COUNT hops.

    With no declared proxy, X-Forwarded-For is ignored: anyone can write it. IPv6 is cut to its /64.
    """
    hops = [str(request.META.get("REMOTE_ADDR") or "")]
    trusted = int(getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0))
    if trusted > 0:
        forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR") or "")
        hops = [part.strip() for part in forwarded.split(",") if part.strip()] or hops
    return network_of(
        hops[-trusted] if 0 < trusted <= len(hops) else hops[-1 if not trusted else 0]
    )


def network_of(address: str) -> str:
    """Return a canonical address; what is no address counts as one common visitor."""
    try:
        parsed = ip_address(address.strip("[]"))
    except ValueError:
        return "unknown"
    if parsed.version == 6:
        return str(IPv6Network((parsed, IPV6_PREFIX), strict=False).network_address)
    return str(parsed)
