"""Every act on an employer's account: sign-up, verification by the team, members."""

from .membership import (
    accept_join_request,
    change_role,
    invite_member,
    refuse_join_request,
    remove_member,
)
from .registration import (
    Changes,
    SignUp,
    record_changes,
    resubmit_employer,
    sign_up,
    update_establishment,
)
from .sirets import claims_of, confirm_siret
from .verification import (
    ask_information,
    refuse_employer,
    restore_employer,
    suspend_employer,
    verify_employer,
)

__all__ = [
    "Changes",
    "SignUp",
    "accept_join_request",
    "ask_information",
    "change_role",
    "claims_of",
    "confirm_siret",
    "invite_member",
    "record_changes",
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
