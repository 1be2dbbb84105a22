"""Runs, their classes and materials at the desk of their house."""
from django.urls import path

from desk.views import training_material as material
from desk.views import training_run as run

urlpatterns = [
    path("runs/", run.runs, name="training_runs"),
    path("courses/<uuid:public_id>/plan/", run.plan, name="training_plan_run"),
    path("runs/<uuid:public_id>/", run.run, name="training_keep_run"),
    path("runs/<uuid:public_id>/change/", run.change, name="training_change_run"),
    path("runs/<uuid:public_id>/announce/", run.announce, name="training_announce_run"),
    path("runs/<uuid:public_id>/discard/", run.discard, name="training_discard_run"),
    path("runs/<uuid:public_id>/cancel/", run.cancel, name="training_cancel_run"),
    path("runs/<uuid:public_id>/classes/", run.add_class, name="training_add_class"),
    path("classes/<uuid:public_id>/", run.change_class, name="training_change_class"),
    path("classes/<uuid:public_id>/move/", run.move_class, name="training_move_class"),
    path("classes/<uuid:public_id>/trainers/", run.class_trainers, name="training_class_trainers"),
    path("classes/<uuid:public_id>/remove/", run.remove_class, name="training_remove_class"),
    path("runs/<uuid:public_id>/files/", material.add_file, name="training_add_material"),
    path("runs/<uuid:public_id>/links/", material.add_link, name="training_add_link"),
    path("files/<uuid:public_id>/remove/", material.remove_file, name="training_remove_material"),
    path("links/<uuid:public_id>/remove/", material.remove_link, name="training_remove_link"),
]
