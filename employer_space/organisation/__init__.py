"""The employer as its members manage it: presentation, establishments, colleagues, own account."""
