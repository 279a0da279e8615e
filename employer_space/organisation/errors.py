"""The named reasons for which an act on the team is not possible."""


class OrganisationError(Exception):
    """An act on the team that the rules do not allow."""


class AlreadyMember(OrganisationError):
    """The address invited is that of a colleague."""


class InvitationOver(OrganisationError):
    """The invitation is accepted, cancelled or over."""
