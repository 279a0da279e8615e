"""What a service of this slice may refuse."""


class ActNotAllowed(Exception):
    """The request is no longer in a state from which this may be done."""
