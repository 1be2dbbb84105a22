"""The four steps and certification in figures, at the desk of Central and of an agency: mounted under management/."""
from django.urls import path

from desk.views import certified_figures, four_steps

urlpatterns = [
    path("steps/", four_steps.steps, name="management_steps"),
    path("steps/own/", four_steps.own_steps, name="management_own_steps"),
    path("steps/figures.csv", four_steps.steps_csv, name="management_steps_csv"),
    path("steps/figures.xlsx", four_steps.steps_xlsx, name="management_steps_xlsx"),
    path("certified/", certified_figures.certified, name="management_certified"),
    path("certified/figures.csv", certified_figures.certified_csv, name="management_certified_csv"),
    path("certified/figures.xlsx", certified_figures.certified_xlsx, name="management_certified_xlsx"),
]
