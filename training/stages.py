"""The ways of what training goes through."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CourseStage(models.TextChoices):
    DRAFT = "draft", _("draft")
    OFFERED = "offered", _("in the catalogue")
    CLOSED = "closed", pgettext_lazy("a course", "no longer offered")
    DISCARDED = "discarded", _("discarded")


COURSE_MOVES = {
    CourseStage.DRAFT: {CourseStage.OFFERED, CourseStage.DISCARDED},
    CourseStage.OFFERED: {CourseStage.CLOSED},
    CourseStage.CLOSED: {CourseStage.OFFERED},
    CourseStage.DISCARDED: set(),
}


class RunStage(models.TextChoices):
    DRAFT = "draft", _("draft")
    OPEN = "open", pgettext_lazy("a run", "announced")
    FINISHED = "finished", _("finished")
    CANCELLED = "cancelled", _("cancelled")
    DISCARDED = "discarded", _("discarded")


RUN_MOVES = {
    RunStage.DRAFT: {RunStage.OPEN, RunStage.DISCARDED},
    RunStage.OPEN: {RunStage.FINISHED, RunStage.CANCELLED},
    RunStage.FINISHED: set(),
    RunStage.CANCELLED: set(),
    RunStage.DISCARDED: set(),
}


class EnrolmentStage(models.TextChoices):
    REQUESTED = "requested", _("waits for the superior")
    REFUSED = "refused", _("not approved")
    ASKED = "asked", _("received")
    WAITING = "waiting", _("on the waiting list")
    OFFERED = "offered", _("a seat is offered")
    LAPSED = "lapsed", _("the offer was not taken up")
    ENROLLED = "enrolled", pgettext_lazy("an enrolment", "has a seat")
    CLOSED_OUT = "closed_out", _("no seat became free")
    CANCELLED = "cancelled", pgettext_lazy("an enrolment", "cancelled")
    COMPLETED = "completed", pgettext_lazy("an enrolment", "completed")
    NOT_COMPLETED = "not_completed", _("not completed")


ENROLMENT_MOVES = {
    EnrolmentStage.REQUESTED: {EnrolmentStage.ASKED, EnrolmentStage.REFUSED, EnrolmentStage.CANCELLED, EnrolmentStage.CLOSED_OUT},
    EnrolmentStage.REFUSED: set(),
    EnrolmentStage.ASKED: {EnrolmentStage.ENROLLED, EnrolmentStage.WAITING, EnrolmentStage.CLOSED_OUT, EnrolmentStage.CANCELLED},
    EnrolmentStage.WAITING: {EnrolmentStage.OFFERED, EnrolmentStage.ENROLLED, EnrolmentStage.CLOSED_OUT, EnrolmentStage.CANCELLED},
    EnrolmentStage.OFFERED: {EnrolmentStage.ENROLLED, EnrolmentStage.LAPSED, EnrolmentStage.CANCELLED, EnrolmentStage.CLOSED_OUT},
    EnrolmentStage.LAPSED: set(),
    EnrolmentStage.ENROLLED: {EnrolmentStage.CANCELLED, EnrolmentStage.CLOSED_OUT, EnrolmentStage.COMPLETED, EnrolmentStage.NOT_COMPLETED},
    EnrolmentStage.CLOSED_OUT: set(),
    EnrolmentStage.CANCELLED: set(),
    EnrolmentStage.COMPLETED: {EnrolmentStage.NOT_COMPLETED},
    EnrolmentStage.NOT_COMPLETED: {EnrolmentStage.COMPLETED},
}
GONE = frozenset({EnrolmentStage.REFUSED, EnrolmentStage.LAPSED, EnrolmentStage.CLOSED_OUT, EnrolmentStage.CANCELLED})     # may enrol anew
HOLDS_A_SEAT = frozenset({EnrolmentStage.OFFERED, EnrolmentStage.ENROLLED})
TAKES_PART = frozenset({EnrolmentStage.ENROLLED, EnrolmentStage.COMPLETED, EnrolmentStage.NOT_COMPLETED})
