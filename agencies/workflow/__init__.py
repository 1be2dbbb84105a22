"""Every write of the evaluation of agencies that a person would name."""
