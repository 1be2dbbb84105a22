"""Training: mounted under training/."""
from django.urls import include, path

from desk.views import training_enrolment

urlpatterns = [
    path("", training_enrolment.my_training, name="training"),
    path("", include("desk.training_enrolment_urls")),
]
