"""The public job board: search, offer pages, feeds, structured data."""
