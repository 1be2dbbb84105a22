"""The recorder's pages: one's visits, one visit, one of its items, a photo, the end."""
from visits.views.agree import agree
from visits.views.amend import amend
from visits.views.ending import closing, to_end_early, to_lock, to_report
from visits.views.item import item_page
from visits.views.photo import photo, photo_to_remove
from visits.views.visit import begin, my_visits, overview

__all__ = [
    "agree", "amend", "begin", "closing", "item_page", "my_visits", "overview", "photo", "photo_to_remove", "to_end_early", "to_lock",
    "to_report",
]
