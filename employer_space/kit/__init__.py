"""The communication kit: files for members of verified employers, counted by employer and item."""
