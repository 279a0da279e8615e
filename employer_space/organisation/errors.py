"""The named reasons for which an act on the team is not possible."""


class OrganisationError(Exception):
    """An act on the team that the rules do not allow."""


class AlreadyMember(OrganisationError):
    """The address invited is that of a colleague."""


class EmployerNotVerified(OrganisationError):
    """The team has not verified the employer, or no longer does."""


class InvitationOver(OrganisationError):
    """The invitation is accepted, cancelled or over."""


class StillNeeded(OrganisationError):
    """The person is the only administrator of an employer that has colleagues or offers."""
