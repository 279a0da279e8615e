"""Bring one understood offer into the database: shown from outside, or into an employer's review."""

from .external import import_external, source_employer
from .matching import Result, Source, employers_own_source, named_source
from .moderation import import_to_moderation

__all__ = [
    "Result",
    "Source",
    "employers_own_source",
    "import_external",
    "import_to_moderation",
    "named_source",
    "source_employer",
]
