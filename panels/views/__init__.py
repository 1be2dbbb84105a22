"""An assessor's own entry in the pool."""
from panels.views.entry import absence, employer, employer_ended, entry, load, no_absence, pledge_page

__all__ = ["absence", "employer", "employer_ended", "entry", "load", "no_absence", "pledge_page"]
