"""News articles and their index."""
