"""The pages through which an employer writes, sends, follows and ends an offer."""

from .acts import close, confirm, duplicate, extend
from .check import sent, submit
from .edit import edit
from .follow import detail, preview
from .new import before, example, start

__all__ = [
    "before", "close", "confirm", "detail", "duplicate", "edit", "example", "extend", "preview", "sent", "start", "submit",
]  # fmt: skip
