"""Commands of imports and exports."""
