"""What is typed in the management evaluation."""
