"""A participant scans the code of a class."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from training.models import Scan
from training.permissions import is_participant
from training.presence import AFTER, BEFORE, half_of
from training.stages import EnrolmentStage, RunStage

KEPT_FOR = timedelta(minutes=10)            # between the code that was scanned and the button: signing in takes its time


@transaction.atomic
def scan_class(enrolment, class_session, kind, *, seen_at, actor):
    """`seen_at`: when this person's browser brought a code that held. That moment counts, not the button's."""
    enrolment = lock(enrolment)
    require(is_participant(actor, enrolment))
    refuse_if(class_session.run_id != enrolment.run_id, _("You are not enrolled in the run of this class."))
    refuse_if(class_session.run.stage != RunStage.OPEN or enrolment.stage != EnrolmentStage.ENROLLED,
              _("Attendance of this run is no longer taken."))
    refuse_if(seen_at is None or not seen_at <= clock.now() <= seen_at + KEPT_FOR,
              _("Please scan the code on the screen, or type it. A link that somebody passed on does not count."))
    _refuse_outside(class_session, kind, seen_at)
    before = dict(Scan.objects.visible_to(actor).filter(enrolment=enrolment, class_session=class_session).values_list("kind", "at"))
    refuse_if(kind in before, _("You have scanned this already."))
    refuse_if(kind == Scan.Kind.LEAVING and Scan.Kind.COMING not in before,
              _("Your coming was not scanned. Please tell the trainer."))
    scan = Scan.objects.create(host_id=enrolment.host_id, enrolment=enrolment, class_session=class_session, kind=kind, at=seen_at)
    record("training.scanned", enrolment, actor=actor, class_session=class_session.pk, kind=str(kind))
    return scan


def _refuse_outside(class_session, kind, at):
    refuse_if(at < class_session.starts_at - BEFORE, _("This class has not begun. Its code holds from 30 minutes before."))
    if kind == Scan.Kind.COMING:
        refuse_if(at > class_session.ends_at, _("This class is over."))
    else:
        refuse_if(at < half_of(class_session), _("Leaving is scanned in the second half of the class."))
        refuse_if(at > class_session.ends_at + AFTER, _("This class is over."))
