"""Follow-up of a result: an agency's improvement plan and what it reports, and what Central says to it. Mounted under management/."""
from django.urls import path

from desk.views import follow_up as central
from desk.views import improvement_plan as own
from desk.views import progress_report as report

urlpatterns = [
    path("improvement/", own.improvement_plans, name="improvement_plans"),
    path("improvement/years/<uuid:public_id>/", own.follow_up, name="follow_up"),
    path("improvement/years/<uuid:public_id>/begin/", own.begin_plan, name="begin_improvement_plan"),
    path("improvement/years/<uuid:public_id>/consulting/", own.ask_follow_up_consulting, name="ask_follow_up_consulting"),
    path("improvement/<uuid:public_id>/", own.improvement_plan, name="improvement_plan"),
    path("improvement/<uuid:public_id>/add/", own.add_item, name="add_improvement_item"),
    path("improvement/<uuid:public_id>/give/", own.give_plan, name="give_improvement_plan"),
    path("improvement/<uuid:public_id>/release/", own.release_plan, name="release_improvement_plan"),
    path("improvement/<uuid:public_id>/approve/", own.approve_plan, name="approve_improvement_plan"),
    path("improvement/<uuid:public_id>/send-back/", own.send_plan_back, name="send_back_improvement_plan"),
    path("improvement/items/<uuid:public_id>/", own.improvement_item, name="improvement_item"),
    path("improvement/items/<uuid:public_id>/remove/", own.drop_item, name="drop_improvement_item"),
    path("improvement/checks/<uuid:public_id>/", report.own_check, name="own_progress_check"),
    path("improvement/checks/<uuid:public_id>/send/", report.send_progress, name="send_progress"),
    path("improvement/progress/<uuid:public_id>/", report.progress, name="item_progress"),
    path("improvement/files/<uuid:public_id>/", report.progress_file, name="progress_file"),
    path("improvement/files/<uuid:public_id>/remove/", report.remove_progress_file, name="remove_progress_file"),
    path("follow-up/", central.follow_ups, name="follow_ups"),
    path("follow-up/plans/<uuid:public_id>/", central.followed_plan, name="followed_plan"),
    path("follow-up/plans/<uuid:public_id>/check/", central.set_check, name="set_progress_check"),
    path("follow-up/plans/<uuid:public_id>/close/", central.close_plan, name="close_improvement_plan"),
    path("follow-up/checks/<uuid:public_id>/", central.move_check, name="move_progress_check"),
    path("follow-up/items/<uuid:public_id>/", central.answer_item, name="answer_improvement_item"),
    path("follow-up/files/<uuid:public_id>/", central.followed_file, name="followed_file"),
]
