"""The text engine: French analysis, documents, facets, the site-wide search page."""
