"""Tags of the editorial site."""
