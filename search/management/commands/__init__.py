"""Commands of the text engine."""
