"""Mandatory training: mounted under training/."""
from django.urls import path

from desk.views import training_coverage

urlpatterns = [path("coverage/", training_coverage.coverage, name="training_coverage")]
