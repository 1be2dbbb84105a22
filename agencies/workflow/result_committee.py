"""The committee of the management evaluation: results on its agenda, its votes turned into decisions; nobody outside is told."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Affiliation
from agencies.ledger import AGENCY, agency_subject
from agencies.models import AssessorPlace, Calculation, Participation, Result, ResultDecision
from agencies.permissions import can_calculate
from agencies.queries.result import SUBJECT, line_of, unanswered
from agencies.queries.result_inputs import inputs_now
from agencies.workflow.calculation import held
from core import clock
from core.workflow import lock, record, refuse_if, require
from panels import workflow as panels
from panels.models import AgendaItem, Recusal
from panels.queries import is_recused, seats_on

CONFIRM, RETURN = "confirm", "return"


@transaction.atomic
def put_result_on_agenda(participation, meeting, *, actor):
    """Once the time to object is over and every objection answered. Who belongs to the agency or its province stands back."""
    row = held(participation, actor)
    result = Result.everything.filter(participation=row).first()
    refuse_if(result is None, _("The preliminary notice has not been given."))
    refuse_if(clock.now() < result.objections_until, _("%(agency)s may still object."), agency=str(row.assessed))
    refuse_if(unanswered(actor, [result]), _("%(agency)s: not every objection is answered."), agency=str(row.assessed))
    latest = Calculation.everything.filter(participation=row).order_by("-number").first()
    line = line_of(row, inputs_now(actor, row), latest, result)
    refuse_if(not line.is_sound, _("%(agency)s: something has changed since it was calculated. Calculate it anew."),
              agency=str(row.assessed))
    item = panels.put_on_agenda(meeting, subject_type=SUBJECT, matter=row.public_id, label=_label(row, latest), actor=actor,
                                choices=[CONFIRM, RETURN], page="declaration")
    record("management.on_agenda", row, actor=actor, item=item.pk, calculation=latest.pk)
    for user in tied_members(meeting, row.assessed):
        if not is_recused(user, row.public_id):
            panels.recuse(user, subject_type=SUBJECT, matter=row.public_id, ground=Recusal.Ground.DETECTED, actor=actor,
                          reason=_("Belongs to the agency that is evaluated, or to its province."))
    return item


def _label(row, calculation):
    return f"{row.assessed.name_ko} {row.year}: {calculation.total} {calculation.grade}"[:200]


def tied_members(meeting, assessed):
    """Of those who sit: who belongs to the agency or another of its province, and who lives or works there as far as it is known."""
    users = [seat.user for seat in seats_on(meeting.body, meeting.day)]
    near = Affiliation.objects.filter(user__in=users, agency__province=assessed.province_id, agency__province__isnull=False)
    tied = set(near.values_list("user", flat=True)) | set(
        Affiliation.objects.filter(user__in=users, agency=assessed).values_list("user", flat=True))
    places = AssessorPlace.everything.filter(user__in=users).values_list("user", "home", "work")
    tied |= {user for user, *provinces in places if assessed.province_id in provinces}
    return [user for user in users if user.pk in tied]


def hold_results_of(meeting):
    """Locked before the meeting and its items, as whoever changes a result takes them. For whoever closes it in the same transaction."""
    matters = AgendaItem.everything.filter(meeting=meeting, subject_type=SUBJECT, withdrawn_at=None).values("matter")
    return list(Participation.everything.filter(public_id__in=matters).select_for_update(of=("self",), no_key=True).order_by("pk"))


@transaction.atomic
def settle_results(meeting, *, actor):
    """The meeting was closed in this transaction: what it confirmed is decided; what it returned may change and come again."""
    require(can_calculate(actor))
    refuse_if(meeting.closed_at is None, _("The meeting is not closed."))
    items = AgendaItem.everything.filter(meeting=meeting, subject_type=SUBJECT, withdrawn_at=None).order_by("position")
    return [one for one in (_settle(item, actor) for item in items) if one]


def _settle(item, actor):
    row = lock(Participation.everything.get(public_id=item.matter))
    panels.note_deciders(item, subject_type=AGENCY, subject=agency_subject(row.assessed), actor=actor)
    if item.result != CONFIRM:
        record("management.returned", row, actor=actor, item=item.pk)
        return None
    latest = Calculation.everything.filter(participation=row).order_by("-number").first()
    made = ResultDecision.everything.create(participation=row, calculation=latest, item=item, decided_at=item.decided_at)
    record("management.decided", made, actor=actor, calculation=latest.pk, total=str(latest.total), grade=latest.grade)
    return made
