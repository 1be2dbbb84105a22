"""Words and times of training, for its pages."""
