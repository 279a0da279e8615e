"""The words that a new site starts with: true, neutral, for editors to complete. They are data, never messages."""
