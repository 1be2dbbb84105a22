"""Assessors, ratings, questions and assessments on site at the desk of Central and of an agency: mounted under management/."""
from django.urls import path

from desk.views import assessors, question_rounds, site_visits

urlpatterns = [
    path("assessors/", assessors.groups, name="desk_assessors"),
    path("assessors/add/", assessors.add_member, name="desk_add_group_member"),
    path("assessors/members/<uuid:public_id>/end/", assessors.end_member, name="desk_end_group_member"),
    path("assessors/members/<uuid:public_id>/lead/", assessors.lead_member, name="desk_lead_group"),
    path("assessors/matrix/", assessors.matrix, name="desk_assessor_matrix"),
    path("assessors/matrix/confirm/", assessors.confirm, name="desk_confirm_assignment"),
    path("assessors/progress/", assessors.progress, name="desk_rating_progress"),
    path("assessors/agencies/<uuid:public_id>/", assessors.rated_agency, name="desk_rated_agency"),
    path("assessors/sheets/<uuid:public_id>/end/", assessors.take_sheet, name="desk_end_rating_sheet"),
    path("rounds/", question_rounds.rounds, name="desk_question_rounds"),
    path("rounds/<uuid:public_id>/", question_rounds.questions_of, name="desk_questions"),
    path("rounds/<uuid:public_id>/send/", question_rounds.send, name="desk_send_questions"),
    path("questions/", question_rounds.own_rounds, name="desk_own_questions"),
    path("questions/<uuid:public_id>/", question_rounds.answer, name="desk_answer_questions"),
    path("questions/files/<uuid:public_id>/", question_rounds.answer_file, name="answer_file"),
    path("questions/files/<uuid:public_id>/remove/", question_rounds.remove_file, name="desk_remove_answer_file"),
    path("sites/", site_visits.visits, name="desk_site_visits"),
    path("sites/<uuid:public_id>/", site_visits.site_of, name="desk_site_visit"),
    path("sites/<uuid:public_id>/plan/", site_visits.plan, name="desk_plan_site"),
    path("sites/<uuid:public_id>/move/", site_visits.move, name="desk_move_site"),
    path("site/", site_visits.own_site, name="desk_own_site"),
    path("site/<uuid:public_id>/remark/", site_visits.remark, name="desk_remark_on_site"),
]
