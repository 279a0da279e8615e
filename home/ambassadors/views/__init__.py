"""The public screens: asking to be an ambassador, then a person's own pages."""
