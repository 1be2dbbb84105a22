"""The assessor's own cases; declarations, which committee members answer too."""
from django.urls import path

from evaluations.views import agreement, assess, consolidation, declaration, facts, handling, practice, review

urlpatterns = [
    path("assess/", assess.home, name="assess_home"),
    path("assess/practice/", practice.practices, name="assess_practices"),
    path("assess/practice/<uuid:public_id>/", practice.practice, name="assess_practice"),
    path("assess/practice/<uuid:public_id>/begin/", practice.begin, name="assess_begin_practice"),
    path("assess/practice/<uuid:public_id>/hand-in/", practice.hand_in, name="assess_hand_in_practice"),
    path("assess/practice/judgements/<uuid:public_id>/", practice.judgement, name="assess_practice_judgement"),
    path("assess/agreement/", agreement.agreement, name="assess_agreement"),
    path("assess/declarations/<uuid:public_id>/", declaration.declaration, name="declaration"),
    path("assess/cases/<uuid:public_id>/", assess.case, name="assess_case"),
    path("assess/cases/<uuid:public_id>/begin/", review.begin, name="assess_begin"),
    path("assess/cases/<uuid:public_id>/hand-in/", review.hand_in, name="assess_hand_in"),
    path("assess/cases/<uuid:public_id>/result/", consolidation.consolidation, name="assess_consolidation"),
    path("assess/cases/<uuid:public_id>/conclude/", consolidation.conclude, name="assess_conclude"),
    path("assess/judgements/<uuid:public_id>/", review.judgement, name="assess_judgement"),
    path("assess/judgements/<uuid:public_id>/propose/", review.propose, name="assess_propose"),
    path("assess/results/<uuid:public_id>/", consolidation.settle, name="assess_settle"),
    path("assess/cases/<uuid:public_id>/facts/", facts.facts, name="assess_facts"),
    path("assess/comments/<uuid:public_id>/", facts.answer, name="assess_comment"),
    path("assess/appeals/<uuid:public_id>/", handling.appeal, name="assess_appeal"),
    path("assess/appeals/<uuid:public_id>/proposal/", handling.propose, name="assess_propose_answer"),
    path("assess/files/<uuid:public_id>/", review.sealed_file, name="assess_file"),
]
