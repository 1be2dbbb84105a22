"""Pages of applying, assessing, deciding."""
