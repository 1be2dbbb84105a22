"""Which class shows a code; and the house where a person is enrolled in it."""
from accounts.actors import Actor
from accounts.queries import agencies_of
from core import clock
from core.tenancy import nationwide, within
from training.class_codes import VALID_FOR, age_of
from training.models import ClassSession, Enrolment
from training.presence import AFTER, BEFORE
from training.stages import TAKES_PART, RunStage

LOOKING = Actor.system("the class that a code was shown in")


def classes_showing(now):
    """Classes of announced runs of all houses whose code may be on a screen now."""
    rows = ClassSession.objects.visible_to(LOOKING).filter(
        run__stage=RunStage.OPEN, run__published_at__isnull=False, starts_at__lte=now + BEFORE, ends_at__gte=now - AFTER)
    return rows.select_related("run__course").order_by("pk")


def class_by_code(code):
    """(the class that shows or showed it, whether it still holds); (None, False) for a code of no class of these minutes."""
    now = clock.now()
    with nationwide():
        for one in classes_showing(now):
            age = age_of(code, one, now)
            if age is not None:
                return one, age <= VALID_FOR
    return None, False


def code_holds(code, class_session):
    """Whether this class showed the code within the last 30 seconds."""
    age = age_of(code, class_session, clock.now())
    return age is not None and age <= VALID_FOR


def house_of(user, run_id):
    """The agency where this account is enrolled in the run, or None. Each house is asked within itself."""
    for agency in agencies_of(user):
        if agency.is_closed:
            continue
        with within(agency):
            mine = Enrolment.objects.visible_to(Actor.of(user)).filter(agency=agency, user=user, run=run_id, stage__in=TAKES_PART)
            if mine.exists():
                return agency
    return None
