"""The committee member's meetings."""
from django.urls import path

from evaluations.views import committee

urlpatterns = [
    path("committee/", committee.home, name="committee_home"),
    path("committee/meetings/<uuid:public_id>/", committee.meeting, name="committee_meeting"),
]
