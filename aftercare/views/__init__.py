"""Pages of aftercare."""
