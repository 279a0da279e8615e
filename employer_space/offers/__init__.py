"""Write an offer in four steps, send it, follow it and end it."""
