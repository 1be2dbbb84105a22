"""Change reports at the desk: taken in by desk/urls.py."""
from django.urls import path

from desk.views import change

urlpatterns = [
    path("changes/", change.changes, name="desk_changes"),
    path("changes/<uuid:public_id>/", change.change, name="desk_change"),
    path("changes/<uuid:public_id>/ask/", change.ask_back, name="desk_ask_back_change"),
    path("changes/<uuid:public_id>/propose/", change.propose_decision, name="desk_propose_change"),
    path("changes/<uuid:public_id>/send-back/", change.send_back_proposal, name="desk_send_back_change"),
    path("changes/<uuid:public_id>/accept/", change.accept_change, name="desk_accept_change"),
    path("changes/<uuid:public_id>/refuse/", change.refuse_change, name="desk_refuse_change"),
    path("changes/<uuid:public_id>/successor/", change.note_successor, name="desk_note_successor"),
    path("changes/certificates/<uuid:public_id>/correct/", change.correct_after, name="desk_correct_after_change"),
    path("providers/<uuid:public_id>/changes/new/", change.enter_change, name="desk_enter_change"),
]
