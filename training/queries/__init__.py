"""Named reads of training, by noun."""
