"""Jobs about what follows a certification."""
from aftercare.tasks.sanction import follow_sanctions

__all__ = ["follow_sanctions"]
