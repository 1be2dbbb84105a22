"""Training: mounted under training/."""
from django.urls import include, path

from desk.views import training_attendance

urlpatterns = [
    path("", training_attendance.classes, name="training"),
    path("", include("desk.training_attendance_urls")),
    path("", include("desk.training_survey_urls")),
    path("", include("desk.training_test_urls")),
]
