"""The named reasons for which an act on an employer's account is not possible."""


class EmployerError(Exception):
    """An act on an employer's account that the rules do not allow."""


class EmployerActNotAllowed(EmployerError):
    """The account is not in a status from which this act may start (any more)."""

    def __init__(self, act: str, status: str) -> None:
        self.act, self.status = act, status
        super().__init__(f"{act} from {status}")


class EmployerReasonRequired(EmployerError):
    """A refusal, a request or a suspension says why, in ten characters at least."""


class SiretHeld(EmployerError):
    """The team has already checked that this SIRET number belongs to another establishment."""


class LastAdministrator(EmployerError):
    """The last administrator of an employer can neither leave nor step down."""
