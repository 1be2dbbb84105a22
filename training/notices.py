"""What training tells people about: each noun's events stand in its own module."""
EVENTS: list = []
DEADLINES: list = []
