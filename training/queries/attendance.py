"""Who was in which class how long, as far as it was noted: the newest note counts."""
from typing import NamedTuple

from training.models import Attendance, ClassSession


class Presence(NamedTuple):
    minutes: int
    of_minutes: int
    is_late: bool = False
    left_early: bool = False
    source: str = ""


def presence_in(actor, run):
    """{enrolment pk: {class pk: Presence}}"""
    classes, found = {one.pk: one for one in ClassSession.objects.visible_to(actor).filter(run=run)}, {}
    for note in Attendance.objects.visible_to(actor).filter(class_session__in=classes).order_by("noted_at", "pk"):
        length = classes[note.class_session_id].minutes
        found.setdefault(note.enrolment_id, {})[note.class_session_id] = Presence(min(note.minutes, length), length, source=note.source)
    return found
