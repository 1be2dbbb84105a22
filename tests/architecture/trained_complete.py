"""A run that is finished behind every address of completion: who completed, with the certificate."""
from datetime import timedelta

from core import clock
from core.files import path_of
from tests.architecture.holding import kept
from tests.factories.training import ClassFactory, CourseFactory, EnrolmentFactory, RunFactory
from training.models import Completion, CompletionPaper

OWN = {
    **dict.fromkeys(("training_run_completion", "training_finish_run", "training_work_out_anew"), "completed_run"),
    **dict.fromkeys(("training_completion", "training_reissue_paper", "training_my_certificate"), "completed_enrolment"),
    "training_completion_paper": "completion_paper",
}


def trained_at(place):
    """Each text says whose it is."""
    mark, now, today = f"CNRY-{place.agency.slug}", clock.now(), clock.today()
    course = CourseFactory(code="CNRY-done", name_ko=f"{mark}-course", name_en=f"{mark}-course", written_by=place.trainer)
    run = RunFactory(course=course, number=99, stage="finished", finished_at=now, made_by=place.trainer)
    ClassFactory(run=run, title=f"{mark}-class", starts_at=now - timedelta(days=1))
    enrolment = EnrolmentFactory(run=run, user=place.employee, name=f"{mark}-participant", house=mark, stage="completed")
    done = Completion.everything.create(
        house=place.agency, enrolment=enrolment, run=run, user=place.employee, name=enrolment.name, house_name=mark,
        course_name=course.name_ko, from_on=today, until_on=today, outcome="completed", minutes=360, of_minutes=360, has_survey=True,
        decided_at=now, number_year=2026, number_place=9001, told_at=now, reason=f"{mark}-why")
    file = kept()
    paper = CompletionPaper.everything.create(
        house=place.agency, completion=done, edition=1, code="7KQ4MXT2HD8P9", file=file, name=f"{mark}-paper.pdf", path=path_of(file),
        sha256=file.sha256, size=file.size, mime=file.mime, added_by=place.trainer, added_at=now)
    return {"completed_run": run, "completed_enrolment": enrolment, "completion_paper": paper}
