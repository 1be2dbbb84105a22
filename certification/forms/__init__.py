"""What people ask for, as clean values."""
