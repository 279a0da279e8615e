"""The contact form, routed by subject."""
