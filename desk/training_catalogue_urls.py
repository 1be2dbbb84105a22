"""The catalogue of training, for everybody who learns here."""
from django.urls import path

from desk.views import training_catalogue as views

urlpatterns = [
    path("", views.catalogue, name="training"),
    path("calendar/", views.calendar, name="training_calendar"),
    path("courses/", views.courses_offered, name="training_courses_offered"),
    path("courses/<uuid:public_id>/", views.course_page, name="training_course"),
    path("runs/<uuid:public_id>/", views.run_page, name="training_run"),
    path("runs/<uuid:public_id>/training.ics", views.run_calendar, name="training_run_calendar"),
    path("materials/<uuid:public_id>/", views.material, name="training_material"),
]
