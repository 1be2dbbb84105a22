"""Declarations about cases: what somebody still has to answer, and where the answer leads."""
from django.db.models import Q

from evaluations.models import AppealHandler, Assignment
from evaluations.stages import OPEN_APPEAL
from panels.models import AgendaItem
from panels.queries import open_declarations

SUBJECT, APPEAL = "evaluations.application", "evaluations.appeal"


def declarations_to_answer(actor):
    """What this person was asked as an assessor and has not answered, the longest waiting first."""
    assigned = Assignment.objects.visible_to(actor).filter(user=actor.user, ended_at=None)
    return open_declarations(actor).filter(
        Q(subject_type=SUBJECT, matter__in=assigned.values("application__public_id")) | Q(subject_type=APPEAL, matter__in=named_for(actor)))


def named_for(actor):
    """The appeals that this person was named to handle and that wait, be they open to them or not: a subquery of their public ids."""
    named = AppealHandler.objects.visible_to(actor).filter(user=actor.user, ended_at=None, appeal__stage__in=OPEN_APPEAL)
    return named.values("appeal__public_id")


def is_named_for(actor, matter):
    return named_for(actor).filter(appeal__public_id=matter).exists()


def appeals_to_declare(actor):
    """What this person was asked about appeals and has not answered."""
    return open_declarations(actor).filter(subject_type=APPEAL, matter__in=named_for(actor))


def is_assigned(actor, matter):
    """Whether the actor assesses the case, be it open to them or not."""
    return Assignment.objects.visible_to(actor).filter(user=actor.user, ended_at=None, application__public_id=matter).exists()


def meeting_about(actor, matter):
    """The latest meeting of the actor's bodies that has the case on its agenda, or None."""
    items = AgendaItem.objects.visible_to(actor).filter(matter=matter, withdrawn_at=None)
    item = items.select_related("meeting").order_by("-meeting__meets_at", "-pk").first()
    return item and item.meeting
