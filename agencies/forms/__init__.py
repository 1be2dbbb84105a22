"""What is typed in the evaluation of agencies."""
