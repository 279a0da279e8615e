"""Turn the content of the demonstration into rows, through the services of the slices."""
