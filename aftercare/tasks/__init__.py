"""Jobs of aftercare, by noun; an errand names them by this package."""
from aftercare.tasks.complaint import delete_reporter_files, forget_reporters, write_to_reporter
from aftercare.tasks.duty import follow_duties
from aftercare.tasks.sanction import follow_sanctions
from aftercare.tasks.watching import take_over_monitoring

__all__ = ["delete_reporter_files", "follow_duties", "follow_sanctions", "forget_reporters", "take_over_monitoring", "write_to_reporter"]
