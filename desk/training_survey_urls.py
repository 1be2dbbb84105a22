"""The survey of a run: mounted under training/."""
from django.urls import path

from desk.views import training_survey as survey

urlpatterns = [
    path("runs/<uuid:public_id>/survey/", survey.survey, name="training_survey"),
    path("runs/<uuid:public_id>/survey/results/", survey.results, name="training_survey_results"),
    path("runs/<uuid:public_id>/survey/results.xlsx", survey.results_file, name="training_survey_file"),
]
