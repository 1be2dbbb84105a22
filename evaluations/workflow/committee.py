"""The committee: ready cases on its agenda, its votes turned into decisions, nothing told before the announcement."""
from django.db import transaction
from django.utils.translation import gettext as _

from core.workflow import enqueue, lock, record, refuse_if, require
from correspondence.workflow import notify
from evaluations.models import Application, Decision, DecisionGround, RequiredIndicator, UpheldIndicator
from evaluations.permissions import can_put_on_agenda, can_resume
from evaluations.queries.parts import required_of
from evaluations.stages import Stage
from evaluations.workflow.assignment import DECLARATION, SUBJECT, label_of
from evaluations.workflow.conduct import refuse_the_tied
from evaluations.workflow.stage import step
from panels import workflow as panels
from panels.models import AgendaItem
from panels.models.involvement import PROVIDER
from panels.permissions import can_conduct

Kind = Decision.Kind
Agreed = RequiredIndicator.Agreed


@transaction.atomic
def put_on_agenda(application, meeting, *, actor):
    """A ready case comes before the committee. An award stands for choice only if every indicator is agreed compliant."""
    application = lock(application)
    require(can_put_on_agenda(actor, application))
    refuse_if(application.stage != Stage.FINAL_EVALUATION, _("This case is not ready for the committee."))
    item = panels.put_on_agenda(meeting, subject_type=SUBJECT, matter=application.matter, label=label_of(application)[:200],
                                choices=choices_for(application), actor=actor, page=DECLARATION)
    record("application.on_agenda", application, actor=actor, item=item.pk)
    return item


def choices_for(application):
    """What the committee may decide: never an award while an indicator is open or non-compliant."""
    agreed = list(required_of(application).values_list("agreed", flat=True))
    complete = bool(agreed) and all(one == Agreed.COMPLIANT for one in agreed)
    return [*([Kind.AWARD] if complete else []), Kind.REFUSE, Kind.DEFER]


@transaction.atomic
def close_committee(meeting, *, actor, grounds=None):
    """The meeting is over: each result becomes a decision, in the order of the agenda. Returns the decisions.

    `grounds`: {agenda item's id: words}, what the letter says besides the reasons of the indicators. Nobody is refused or deferred
    without a reason (Administrative Procedures Act art. 23).
    """
    _lock_cases(meeting)
    meeting = lock(meeting)
    require(can_conduct(actor))
    panels.close_meeting(meeting, actor=actor)
    items = AgendaItem.everything.filter(meeting=meeting, subject_type=SUBJECT, withdrawn_at=None).order_by("position")
    decisions = [_decide(item, (grounds or {}).get(item.pk, "").strip(), actor) for item in items]
    enqueue("evaluations.tasks.make_minutes", meeting_id=meeting.pk)
    return decisions


def _lock_cases(meeting):
    """The cases come before the meeting and its items, as whoever withdraws one of them takes them. What is put on meanwhile is undecided,
    and the closing says so."""
    matters = AgendaItem.everything.filter(meeting=meeting, subject_type=SUBJECT, withdrawn_at=None).values("matter")
    list(Application.everything.filter(public_id__in=matters).select_for_update(of=("self",), no_key=True).order_by("pk"))


def grounds_field(item):
    """Where the closing form asks for the grounds of this item."""
    return f"grounds_{item.position}"


def _decide(item, grounds, actor):
    application = lock(Application.everything.get(public_id=item.matter))
    refuse_the_tied(actor, application)
    refuse_if(item.result == Kind.AWARD and Kind.AWARD not in choices_for(application),
              _("%(case)s cannot be certified: not every indicator is compliant."), case=str(application))
    unmet = [] if item.result == Kind.AWARD else list(required_of(application).filter(agreed=Agreed.NONCOMPLIANT))
    refuse_if(item.result != Kind.AWARD and not unmet and not grounds, _("Please write the grounds of the decision on %(case)s."),
              field=grounds_field(item), case=str(application))
    decision = Decision.everything.create(application=application, kind=item.result, item=item, decided_at=item.decided_at,
                                          grounds="" if item.result == Kind.AWARD else grounds)
    DecisionGround.everything.bulk_create(
        DecisionGround(decision=decision, required=required, text=required.agreed_reason) for required in unmet)
    panels.note_deciders(item, subject_type=PROVIDER, subject=application.provider.public_id, actor=actor)
    facts = step(application, Stage.DECIDED)
    record("application.decided", application, actor=actor, decision=decision.pk, **facts)
    return decision


@transaction.atomic
def resume_deferred(application, to, *, reason, actor):
    """A deferred case goes on: before the committee again, or back to the place, which asks anew what was not compliant (or else all)."""
    application = lock(application)
    require(can_resume(actor, application))
    refuse_if(application.stage != Stage.DEFERRED or to not in (Stage.SITE_VISIT, Stage.FINAL_EVALUATION), _("This case is not deferred."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    facts = step(application, to)
    reopened = ask_anew(application) if to == Stage.SITE_VISIT else []
    record("application.resumed", application, actor=actor, reopened=reopened, reason=reason.strip(), **facts)
    notify("application.resumed", application, actor=actor, link=("portal_application", application.public_id), reason=reason.strip())
    return application


def ask_anew(application):
    """A visit needs something to look at. What was found before stays with the earlier visit. Returns the codes."""
    unmet = required_of(application).filter(agreed=Agreed.NONCOMPLIANT)
    upheld = UpheldIndicator.everything.filter(required__application=application).values("required")
    asked = unmet if unmet.exists() else required_of(application).exclude(pk__in=upheld)     # what an appeal settled is settled
    codes = list(asked.values_list("code", flat=True))
    required_of(application).filter(code__in=codes).update(agreed=Agreed.OPEN, agreed_reason="", agreed_at=None)
    return codes
