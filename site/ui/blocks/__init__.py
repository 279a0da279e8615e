"""The blocks that editors write pages with: one class, one template, one style sheet each."""
