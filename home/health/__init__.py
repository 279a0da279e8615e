"""Health professions: pages by audience, dated aids, requests to be called back."""
