"""A course with its questions and duty, an announced run with a class, a trainer and materials behind every address of them."""
from core import clock
from core.files import path_of
from tests.architecture.holding import kept
from tests.factories.training import CourseFactory, TrainerFactory, run_with_classes
from training import models

OWN = {
    **{f"training_{name}": "training_course" for name in (
        "course", "keep_course", "change_course", "offer_course", "close_course", "discard_course", "add_duty", "survey_questions",
        "add_survey_question", "test_questions", "add_test_question", "plan_run")},
    "training_remove_duty": "training_duty",
    **{f"training_{name}": "survey_question" for name in ("change_survey_question", "survey_question_up", "retire_survey_question")},
    **{f"training_{name}": "test_question" for name in ("change_test_question", "test_question_up", "retire_test_question")},
    **{f"training_{name}": "training_run" for name in (
        "run", "run_calendar", "keep_run", "change_run", "announce_run", "discard_run", "cancel_run", "add_class", "add_material",
        "add_link")},
    **{f"training_{name}": "class_session" for name in ("change_class", "move_class", "class_trainers", "remove_class")},
    "training_material": "training_material", "training_remove_material": "training_material", "training_remove_link": "training_link",
    **{f"training_{name}": "trainer" for name in ("trainer", "change_trainer", "end_trainer", "note_fee")},
    "training_fee_paid": "trainer_fee",
}


def run_at(place):
    """Each text says whose it is. The agency's own: no other agency may know of it, although it is announced."""
    mark, now, by = f"CNRY-{place.agency.slug}", clock.now(), place.trainer
    course = CourseFactory(name_ko=f"{mark}-course", name_en="", aims_ko=f"{mark}-aims", code=f"{mark}-code"[:20], written_by=by)
    run = run_with_classes(course=course, place=f"{mark}-room", made_by=by)
    one = run.classes.first()
    trainer, file = TrainerFactory(name=f"{mark}-trainer"), kept()
    models.ClassTrainer.everything.create(run=run, class_session=one, trainer=trainer, name=trainer.name)
    question = models.TestQuestion.everything.create(course=course, position=1, text_ko=f"{mark}-asks", choices=[{"ko": "x"}, {"ko": "y"}])
    models.TestKey.everything.create(question=question, right=[0])
    return {
        "training_course": course, "training_run": run, "class_session": one, "trainer": trainer, "test_question": question,
        "survey_question": models.SurveyQuestion.everything.create(course=course, position=1, kind="text", text_ko=f"{mark}-survey"),
        "training_duty": models.CourseDuty.everything.create(course=course, for_whom="staff", from_on=clock.today()),
        "training_material": models.Material.everything.create(
            run=run, file=file, name=f"{mark}-material.pdf", path=path_of(file), sha256=file.sha256, size=file.size, mime=file.mime,
            extension="pdf", added_by=by, added_at=now),
        "training_link": models.MaterialLink.everything.create(run=run, name=f"{mark}-link", address="https://x.example"),
        "trainer_fee": models.TrainerFee.everything.create(trainer=trainer, run=run, minutes=60, amount=1, note=f"{mark}-fee", noted_at=now,
                                                           noted_by=by)}
