"""Both sides of the job market: employers, offers, the public board, exchanges."""
