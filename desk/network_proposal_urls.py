"""Proposals on indicators: mounted under network/proposals/."""
from django.urls import path

from desk.views import network_proposal as own
from desk.views import received_proposal as keeper

urlpatterns = [
    path("", own.proposals, name="network_proposals"),
    path("indicators/", own.indicators, name="network_proposal_indicators"),
    path("cards/<uuid:public_id>/", own.set_card, name="network_set_card"),
    path("cards/<uuid:public_id>/propose/", own.propose_for_set, name="network_propose_for_set"),
    path("criteria/<uuid:public_id>/", own.criteria_card, name="network_criteria_card"),
    path("criteria/<uuid:public_id>/propose/", own.propose_for_criteria, name="network_propose_for_criteria"),
    path("sets/<uuid:public_id>/new/", own.new_for_set, name="network_propose_new_for_set"),
    path("editions/<uuid:public_id>/new/", own.new_for_criteria, name="network_propose_new_for_criteria"),
    path("<uuid:public_id>/", own.proposal, name="network_proposal"),
    path("<uuid:public_id>/hand-in/", own.hand_in, name="network_hand_in_proposal"),
    path("<uuid:public_id>/withdraw/", own.withdraw, name="network_withdraw_proposal"),
    path("files/<uuid:public_id>/", own.proposal_file, name="network_proposal_file"),
    path("files/<uuid:public_id>/remove/", own.remove_file, name="network_remove_proposal_file"),
    path("received/", keeper.received, name="network_received_proposals"),
    path("received/<uuid:public_id>/", keeper.received_proposal, name="network_received_proposal"),
    path("received/<uuid:public_id>/agenda/", keeper.put_on_agenda, name="network_proposal_on_agenda"),
    path("received/<uuid:public_id>/answer/", keeper.draft_answer, name="network_answer_proposal"),
    path("received/files/<uuid:public_id>/", keeper.received_file, name="network_received_proposal_file"),
    path("answers/<uuid:public_id>/release/", keeper.release_answer, name="network_release_answer"),
    path("answers/<uuid:public_id>/send-back/", keeper.send_answer_back, name="network_send_answer_back"),
    path("to-work-in/", keeper.to_work_in, name="network_proposals_to_work_in"),
    path("to-work-in/<uuid:public_id>/", keeper.task, name="network_proposal_task"),
    path("to-work-in/<uuid:public_id>/work-in/", keeper.work_in, name="network_work_in_proposal"),
    path("to-work-in/<uuid:public_id>/carry-over/", keeper.carry_over, name="network_carry_over_proposal"),
    path("to-work-in/<uuid:public_id>/reopen/", keeper.reopen, name="network_reopen_proposal"),
]
