"""How often one may try to sign in: counted in the database, answered by 429 in plain words.

Attempts are counted by network address, by account and by both. The account's own count leaves out
the browsers its owner has signed in with, so that nobody can lock the owner out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.devices import known_device
from operations import ratelimit
from operations.email_addresses import limit_key
from operations.ratelimit import Decision

View = Callable[..., HttpResponse]
MINUTE, HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class Limit:
    """So many attempts in so many seconds, counted per "ip", "account" or "both"."""

    per: str
    attempts: int
    seconds: int


# Two windows for the same pair make the wait grow: five minutes, then the rest of the hour.
LIMITS: dict[str, tuple[Limit, ...]] = {
    "sign_in": (
        Limit("both", 5, 5 * MINUTE),
        Limit("both", 10, HOUR),
        Limit("account", 10, HOUR),
        Limit("ip", 60, 15 * MINUTE),
    ),
    "code": (Limit("account", 5, HOUR), Limit("ip", 30, HOUR)),
    "reset": (Limit("account", 5, HOUR), Limit("ip", 30, HOUR)),
    "code_entry": (Limit("ip", 60, HOUR),),
    "reset_entry": (Limit("ip", 60, HOUR),),
    "second_factor": (Limit("ip", 60, HOUR),),
    "account_change": (Limit("ip", 60, HOUR),),
}
# The field that names the account, action by action: another field is not read, whoever adds it to the form.
ADDRESS_FIELDS: dict[str, str] = {"sign_in": "login", "code": "email", "reset": "email"}
# Only failures count there: a person who gets in gives the attempt back.
FAILURES_ONLY = frozenset({"sign_in", "code_entry", "second_factor"})


def limited(action: str) -> Callable[[View], View]:
    """Count the POSTs of a view and answer 429 past its limits."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if request.method != "POST":
                return view(request, *args, **kwargs)
            decision = count(request, action)
            if not decision:
                return too_many(request, decision.retry_after)
            response = view(request, *args, **kwargs)
            if action in FAILURES_ONLY and response.status_code in {302, 303}:
                give_back(request, action)
            return response

        return guarded

    return decorate


def count(request: HttpRequest, action: str) -> Decision:
    """Count one attempt in each window of the action; the longest wait wins."""
    now = timezone.now()
    refused = [
        decision
        for scope, key, limit in windows(request, action)
        if not (
            decision := ratelimit.allow(
                scope=scope, key=key, limit=limit.attempts, per_seconds=limit.seconds, now=now
            )
        )
    ]
    return max(refused, key=lambda decision: decision.retry_after, default=ratelimit.ALLOWED)


def give_back(request: HttpRequest, action: str) -> None:
    """Take the attempt of a person who got in out of the counts."""
    for scope, key, _limit in windows(request, action):
        ratelimit.give_back(scope=scope, key=key)


def windows(request: HttpRequest, action: str) -> list[tuple[str, str, Limit]]:
    """List the windows an attempt counts in, as (scope, key, limit)."""
    address = request.POST.get(ADDRESS_FIELDS.get(action, ""), "").strip().lower()[:254]
    ip = ratelimit.client_ip(request)
    device = known_device(request, address) if address else ""
    mailbox = limit_key(address)
    keys = {"ip": ip, "account": f"{mailbox} {device}", "both": f"{mailbox} {device or ip}"}
    return [
        (f"{action}.{limit.per}.{limit.seconds}", keys[limit.per], limit)
        for limit in LIMITS[action]
        if limit.per == "ip" or address
    ]


def too_many(request: HttpRequest, retry_after: int) -> HttpResponse:
    """Ask for patience: 429, with the wait in seconds for machines and in minutes for people."""
    minutes = max(1, -(-retry_after // MINUTE))
    response = render(request, "429.html", {"minutes": minutes}, status=429)
    response["Retry-After"] = str(max(1, retry_after))
    return response
