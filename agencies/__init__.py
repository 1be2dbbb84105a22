"""Management evaluation of agencies."""
