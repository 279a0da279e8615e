"""How many messages wait for an answer, for the dashboard."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Min
from django.utils.translation import gettext_lazy as _

from ui.waiting import Waiting, WaitingKind

from .delays import answer_days, longest
from .emails import ANSWER_PERMISSION
from .models import ContactMessage


def read(_user: Any) -> Waiting:
    """Count the messages that nobody has handled."""
    found = ContactMessage.objects.waiting().aggregate(number=Count("pk"), oldest=Min("created_at"))
    return Waiting(count=found["number"], oldest=found["oldest"])


def kind() -> WaitingKind:
    """Return what waits, late past the longest that the promise may last: the list counts the working days themselves."""
    return WaitingKind(
        name="contact.messages",
        label=_("Messages received"),
        permission=ANSWER_PERMISSION,
        read=read,
        url_name="contact_admin:list",
        late_after=longest(answer_days()),
        order=60,
    )
