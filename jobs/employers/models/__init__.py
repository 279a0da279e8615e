"""Employers, their establishments, their members and what happened to their account."""

from .employer import Employer, Establishment
from .events import EmployerEvent
from .membership import Membership

__all__ = ["Employer", "EmployerEvent", "Establishment", "Membership"]
