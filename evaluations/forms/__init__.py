"""What people type about applications, reviews and decisions, as clean values."""
