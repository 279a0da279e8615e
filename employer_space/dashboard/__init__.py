"""The first page of the space: presentation for visitors, dashboard for members."""
