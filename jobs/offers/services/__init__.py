"""Every act of an employer on an offer. Decisions of the team are in `jobs.offers.moderation`."""

from .drafts import create_draft, duplicate_offer, latest_draft, save_draft
from .life import close_offer, extend_offer, pause_offer, resume_offer, withdraw_offer
from .reports import handle_report, report_offer
from .submission import recall_offer, release_waiting_offers, submit_offer

__all__ = [
    "close_offer",
    "create_draft",
    "duplicate_offer",
    "extend_offer",
    "handle_report",
    "latest_draft",
    "pause_offer",
    "recall_offer",
    "release_waiting_offers",
    "report_offer",
    "resume_offer",
    "save_draft",
    "submit_offer",
    "withdraw_offer",
]
