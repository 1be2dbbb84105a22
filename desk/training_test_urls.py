"""The test of a run: mounted under training/."""
from django.urls import path

from desk.views import training_test as test

urlpatterns = [
    path("runs/<uuid:public_id>/test/", test.test, name="training_test"),
    path("runs/<uuid:public_id>/test/begin/", test.begin, name="training_begin_attempt"),
    path("attempts/<uuid:public_id>/", test.attempt, name="training_attempt"),
]
