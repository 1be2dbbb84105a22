"""Pages of the evaluation of agencies, by noun."""
