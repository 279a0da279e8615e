"""Health, the minute's schedule, purges: registries that the other slices fill."""
