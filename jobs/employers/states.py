"""Where an employer's account and a person's membership can stand, and who may move them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EmployerStatus(models.TextChoices):
    """Where the verification of an employer stands. Only VERIFIED shows anything to the public."""

    PENDING = "PENDING", _("Waiting for verification")
    INFORMATION_REQUESTED = "INFORMATION_REQUESTED", _("Information requested")
    VERIFIED = "VERIFIED", _("Verified")
    REFUSED = "REFUSED", _("Account refused")
    SUSPENDED = "SUSPENDED", _("Account suspended")


class EmployerAct(models.TextChoices):
    """What can happen to an employer's account."""

    SIGN_UP = "SIGN_UP", _("Sign-up sent")
    RESUBMIT = "RESUBMIT", pgettext_lazy("employer account", "Sent again after correction")
    VERIFY = "VERIFY", _("Verified")
    ASK = "ASK", _("Information requested")
    REFUSE = "REFUSE", pgettext_lazy("employer account", "Refused")
    SUSPEND = "SUSPEND", pgettext_lazy("employer account", "Suspended")
    RESTORE = "RESTORE", pgettext_lazy("employer account", "Restored")
    JOIN_REQUEST = "JOIN_REQUEST", _("Request to join")
    JOIN_ACCEPT = "JOIN_ACCEPT", _("Request to join accepted")
    JOIN_REFUSE = "JOIN_REFUSE", _("Request to join refused")
    MEMBER_REMOVED = "MEMBER_REMOVED", _("Colleague removed")
    MEMBER_INVITED = "MEMBER_INVITED", _("Colleague invited")
    ROLE_CHANGED = "ROLE_CHANGED", _("Role changed")
    ESTABLISHMENT_CHANGED = "ESTABLISHMENT_CHANGED", _("Establishment changed")
    PUBLIC_CHANGED = "PUBLIC_CHANGED", _("Public name or website changed")
    SIRET_CONFIRMED = "SIRET_CONFIRMED", _("SIRET number confirmed")


# act -> (statuses it may start from, status it leads to); the team is the only actor but for RESUBMIT
EMPLOYER_TRANSITIONS: dict[EmployerAct, tuple[frozenset[EmployerStatus], EmployerStatus]] = {
    EmployerAct.VERIFY: (
        frozenset({EmployerStatus.PENDING, EmployerStatus.INFORMATION_REQUESTED}),
        EmployerStatus.VERIFIED,
    ),
    EmployerAct.ASK: (frozenset({EmployerStatus.PENDING}), EmployerStatus.INFORMATION_REQUESTED),
    EmployerAct.REFUSE: (
        frozenset({EmployerStatus.PENDING, EmployerStatus.INFORMATION_REQUESTED}),
        EmployerStatus.REFUSED,
    ),
    EmployerAct.RESUBMIT: (
        frozenset({EmployerStatus.INFORMATION_REQUESTED, EmployerStatus.REFUSED}),
        EmployerStatus.PENDING,
    ),
    EmployerAct.SUSPEND: (frozenset({EmployerStatus.VERIFIED}), EmployerStatus.SUSPENDED),
    EmployerAct.RESTORE: (frozenset({EmployerStatus.SUSPENDED}), EmployerStatus.VERIFIED),
}


class MembershipStatus(models.TextChoices):
    """Whether a person may act for the employer."""

    PENDING = "PENDING", _("Waiting for the team")
    ACTIVE = "ACTIVE", _("Active")
    REFUSED = "REFUSED", pgettext_lazy("membership", "Refused")
    REMOVED = "REMOVED", _("Removed")


class MembershipRole(models.TextChoices):
    """What a member may do: an administrator also manages colleagues and the establishment."""

    ADMIN = "ADMIN", _("Administrator")
    MEMBER = "MEMBER", _("Member")


class EmployerKind(models.TextChoices):
    """The sort of employer, a facet of the job board."""

    COMPANY = "COMPANY", _("Company")
    ASSOCIATION = "ASSOCIATION", _("Association")
    LOCAL_AUTHORITY = "LOCAL_AUTHORITY", _("Local authority")
    STATE = "STATE", _("State service")
    HOSPITAL = "HOSPITAL", _("Public hospital or care home")
    CRAFT = "CRAFT", _("Craft business or shop")
    FARM = "FARM", _("Farm")
    PRACTICE = "PRACTICE", _("Liberal practice")
    AGENCY = "AGENCY", _("Temporary work agency")
    OTHER = "OTHER", _("Other")


PUBLIC_KINDS = frozenset({EmployerKind.LOCAL_AUTHORITY, EmployerKind.STATE, EmployerKind.HOSPITAL})
