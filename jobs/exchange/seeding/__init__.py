"""Invent offers in bulk, for measurements: same seed, same offers."""
