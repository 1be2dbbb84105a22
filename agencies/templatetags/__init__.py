"""Tags of the evaluation of agencies."""
