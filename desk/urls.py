"""The desk's own pages, beside the tables of the admin."""
from django.urls import path

from desk import views

urlpatterns = [
    path("providers/", views.providers, name="desk_providers"),
    path("providers/<uuid:public_id>/", views.provider, name="desk_provider"),
    path("providers/<uuid:public_id>/confirm/", views.confirm, name="desk_confirm_provider"),
    path("providers/<uuid:public_id>/refuse/", views.refuse, name="desk_refuse_provider"),
    path("providers/<uuid:public_id>/close/", views.close, name="desk_close_provider"),
    path("cases/", views.cases, name="desk_cases"),
    path("cases/<uuid:public_id>/", views.case, name="desk_case"),
    path("cases/<uuid:public_id>/screening/", views.begin_screening, name="desk_begin_screening"),
    path("cases/<uuid:public_id>/screening/pass/", views.pass_screening, name="desk_pass_screening"),
    path("cases/checks/<uuid:public_id>/", views.note_check, name="desk_note_check"),
    path("cases/<uuid:public_id>/return/", views.return_case, name="desk_return_case"),
    path("cases/<uuid:public_id>/assessors/", views.assign, name="desk_assign"),
    path("cases/assignments/<uuid:public_id>/end/", views.end_assignment, name="desk_end_assignment"),
    path("cases/<uuid:public_id>/visit/", views.plan_visit, name="desk_plan_visit"),
    path("cases/<uuid:public_id>/visit/move/", views.move_visit, name="desk_move_visit"),
    path("cases/<uuid:public_id>/fact-check/", views.close_fact_check, name="desk_close_fact_check"),
    path("cases/<uuid:public_id>/agenda/", views.case_on_agenda, name="desk_case_on_agenda"),
    path("cases/<uuid:public_id>/resume/", views.resume_case, name="desk_resume_case"),
    path("cases/files/<uuid:public_id>/", views.case_file, name="desk_case_file"),
    path("pool/", views.pool, name="desk_pool"),
    path("pool/join/", views.join_pool, name="desk_join_pool"),
    path("pool/<uuid:public_id>/leave/", views.out_of_pool, name="desk_leave_pool"),
    path("rounds/", views.rounds, name="desk_rounds"),
    path("rounds/new/", views.new_round, name="desk_new_round"),
    path("rounds/<uuid:public_id>/", views.desk_round, name="desk_round"),
    path("rounds/<uuid:public_id>/change/", views.change_round, name="desk_change_round"),
    path("rounds/<uuid:public_id>/announce/", views.announce_round, name="desk_announce_round"),
    path("rounds/<uuid:public_id>/extend/", views.extend_round, name="desk_extend_round"),
    path("stuck/", views.stuck_work, name="stuck_work"),
    path("stuck/<uuid:public_id>/again/", views.again, name="try_again"),
]
