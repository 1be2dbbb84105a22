"""Tags of the management evaluation's pages."""
