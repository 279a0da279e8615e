"""The acts of the slice, each in its transaction, each told by its mail."""

from .confirming import confirm_address
from .exporting import note_export
from .goods import ask_for_good, cancel_good, keep_good, refuse_good, send_good
from .joining import Application, answer_question, ask_to_join, send_space_link
from .letters import recipients_of, send_letter
from .membership import (
    change_consent,
    correct_details,
    erase_person,
    leave,
    link_portrait,
    stay,
)
from .moderation import decide
from .publication import publish_charter, withdraw_publication

__all__ = [
    "Application",
    "answer_question",
    "ask_for_good",
    "ask_to_join",
    "cancel_good",
    "change_consent",
    "confirm_address",
    "correct_details",
    "decide",
    "erase_person",
    "keep_good",
    "leave",
    "link_portrait",
    "note_export",
    "publish_charter",
    "recipients_of",
    "refuse_good",
    "send_good",
    "send_letter",
    "send_space_link",
    "stay",
    "withdraw_publication",
]
