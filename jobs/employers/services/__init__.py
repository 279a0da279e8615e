"""Every act on an employer's account: sign-up, verification by the team, members."""

from .membership import (
    accept_join_request,
    change_role,
    invite_member,
    refuse_join_request,
    remove_member,
)
from .registration import SignUp, resubmit_employer, sign_up, update_establishment
from .verification import (
    ask_information,
    refuse_employer,
    restore_employer,
    suspend_employer,
    verify_employer,
)

__all__ = [
    "SignUp",
    "accept_join_request",
    "ask_information",
    "change_role",
    "invite_member",
    "refuse_employer",
    "refuse_join_request",
    "remove_member",
    "restore_employer",
    "resubmit_employer",
    "sign_up",
    "suspend_employer",
    "update_establishment",
    "verify_employer",
]
