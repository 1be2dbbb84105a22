"""Who does what in a class and after it, beyond showing its code and ticking its list."""
from core.tenancy import current_agency_id
from training.models import ClassTrainer
from training.models.course import READERS
from training.permissions import can_keep_training


def can_correct_attendance(actor, enrolment):
    """The keepers of the house that holds the run, and no trainer."""
    return can_keep_training(actor) and enrolment.host_id == current_agency_id()


def can_read_survey(actor, run):
    """What the survey says: readers of the house that holds the run, and who teaches in it. Never the participant's house."""
    if run.agency_id != current_agency_id():
        return False
    if actor.is_system or actor.has(*READERS):
        return True
    return actor.user is not None and ClassTrainer.objects.visible_to(actor).filter(run=run, user=actor.user).exists()


def can_follow_run(actor, run):
    """Who was there: as the survey."""
    return can_read_survey(actor, run)
