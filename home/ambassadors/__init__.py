"""Ambassadors: portraits, joining, members, goods on request."""
