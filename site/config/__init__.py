"""The composition root: settings, addresses, bootstrap and demo commands."""
