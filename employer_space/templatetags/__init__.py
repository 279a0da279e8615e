"""Template tags of the employer space."""
