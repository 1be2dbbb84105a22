"""The desk's own pages, beside the tables of the admin."""
from django.urls import path

from desk import views

urlpatterns = [
    path("providers/", views.providers, name="desk_providers"),
    path("providers/<uuid:public_id>/", views.provider, name="desk_provider"),
    path("providers/<uuid:public_id>/confirm/", views.confirm, name="desk_confirm_provider"),
    path("providers/<uuid:public_id>/refuse/", views.refuse, name="desk_refuse_provider"),
    path("providers/<uuid:public_id>/close/", views.close, name="desk_close_provider"),
    path("cases/<uuid:public_id>/", views.case, name="desk_case"),
    path("bodies/", views.bodies, name="desk_bodies"),
    path("bodies/<uuid:public_id>/", views.body, name="desk_body"),
    path("seats/<uuid:public_id>/end/", views.end_seat, name="desk_end_seat"),
    path("meetings/", views.meetings, name="desk_meetings"),
    path("meetings/call/", views.call_meeting, name="desk_call_meeting"),
    path("meetings/<uuid:public_id>/", views.meeting, name="desk_meeting"),
    path("meetings/<uuid:public_id>/agenda/", views.put_on_agenda, name="desk_put_on_agenda"),
    path("meetings/<uuid:public_id>/open/", views.open_meeting, name="desk_open_meeting"),
    path("meetings/<uuid:public_id>/attendance/", views.note_attendance, name="desk_attendance"),
    path("meetings/<uuid:public_id>/close/", views.close_meeting, name="desk_close_meeting"),
    path("meetings/<uuid:public_id>/cancel/", views.cancel_meeting, name="desk_cancel_meeting"),
    path("meetings/<uuid:public_id>/minutes.pdf", views.minutes, name="desk_minutes"),
    path("agenda/<uuid:public_id>/off/", views.take_off_agenda, name="desk_take_off_agenda"),
    path("agenda/<uuid:public_id>/ballot/", views.open_ballot, name="desk_open_ballot"),
    path("ballots/<uuid:public_id>/close/", views.close_ballot, name="desk_close_ballot"),
    path("ballots/<uuid:public_id>/void/", views.void_ballot, name="desk_void_ballot"),
    path("announcements/", views.announcements, name="desk_announcements"),
    path("announcements/rounds/<uuid:public_id>/new/", views.draft_announcement, name="desk_draft_announcement"),
    path("announcements/<uuid:public_id>/", views.announcement, name="desk_announcement"),
    path("announcements/<uuid:public_id>/change/", views.change_announcement, name="desk_change_announcement"),
    path("announcements/<uuid:public_id>/release/", views.release_announcement, name="desk_release_announcement"),
    path("announcements/<uuid:public_id>/approve/", views.approve_announcement, name="desk_approve_announcement"),
    path("announcements/<uuid:public_id>/send-back/", views.send_back_announcement, name="desk_send_back_announcement"),
    path("announcements/letters/<uuid:public_id>.pdf", views.announced_letter, name="desk_announced_letter"),
    path("stuck/", views.stuck_work, name="stuck_work"),
    path("stuck/<uuid:public_id>/again/", views.again, name="try_again"),
]
