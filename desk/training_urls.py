"""Training: mounted under training/."""
from django.urls import include, path

from desk.views import training_completion

urlpatterns = [
    path("", training_completion.my_completions, name="training"),
    path("", include("desk.training_completion_urls")),
    path("", include("desk.training_report_urls")),
    path("", include("desk.training_coverage_urls")),
]
