"""What is typed in the evaluation of agencies, by noun."""
