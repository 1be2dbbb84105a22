"""Somebody leaves: all that they have in hand goes to others at once, or nothing does."""
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import clock
from core.audit import record_many
from core.errors import Refused
from core.workflow import refuse_if, require
from correspondence.workflow import notify
from evaluations.models import Application, Assignment
from evaluations.permissions import can_hand_over
from evaluations.queries.hand_over import examine
from evaluations.workflow.assignment import SUBJECT, label_of
from evaluations.workflow.team import lapse_challenges
from panels.queries import pool_members
from panels.workflow import ask_about_many


@transaction.atomic
def hand_over(wanted, *, reason, actor):
    """[(assignment, member of the pool)]: each assignment ends with the reason, and the successor begins with a declaration and a blank
    sheet; who led is followed as lead. What was written is kept unseen. Returns the new assignments."""
    require(can_hand_over(actor))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(not wanted, _("Choose at least one case."))
    wanted = _locked(wanted, actor)
    impossible = [pair for pair in examine(actor, wanted) if pair.against]
    if impossible:
        words = ngettext("%(count)d case cannot be handed over like this. Nothing was changed.",
                         "%(count)d cases cannot be handed over like this. Nothing was changed.", len(impossible))
        raise Refused(words % {"count": len(impossible)})
    return _carried_out(wanted, reason.strip(), actor)


def _locked(wanted, actor):
    """The same, fresh and ours: cases first, in one order for everybody."""
    chosen = {one.pk: member.pk for one, member in wanted}
    cases = Application.everything.filter(pk__in=[one.application_id for one, _member in wanted]).order_by("pk")
    cases = {case.pk: case for case in cases.select_related("service_type").select_for_update(of=("self",), no_key=True)}
    rows = Assignment.everything.filter(pk__in=chosen).order_by("pk").select_related("user")
    rows = list(rows.select_for_update(of=("self",), no_key=True))
    for row in rows:
        row.application = cases[row.application_id]
    members = {member.pk: member for member in pool_members(actor).filter(pk__in=chosen.values())}
    return [(row, members.get(chosen[row.pk])) for row in rows]


def _carried_out(wanted, reason, actor):
    now, rows = clock.now(), [row for row, _member in wanted]
    Assignment.everything.filter(pk__in=[row.pk for row in rows]).update(ended_at=now, ended_reason=reason)
    came = Assignment.everything.bulk_create([
        Assignment(application=row.application, user=member.user, is_lead=row.is_lead, label=label_of(row.application)[:200],
                   assigned_at=now, assigned_by=actor.user, replaces=row) for row, member in wanted])
    lapse_challenges(rows, actor=actor)
    record_many("application.assignment_ended", [
        (row.application, {"assignment": row.pk, "account": row.user_id, "reason": reason}) for row in rows], actor=actor)
    record_many("application.assigned", [
        (one.application, {"assignment": one.pk, "account": one.user_id, "is_lead": one.is_lead, "replaces": one.replaces_id})
        for one in came], actor=actor)
    ask_about_many([(one.user, one.application.matter, one.label) for one in came], subject_type=SUBJECT, actor=actor)
    for member, count in _taken(wanted).items():
        notify("assignment.handed_over", member, actor=actor, link=("assess_home",), count=count)
    return came


def _taken(wanted):
    """{member: how many cases}, so that each is told once and not forty times."""
    counted = {}
    for _row, member in wanted:
        counted[member] = counted.get(member, 0) + 1
    return counted
