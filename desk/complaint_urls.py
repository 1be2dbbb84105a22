"""Complaints at the desk: taken in by desk/urls.py."""
from django.urls import path

from desk.views import complaint as one

urlpatterns = [
    path("complaints/", one.complaints, name="desk_complaints"),
    path("complaints/figures/", one.complaint_figures, name="desk_complaint_figures"),
    path("complaints/<uuid:public_id>/", one.complaint, name="desk_complaint"),
    path("complaints/<uuid:public_id>/admit/", one.admit, name="desk_admit_complaint"),
    path("complaints/<uuid:public_id>/aside/", one.aside, name="desk_set_complaint_aside"),
    path("complaints/<uuid:public_id>/handlers/", one.handlers, name="desk_complaint_handlers"),
    path("complaints/<uuid:public_id>/ask-reporter/", one.ask_reporter, name="desk_ask_reporter"),
    path("complaints/<uuid:public_id>/ask-provider/", one.ask_provider, name="desk_ask_provider"),
    path("complaints/<uuid:public_id>/extend/", one.extend, name="desk_extend_complaint"),
    path("complaints/<uuid:public_id>/visit/", one.visit, name="desk_complaint_visit"),
    path("complaints/<uuid:public_id>/answer/", one.answer, name="desk_answer_complaint"),
    path("complaints/<uuid:public_id>/reopen/", one.reopen, name="desk_reopen_complaint"),
    path("complaints/<uuid:public_id>/close/", one.close, name="desk_close_complaint"),
    path("complaints/<uuid:public_id>/reporter/", one.reporter, name="desk_complaint_reporter"),
    path("complaints/files/<uuid:public_id>/", one.reporter_file, name="desk_complaint_file"),
]
