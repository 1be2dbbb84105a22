"""What people enter about applications, as clean values; one file a noun."""
