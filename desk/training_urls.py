"""Training: mounted at training/."""
from django.urls import include, path

urlpatterns = [
    path("", include("desk.training_catalogue_urls")),
    path("", include("desk.training_enrolment_urls")),
    path("", include("desk.training_attendance_urls")),
    path("", include("desk.training_survey_urls")),
    path("", include("desk.training_test_urls")),
    path("", include("desk.training_completion_urls")),
    path("", include("desk.training_report_urls")),
    path("", include("desk.training_coverage_urls")),
    path("keep/", include("desk.training_course_urls")),
    path("keep/", include("desk.training_run_urls")),
]
