"""Import of offers from files."""
