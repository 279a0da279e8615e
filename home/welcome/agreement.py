"""The words of the agreement without which no request is kept, and their version: what was read is what is kept."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _

# Raised when the words below change.
VERSION = "1"
WORDS: Any = _(
    "I agree that the referents of the welcome network, and nobody else, keep and read my answers to help me settle. I"
    " can withdraw this agreement at any time."
)
# What a request keeps of the agreement; they go with the person.
KEPT = ("agreed_at", "agreement_version", "agreement_wording")


def proof(*, language: str, now: dt.datetime) -> dict[str, Any]:
    """Return what a request keeps of the box that was ticked: the day, the version, the words as they were read."""
    with translation.override(language):
        words = str(WORDS)
    return dict(zip(KEPT, (now, VERSION, words), strict=True))
