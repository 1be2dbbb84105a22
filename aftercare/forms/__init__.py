"""Forms of aftercare."""
