"""Input of the pages of training, by noun."""
