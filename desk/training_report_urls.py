"""Reports of training: mounted under training/."""
from django.urls import path

from desk.views import training_report

urlpatterns = [
    path("report/", training_report.report, name="training_report"),
    path("report/report.xlsx", training_report.report_xlsx, name="training_report_xlsx"),
]
