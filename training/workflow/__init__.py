"""Every write of training, by noun."""
