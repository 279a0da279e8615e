"""What a signed-in employer sees and does."""
