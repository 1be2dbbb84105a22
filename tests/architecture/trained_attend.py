"""A class that runs now behind every address of attendance, survey and test: somebody in it scans, answers and takes the test."""
from datetime import timedelta

from core import clock
from tests.factories.training import ClassFactory, CourseFactory, EnrolmentFactory, RunFactory
from training.models import Attendance, SurveyQuestion, TestAttempt, TestQuestion

OWN = {
    **dict.fromkeys(("training_class", "training_note_presence", "training_sheet", "training_sheet_pdf", "training_class_code",
                     "training_attend", "training_scan", "training_type_code"), "held_class"),
    **dict.fromkeys(("training_run_attendance", "training_survey", "training_survey_results", "training_survey_file", "training_test",
                     "training_begin_attempt"), "held_run"),
    "training_attendance": "attending", "training_attempt": "attempt",
}


def attended_at(place):
    """Each text says whose it is."""
    mark, now = f"CNRY-{place.agency.slug}", clock.now()
    course = CourseFactory(code="CNRY-held", name_ko=f"{mark}-course", name_en=f"{mark}-course", least_score=60, written_by=place.trainer)
    run = RunFactory(course=course, number=98, least_score=60, place=f"{mark}-room", made_by=place.trainer)
    held = ClassFactory(run=run, title=f"{mark}-class", starts_at=now - timedelta(minutes=90), ends_at=now + timedelta(minutes=30))
    who = EnrolmentFactory(run=run, user=place.assessor, name=f"{mark}-participant", house=mark)
    Attendance.everything.create(house=place.agency, enrolment=who, class_session=held, minutes=60, of_minutes=120, source="correction",
                                 reason=f"{mark}-why", noted_at=now, noted_by=place.trainer)
    SurveyQuestion.everything.create(course=course, position=1, kind="text", text_ko=f"{mark}-asked")
    question = TestQuestion.everything.create(course=course, position=1, text_ko=f"{mark}-question", choices=[{"ko": f"{mark}-choice"}])
    attempt = TestAttempt.everything.create(host=place.agency, enrolment=who, number=1, order=[[question.pk, [0]]], begun_at=now)
    return {"held_class": held, "held_run": run, "attending": who, "attempt": attempt}
