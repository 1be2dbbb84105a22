"""The committee member's meetings."""
from django.urls import path

from evaluations.views import committee

urlpatterns = [
    path("committee/", committee.home, name="committee_home"),
    path("committee/meetings/<uuid:public_id>/", committee.meeting, name="committee_meeting"),
    path("committee/interests/", committee.interests, name="committee_interests"),
    path("committee/meetings/<uuid:public_id>/pack/", committee.ask_pack, name="committee_ask_pack"),
    path("committee/meetings/<uuid:public_id>/pack.pdf", committee.pack, name="committee_pack"),
    path("committee/meetings/<uuid:public_id>/minutes.pdf", committee.minutes, name="committee_minutes"),
    path("committee/items/<uuid:public_id>/", committee.item, name="committee_item"),
    path("committee/ballots/<uuid:public_id>/vote/", committee.vote, name="committee_vote"),
]
