"""Jobs of aftercare."""
from aftercare.tasks.complaint import forget_reporters, write_to_reporter

__all__ = ["forget_reporters", "write_to_reporter"]
