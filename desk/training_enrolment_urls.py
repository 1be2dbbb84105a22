"""Enrolments: one's own, those of the house, those of a run: mounted under training/."""
from django.urls import path

from desk.views import training_enrolment as own
from desk.views import training_enrolment_house as house
from desk.views import training_enrolment_many as many

urlpatterns = [
    path("mine/", own.my_training, name="my_training"),
    path("mine/classes.ics", own.my_classes, name="training_my_classes"),
    path("runs/<uuid:public_id>/enrol/", own.enrol, name="training_enrol"),
    path("runs/<uuid:public_id>/enrol/others/", many.enrol_others, name="training_enrol_others"),
    path("runs/<uuid:public_id>/enrol/file/", many.enrol_file, name="training_enrol_file"),
    path("runs/<uuid:public_id>/enrol/file/template/", many.enrol_template, name="training_enrol_template"),
    path("runs/<uuid:public_id>/participants/", house.participants, name="training_participants"),
    path("runs/<uuid:public_id>/participants/file/", house.participants_file, name="training_participants_file"),
    path("enrolments/to-approve/", house.to_approve, name="training_to_approve"),
    path("enrolments/settings/", house.training_settings, name="training_settings"),
    path("enrolments/<uuid:public_id>/", own.enrolment, name="training_enrolment"),
    path("enrolments/<uuid:public_id>/accept/", own.accept, name="training_accept_seat"),
    path("enrolments/<uuid:public_id>/cancel/", own.cancel, name="training_cancel_enrolment"),
    path("enrolments/<uuid:public_id>/approve/", house.approve, name="training_approve_enrolment"),
    path("enrolments/<uuid:public_id>/refuse/", house.refuse, name="training_refuse_enrolment"),
]
