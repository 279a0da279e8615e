"""Every test of this folder has the communes of the project's own files."""

from __future__ import annotations

import pytest

from territory import reference


@pytest.fixture(autouse=True)
def communes(db: None) -> reference.Loaded:
    """Load the reference data."""
    return reference.load()
