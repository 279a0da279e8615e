"""The attendance list as a table that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from ui.exports import as_text

if TYPE_CHECKING:
    from home.events.models import Registration

# A spreadsheet in French cuts at semicolons, and needs the mark to read accents.
SEPARATOR = ";"
BYTE_ORDER_MARK = "\ufeff"


def attendance_csv(rows: Iterable[Registration]) -> str:
    """Return the list, one registration a line; no cell is ever a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=SEPARATOR)
    writer.writerow(
        [
            _("Last name"),
            _("First name"),
            _("E-mail address"),
            _("Telephone"),
            _("Number of persons"),
            _("Status"),
            _("Asked on"),
            _("Present"),
        ]
    )
    for row in rows:
        values = (
            row.last_name,
            row.first_name,
            row.email,
            row.phone,
            row.party_size,
            str(row.get_status_display()),
            timezone.localtime(row.asked_at).strftime("%d/%m/%Y %H:%M"),
            _("yes") if row.present_at else "",
        )
        writer.writerow([as_text(value) for value in values])
    return BYTE_ORDER_MARK + out.getvalue()
