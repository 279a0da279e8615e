"""Settling: pages of the territories, finding a referent, settlement requests."""
