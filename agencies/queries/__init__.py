"""Named reads of the evaluation of agencies."""
