"""Excellent cases for everybody, at Central: mounted under cases/."""
from django.urls import path

from agencies.views import good_case

urlpatterns = [
    path("", good_case.cases, name="public_cases"),
    path("conference/", good_case.conference, name="conference"),
    path("conference/<uuid:public_id>/programme.pdf", good_case.paper, name="conference_paper"),
    path("<uuid:public_id>/", good_case.case, name="public_case"),
    path("pictures/<uuid:public_id>/", good_case.picture, name="public_case_picture"),
]
