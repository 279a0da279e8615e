"""Job offers: their fields, life, states and moderation."""
