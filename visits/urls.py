"""The recorder: visits of the person who is signed in."""
from django.urls import path

from visits import views

urlpatterns = [
    path("", views.my_visits, name="my_visits"),
    path("recorder/", views.recorder, name="recorder"),
    path("recorder/worker.js", views.recorder_worker, name="recorder_worker"),
    path("recorder/manifest.webmanifest", views.recorder_manifest, name="recorder_manifest"),
    path("recorder/me/", views.recorder_me, name="recorder_me"),
    path("<uuid:public_id>/", views.overview, name="visit"),
    path("<uuid:public_id>/visit.ics", views.calendar, name="visit_calendar"),
    path("<uuid:public_id>/kit.pdf", views.kit, name="visit_kit"),
    path("<uuid:public_id>/take/", views.take_visit, name="visit_take"),
    path("<uuid:public_id>/sync/", views.sync_visit, name="visit_sync"),
    path("<uuid:public_id>/photos/", views.photo_part, name="visit_photo_part"),
    path("<uuid:public_id>/share/", views.share, name="visit_share"),
    path("<uuid:public_id>/begin/", views.begin, name="visit_begin"),
    path("<uuid:public_id>/closing/", views.closing, name="visit_closing"),
    path("<uuid:public_id>/lock/", views.to_lock, name="visit_lock"),
    path("<uuid:public_id>/end-early/", views.to_end_early, name="visit_end_early"),
    path("<uuid:public_id>/not-carried-out/", views.to_report, name="visit_not_carried_out"),
    path("items/<uuid:public_id>/", views.item_page, name="visit_item"),
    path("items/<uuid:public_id>/agree/", views.agree, name="visit_agree"),
    path("items/<uuid:public_id>/amend/", views.amend, name="visit_amend"),
    path("items/<uuid:public_id>/entry/", views.new_entry, name="visit_entry"),
    path("entries/<uuid:public_id>/remove/", views.entry_to_remove, name="visit_remove_entry"),
    path("photos/<uuid:public_id>/", views.photo, name="visit_photo"),
    path("photos/<uuid:public_id>/remove/", views.photo_to_remove, name="visit_remove_photo"),
]
