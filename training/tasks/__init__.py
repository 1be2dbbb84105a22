"""Jobs of training: what is due, and what the other house wrote."""
