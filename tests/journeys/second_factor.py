"""The app on a person's telephone: six figures every thirty seconds (RFC 6238)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time

WINDOW = 30
TIME_TO_TYPE = 5


def code_of(secret: str) -> str:
    """Return the code that the app shows for a key, once it will last for as long as it takes to type it."""
    left = WINDOW - time.time() % WINDOW
    if left < TIME_TO_TYPE:
        time.sleep(left)
    key = base64.b32decode(secret.replace(" ", "").upper() + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // WINDOW), hashlib.sha1).digest()
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"
