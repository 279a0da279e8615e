"""How many requests to register are taken: each writes a mail and keeps places for a time.

A request that is confirmed was a person's: what it counted for its event is given back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from home.events.availability import largest_party
from operations.email_addresses import limit_key
from operations.ratelimit import ALLOWED, Decision, allow, client_ip, give_back

if TYPE_CHECKING:
    from django.http import HttpRequest

    from home.events.models import EventPage

# A school or a hospital has one address on the network for all its people.
PER_NETWORK = 20
# Each one writes to the address: one that is somebody else's is not flooded.
PER_ADDRESS = 5
# Persons not confirmed yet, in an hour: one network does not empty a room.
PER_NETWORK_AND_EVENT = 10
# Requests not confirmed yet, in an hour: those that follow are taken, and keep no place before they are confirmed.
PER_EVENT = 100
HOUR, DAY = 3600, 24 * 3600
EVENT, NETWORK_AND_EVENT = "events.event", "events.network_event"


def may_register(request: HttpRequest, event: EventPage, *, email: str, persons: int) -> Decision:
    """Count a request for the visitor's network and for the address written to, and its persons for the room."""
    network, both, _key = _keys(request, event)
    now = timezone.now()
    for scope, counted, limit, seconds in (
        ("events.network", network, PER_NETWORK, HOUR),
        ("events.address", limit_key(email), PER_ADDRESS, DAY),
    ):
        decision = allow(scope=scope, key=counted, limit=limit, per_seconds=seconds, now=now)
        if not decision:
            return decision
    # The largest party that the form accepts is never too many by itself.
    limit = max(PER_NETWORK_AND_EVENT, largest_party(event))
    for counted_already in range(persons):
        decision = allow(scope=NETWORK_AND_EVENT, key=both, limit=limit, per_seconds=HOUR, now=now)
        if not decision:
            _give_back(NETWORK_AND_EVENT, both, counted_already)
            return decision
    return ALLOWED


def may_hold(request: HttpRequest, event: EventPage) -> bool:
    """Count a request for its event, and say whether it may keep a place; nobody is sent away for this."""
    _network, _both, key = _keys(request, event)
    now = timezone.now()
    return bool(allow(scope=EVENT, key=key, limit=PER_EVENT, per_seconds=HOUR, now=now))


def forgive(request: HttpRequest, event: EventPage, *, persons: int) -> None:
    """Take a request that was confirmed out of the counts of its event."""
    _network, both, key = _keys(request, event)
    _give_back(NETWORK_AND_EVENT, both, persons)
    _give_back(EVENT, key, 1)


def _give_back(scope: str, key: str, times: int) -> None:
    for _time in range(times):
        give_back(scope=scope, key=key)


def _keys(request: HttpRequest, event: EventPage) -> tuple[str, str, str]:
    # The same event in another language is the same room.
    network, key = client_ip(request), event.translation_key.hex
    return network, f"{network} {key}", key
