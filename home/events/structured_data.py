"""The event for search engines: schema.org Event, saying what the page says and nothing more.

https://developers.google.com/search/docs/appearance/structured-data/event
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from home.events.states import EventFormat
from ui.addresses import absolute

if TYPE_CHECKING:
    from home.events.models import EventPage

COUNTRY = "FR"
SCHEMA = "https://schema.org/"
# Inside <script>, these characters could end the element or open a comment (as `json_script` does).
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
_MODES = {
    EventFormat.ON_SITE: "OfflineEventAttendanceMode",
    EventFormat.ONLINE: "OnlineEventAttendanceMode",
    EventFormat.HYBRID: "MixedEventAttendanceMode",
}


def event_script(event: EventPage) -> SafeString:
    """Return the content of the `application/ld+json` script."""
    text = json.dumps(event_data(event), ensure_ascii=False)
    return mark_safe(text.translate(_ESCAPES))


def event_data(event: EventPage) -> dict[str, Any]:
    """Return an event as schema.org writes it; what the page does not say is absent."""
    found = {
        "@context": SCHEMA,
        "@type": "Event",
        "name": event.title,
        "description": event.summary,
        "url": absolute(event.address),
        "inLanguage": event.content_language,
        "startDate": _instant(event, event.starts_at, event.first_day),
        "endDate": _instant(event, event.ends_at, event.last_day),
        "eventStatus": f"{SCHEMA}{'EventCancelled' if event.is_cancelled else 'EventScheduled'}",
        "eventAttendanceMode": f"{SCHEMA}{_MODES[EventFormat(event.format)]}",
        "location": _locations(event),
        "organizer": {"@type": "Organization", "name": event.organiser}
        if event.organiser
        else None,
        "isAccessibleForFree": True if event.is_free else None,
        "maximumAttendeeCapacity": event.capacity,
    }
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _instant(event: EventPage, moment: Any, day: Any) -> str:
    """Return the instant with the offset of that day in the Lot; the day alone when the hours are not known."""
    return day.isoformat() if event.is_all_day else timezone.localtime(moment).isoformat()


def _locations(event: EventPage) -> Any:
    """Return the place, and where to register for the online part: the address of the meeting is never told."""
    online = {"@type": "VirtualLocation", "url": absolute(event.address)}
    if event.format == EventFormat.ONLINE:
        return online
    address = {
        "@type": "PostalAddress",
        "streetAddress": event.street,
        "postalCode": event.postcode,
        "addressLocality": event.city,
        "addressCountry": COUNTRY,
    }
    place = {
        "@type": "Place",
        "name": event.place_name or event.city,
        "address": {name: value for name, value in address.items() if value},
    }
    return [place, online] if event.format == EventFormat.HYBRID else place
