"""Pages of the management evaluation outside the desk."""
