"""Results of the management evaluation at the desk of Central and of an agency: mounted under management/."""
from django.urls import path

from desk.views import own_result, result_decision, score, scores

urlpatterns = [
    path("scores/", scores.scores, name="management_scores"),
    path("scores/past/", scores.past_results, name="management_past"),
    path("scores/years/<uuid:public_id>/calculate/", scores.calculate_year, name="management_calculate_year"),
    path("scores/years/<uuid:public_id>/notice/", scores.give_notice, name="management_give_notice"),
    path("scores/years/<uuid:public_id>/publish/", scores.publish, name="management_publish"),
    path("scores/years/<uuid:public_id>/committee/", result_decision.committee, name="management_committee"),
    path("scores/years/<uuid:public_id>/committee/agenda/", result_decision.put_on_agenda, name="management_put_on_agenda"),
    path("scores/years/<uuid:public_id>/approval/", result_decision.approval, name="management_approval"),
    path("scores/years/<uuid:public_id>/approval/draft/", result_decision.draft, name="management_draft_results"),
    path("scores/years/<uuid:public_id>/approval/release/", result_decision.release, name="management_release_results"),
    path("scores/years/<uuid:public_id>/approval/approve/", result_decision.approve, name="management_approve_results"),
    path("scores/years/<uuid:public_id>/approval/send-back/", result_decision.send_back, name="management_send_back_results"),
    path("scores/agencies/<uuid:public_id>/", score.result, name="management_result"),
    path("scores/agencies/<uuid:public_id>/calculate/", score.calculate, name="management_calculate"),
    path("scores/agencies/<uuid:public_id>/adjust/", score.adjust, name="management_adjust"),
    path("scores/agencies/<uuid:public_id>/correct/", score.correct, name="management_correct"),
    path("scores/agencies/<uuid:public_id>/words/", score.words, name="management_words"),
    path("scores/adjustments/<uuid:public_id>/withdraw/", score.withdraw_adjustment, name="management_withdraw_adjustment"),
    path("scores/objections/<uuid:public_id>/", score.answer_objection, name="management_answer_objection"),
    path("own/", own_result.own_results, name="management_own_results"),
    path("own/<uuid:public_id>/", own_result.own_result, name="management_own_result"),
    path("own/<uuid:public_id>/object/", own_result.object_to_result, name="management_object"),
    path("own/letters/<uuid:public_id>/", own_result.letter, name="management_result_letter"),
    path("own/disclosures/<uuid:public_id>/", own_result.disclose, name="management_disclose"),
]
