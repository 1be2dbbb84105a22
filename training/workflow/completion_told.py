"""A completion in the participant's house: they are told, and what it means for an assessor is noted in the pool."""
from django.db import transaction
from django.utils import translation

from core import clock
from core.tenancy import current_agency_id
from core.workflow import lock, require
from correspondence.events import LANGUAGES
from correspondence.workflow import notify
from panels.models import PoolMember, Qualification
from panels.workflow import note_training, withdraw_training
from training.completion_rule import Facts, unmet
from training.models import Completion
from training.permissions import can_follow_training

MINE = "training_my_completions"


@transaction.atomic
def tell_completion(completion, *, actor):
    """By the job of the participant's house: told once. Twice is once."""
    require(can_follow_training(actor) and completion.house_id == current_agency_id())
    completion = lock(completion)
    if completion.told_at or not completion.is_current:
        return False
    tell_of(completion, actor=actor)
    return True


def tell_of(completion, *, actor):
    """For the host where it is the participant's house too: in the transaction of the decision."""
    if completion.is_completed:
        notify("completion.completed", completion, actor=actor, link=(MINE,), number=completion.number)
    else:
        was = Completion.everything.filter(enrolment=completion.enrolment_id, outcome=Completion.Outcome.COMPLETED,
                                           number_place__isnull=False).exists()
        notify("completion.withdrawn" if was else "completion.not_completed", completion, actor=actor, link=(MINE,),
               missing=_missing(completion))
    completion.told_at = clock.now()
    completion.save(update_fields=["told_at"])


def _missing(completion):
    """In both languages: what the rule asks and they have not, or the reason of who decided."""
    if completion.by_hand:
        return dict.fromkeys(LANGUAGES, completion.reason)
    facts, said = Facts(completion.minutes, completion.of_minutes, completion.has_survey, completion.score), {}
    for language in LANGUAGES:
        with translation.override(language):
            said[language] = "\n".join(f"- {line}" for line in unmet(completion.run, facts))
    return said


@transaction.atomic
def note_in_pool(completion, *, actor):
    """Completing a course that qualifies: noted in the pool entry under the course's name, and what earlier such courses gave is extended.

    Returns whether it was noted: not for who is in no pool, and not twice.
    """
    require(can_follow_training(actor) and completion.house_id == current_agency_id())
    completion = lock(completion)
    member = PoolMember.everything.filter(user=completion.user_id, left_at=None).first()
    if member is None or not completion.is_current or not completion.is_completed or _has(member, completion.number):
        return False
    earlier = Completion.everything.filter(house=completion.house_id, user=completion.user_id, run__course__qualifies=True)
    held = set(Qualification.everything.filter(member=member).values_list("kind", flat=True))
    kinds = {completion.course_name[:80]} | held & {name[:80] for name in earlier.values_list("course_name", flat=True)}
    for kind in sorted(kinds):
        note_training(member, kind=kind, number=completion.number, valid_until=completion.valid_until, actor=actor)
    return True


def _has(member, number):
    return Qualification.everything.filter(member=member, number=number).exists()


@transaction.atomic
def take_from_pool(completion, *, actor):
    """It counts as not completed after all: what its number gave is taken out of the pool entry. `completion`: the one with the number."""
    require(can_follow_training(actor) and completion.house_id == current_agency_id())
    member = PoolMember.everything.filter(user=completion.user_id, left_at=None).first()
    return bool(member and completion.number and withdraw_training(member, number=completion.number, actor=actor))
