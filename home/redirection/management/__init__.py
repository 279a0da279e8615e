"""Management commands of the slice."""
