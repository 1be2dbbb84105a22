"""The recorder's pages: one's visits, one visit, one of its items, a photo, the end; the recorder without a network."""
from visits.views.agree import agree
from visits.views.amend import amend
from visits.views.ending import closing, to_end_early, to_lock, to_report
from visits.views.entry import entry_to_remove, new_entry
from visits.views.item import item_page
from visits.views.kit import calendar, kit
from visits.views.photo import photo, photo_to_remove
from visits.views.recorder import photo_part, recorder, recorder_manifest, recorder_me, recorder_worker, sync_visit, take_visit
from visits.views.share import share
from visits.views.visit import begin, my_visits, overview

__all__ = [
    "agree", "amend", "begin", "calendar", "closing", "entry_to_remove", "item_page", "kit", "my_visits", "new_entry", "overview",
    "photo", "photo_part", "photo_to_remove", "recorder", "recorder_manifest", "recorder_me", "recorder_worker", "share", "sync_visit",
    "take_visit", "to_end_early", "to_lock", "to_report",
]
