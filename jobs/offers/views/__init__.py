"""The screens of the team on offers, in the Wagtail admin."""

from .lists import offer_list, review_queue
from .reports import answer_report, report_queue
from .review import decide, restore, review, review_preview, suspend

__all__ = [
    "answer_report", "decide", "offer_list", "report_queue", "restore", "review", "review_preview", "review_queue", "suspend",
]  # fmt: skip
