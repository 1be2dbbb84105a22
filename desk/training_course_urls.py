"""Courses, questions, trainers and the year's plan at the desk of their house."""
from django.urls import path

from desk.views import training_course as course
from desk.views import training_question as question
from desk.views import training_trainer as trainer

urlpatterns = [
    path("courses/", course.courses, name="training_courses"),
    path("courses/new/", course.write, name="training_write_course"),
    path("courses/<uuid:public_id>/", course.course, name="training_keep_course"),
    path("courses/<uuid:public_id>/change/", course.change, name="training_change_course"),
    path("courses/<uuid:public_id>/offer/", course.offer, name="training_offer_course"),
    path("courses/<uuid:public_id>/close/", course.close, name="training_close_course"),
    path("courses/<uuid:public_id>/discard/", course.discard, name="training_discard_course"),
    path("courses/<uuid:public_id>/duties/", course.add_duty, name="training_add_duty"),
    path("duties/<uuid:public_id>/remove/", course.remove_duty, name="training_remove_duty"),
    path("courses/<uuid:public_id>/survey/", question.survey, name="training_survey_questions"),
    path("courses/<uuid:public_id>/survey/add/", question.add_survey_question, name="training_add_survey_question"),
    path("survey/<uuid:public_id>/", question.change_survey_question, name="training_change_survey_question"),
    path("survey/<uuid:public_id>/up/", question.survey_question_up, name="training_survey_question_up"),
    path("survey/<uuid:public_id>/retire/", question.retire_survey_question, name="training_retire_survey_question"),
    path("courses/<uuid:public_id>/test/", question.test, name="training_test_questions"),
    path("courses/<uuid:public_id>/test/add/", question.add_test_question, name="training_add_test_question"),
    path("test/<uuid:public_id>/", question.change_test_question, name="training_change_test_question"),
    path("test/<uuid:public_id>/up/", question.test_question_up, name="training_test_question_up"),
    path("test/<uuid:public_id>/retire/", question.retire_test_question, name="training_retire_test_question"),
    path("trainers/", trainer.trainers, name="training_trainers"),
    path("trainers/new/", trainer.add_trainer, name="training_add_trainer"),
    path("trainers/<uuid:public_id>/", trainer.trainer, name="training_trainer"),
    path("trainers/<uuid:public_id>/change/", trainer.change_trainer, name="training_change_trainer"),
    path("trainers/<uuid:public_id>/end/", trainer.end_trainer, name="training_end_trainer"),
    path("trainers/<uuid:public_id>/fees/", trainer.note_fee, name="training_note_fee"),
    path("fees/<uuid:public_id>/paid/", trainer.fee_paid, name="training_fee_paid"),
    path("plan/", trainer.year_plan, name="training_year_plan"),
]
