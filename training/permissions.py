"""Who does what in training."""
from accounts.models import Role
from accounts.permissions import same_person
from core.tenancy import current_agency_id
from training.models import ClassTrainer

KEEPERS = (Role.TRAINER, Role.OFFICER, Role.MANAGER)                # the house's training officer, and who stands in
LEARNERS = frozenset(Role) - {Role.OBSERVER, Role.COMMITTEE, Role.CONSULTANT}


def can_keep_training(actor):
    """Courses, runs, trainers, attendance, completion of one's own house."""
    return actor.has(*KEEPERS)


def can_plan_year(actor):
    """The plan against which the year's results are held."""
    return actor.has(Role.TRAINER, Role.MANAGER)


def can_learn(actor):
    """Enrol oneself: everybody who works for the house, and its assessors."""
    return actor.user is not None and actor.has(*LEARNERS)


def can_enrol_others(actor):
    """The house's own people: its training officer and managers."""
    return actor.has(Role.TRAINER, Role.MANAGER)


def can_approve_enrolment(actor, enrolment):
    """A manager or the director of the participant's house, and nobody for themselves."""
    return (actor.has(Role.MANAGER, Role.DIRECTOR) and enrolment.agency_id == current_agency_id()
            and not any(same_person(one, enrolment.user) for one in actor.people))


def can_act_for(actor, enrolment):
    """Take up a seat, cancel: the participant, and who enrols others in their house."""
    if enrolment.agency_id != current_agency_id() or actor.user is None:
        return False
    return actor.user.pk == enrolment.user_id or can_enrol_others(actor)


def is_participant(actor, enrolment):
    """Answers the survey, takes the test, scans: this person alone, and nobody who acts for them."""
    return actor.user is not None and actor.acting_for is None and actor.user.pk == enrolment.user_id


def can_run_class(actor, class_session):
    """Show its code, tick its list: the house's keepers, and who teaches it."""
    if class_session.agency_id != current_agency_id() or actor.user is None:
        return False
    return can_keep_training(actor) or ClassTrainer.objects.visible_to(actor).filter(
        class_session=class_session, user=actor.user).exists()


def can_follow_training(actor):
    """What the other house wrote is acted on here by a job, and by nobody else."""
    return actor.is_system
