"""The recorder's pages: one's visits, one visit, one of its items, a photo, the end."""
from visits.views.agree import agree
from visits.views.ending import closing, to_end_early, to_lock, to_report
from visits.views.item import item_page
from visits.views.kit import calendar, kit
from visits.views.photo import photo, photo_to_remove
from visits.views.visit import begin, my_visits, overview

__all__ = ["agree", "begin", "calendar", "closing", "item_page", "kit", "my_visits", "overview", "photo", "photo_to_remove",
           "to_end_early", "to_lock", "to_report"]
