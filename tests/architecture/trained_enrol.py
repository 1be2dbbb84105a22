"""A run of the agency with somebody enrolled and somebody who waits for approval behind every address of enrolment."""
from datetime import timedelta

from core import clock
from tests.factories.training import ClassFactory, CourseFactory, EnrolmentFactory, RunFactory
from training.models import TrainingSettings

OWN = {
    **dict.fromkeys(("training_enrol", "training_enrol_others", "training_enrol_file", "training_enrol_template", "training_participants",
                     "training_participants_file"), "enrolled_run"),
    **dict.fromkeys(("training_enrolment", "training_accept_seat", "training_cancel_enrolment"), "enrolment"),
    **dict.fromkeys(("training_approve_enrolment", "training_refuse_enrolment"), "requested_enrolment"),
}


def enrolled_at(place):
    """Each text says whose it is."""
    mark, now = f"CNRY-{place.agency.slug}", clock.now()
    course = CourseFactory(name_ko=f"{mark}-course", name_en=f"{mark}-course", written_by=place.officer)
    run = RunFactory(course=course, place=f"{mark}-room", made_by=place.officer)
    ClassFactory(run=run, title=f"{mark}-class")
    TrainingSettings.everything.create(asks_approval=True, changed_at=now)
    row = EnrolmentFactory(run=run, user=place.assessor, stage="offered", offer_until_at=now + timedelta(days=2), placed_at=None,
                           needs=f"{mark}-needs")
    requested = EnrolmentFactory(run=run, user=place.employee, stage="requested", asked_at=None, placed_at=None, needs=f"{mark}-asks")
    return {"enrolled_run": run, "enrolment": row, "requested_enrolment": requested}
