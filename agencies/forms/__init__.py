"""What people enter in the evaluation of agencies."""
