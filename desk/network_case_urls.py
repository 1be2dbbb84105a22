"""Excellent cases: calls, nominations, judging, published cases, their use, the conference. Mounted under network/cases/."""
from django.urls import path

from desk.views import case_call as call
from desk.views import case_choice as choice
from desk.views import case_judging as judging
from desk.views import case_programme as programme
from desk.views import case_use as use
from desk.views import good_case as case
from desk.views import nomination as own
from desk.views import nomination_approval as way

urlpatterns = [
    path("", case.cases, name="network_cases"),
    path("<uuid:public_id>/", case.good_case, name="network_case"),
    path("<uuid:public_id>/correct/", case.correct, name="correct_case"),
    path("<uuid:public_id>/use/", use.begin_use, name="begin_case_use"),
    path("pictures/<uuid:public_id>/", case.picture, name="case_picture"),
    path("uses/", use.case_uses, name="case_uses"),
    path("uses/<uuid:public_id>/", use.case_use, name="case_use"),
    path("uses/<uuid:public_id>/publish/", use.publish_use, name="publish_case_use"),
    path("uses/<uuid:public_id>/withdraw/", use.withdraw_use, name="withdraw_case_use"),
    path("calls/", call.calls, name="case_calls"),
    path("calls/new/", call.draft, name="draft_case_call"),
    path("calls/<uuid:public_id>/", call.case_call, name="case_call"),
    path("calls/<uuid:public_id>/change/", call.change, name="change_case_call"),
    path("calls/<uuid:public_id>/publish/", call.publish, name="publish_case_call"),
    path("calls/<uuid:public_id>/nominate/", own.begin, name="begin_nomination"),
    path("calls/<uuid:public_id>/judging/open/", judging.open_judging, name="open_case_judging"),
    path("calls/<uuid:public_id>/judging/close/", judging.close_judging, name="close_case_judging"),
    path("calls/<uuid:public_id>/ranking/", judging.ranking, name="case_ranking"),
    path("calls/<uuid:public_id>/choice/", choice.case_choice, name="case_choice"),
    path("calls/<uuid:public_id>/choice/draft/", choice.draft, name="draft_case_choice"),
    path("calls/<uuid:public_id>/choice/release/", choice.release, name="release_case_choice"),
    path("calls/<uuid:public_id>/choice/approve/", choice.approve, name="approve_case_choice"),
    path("calls/<uuid:public_id>/choice/send-back/", choice.send_back, name="send_back_case_choice"),
    path("invitations/<uuid:public_id>/", call.invitation, name="case_invitation"),
    path("sheets/<uuid:public_id>/excuse/", judging.excuse, name="excuse_case_judge"),
    path("judging/", judging.my_judging, name="case_judging"),
    path("judging/<uuid:public_id>/", judging.sheet, name="case_sheet"),
    path("judging/<uuid:public_id>/stand-back/", judging.stand_back, name="stand_back_from_case"),
    path("nominations/<uuid:public_id>/", own.nomination, name="nomination"),
    path("nominations/<uuid:public_id>/write/", own.write, name="write_nomination"),
    path("nominations/<uuid:public_id>/pictures/", own.add_picture, name="add_nomination_picture"),
    path("nominations/<uuid:public_id>/withdraw/", own.withdraw, name="withdraw_nomination"),
    path("nominations/<uuid:public_id>/give/", way.give, name="give_nomination"),
    path("nominations/<uuid:public_id>/release/", way.release, name="release_nomination"),
    path("nominations/<uuid:public_id>/hand-in/", way.hand_in, name="hand_in_nomination"),
    path("nominations/<uuid:public_id>/send-back/", way.send_back, name="send_back_nomination"),
    path("nominations/pictures/<uuid:public_id>/", own.picture, name="nomination_picture"),
    path("nominations/pictures/<uuid:public_id>/remove/", own.remove_picture, name="remove_nomination_picture"),
    path("received/<uuid:public_id>/", judging.received, name="received_nomination"),
    path("received/pictures/<uuid:public_id>/", judging.received_picture, name="received_nomination_picture"),
    path("programmes/", programme.programmes, name="case_programmes"),
    path("programmes/new/", programme.draft, name="draft_programme"),
    path("programmes/<uuid:public_id>/", programme.programme, name="case_programme"),
    path("programmes/<uuid:public_id>/change/", programme.change, name="change_programme"),
    path("programmes/<uuid:public_id>/publish/", programme.publish, name="publish_programme"),
    path("programmes/<uuid:public_id>/sessions/", programme.add_session, name="add_programme_session"),
    path("programmes/<uuid:public_id>/programme.pdf", programme.paper, name="programme_paper"),
    path("programmes/sessions/<uuid:public_id>/remove/", programme.remove_session, name="remove_programme_session"),
]
