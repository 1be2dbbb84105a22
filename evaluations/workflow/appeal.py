"""The provider's appeal (이의신청): begun within thirty days of being told, written point by point, handed in once, or taken back."""
import hashlib
import json
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import clock
from core.numbers import next_number
from core.versions import keep_words
from core.wording import day_in_words, moment_in_words
from core.workflow import lock, move, record, refuse_if, require
from correspondence.models import Deadline
from correspondence.workflow import close_deadlines, notify, open_deadline, write_letter
from evaluations.models import Appeal, AppealEvidence, AppealFile, AppealPoint, Application, RequiredIndicator
from evaluations.permissions import can_appeal, can_enter_appeal, can_hand_in_appeal, can_withdraw_appeal, can_write_appeal
from evaluations.queries.appeal import ANSWER, HAND_IN, OPEN, Period, period_of, refusal_of
from evaluations.stages import AppealStage
from evaluations.workflow.answers import Saved
from evaluations.workflow.appeal_answer import approval_of
from evaluations.workflow.attaching import Attaching
from panels.workflow import drop_approval
from providers.permissions import role_in

SERIES, UNDER_WAY = "appeal", timedelta(hours=1)            # a request that arrived in time is answered by then


def open_appeal_period(application, *, actor):
    """With the announcement of a refusal: until when its provider may appeal. For those who have asked whether the actor may."""
    return open_deadline(application, kind=HAND_IN, event_on=clock.today(), actor=actor)


@transaction.atomic
def close_appeal_periods(*, actor):
    """Periods in which nobody appealed and that are over for a while. What arrived in time and is entered or handed in later is taken all
    the same. Returns how many."""
    require(actor.is_system)
    over = Deadline.everything.filter(kind=HAND_IN, closed_at=None, due_at__lte=clock.now() - UNDER_WAY)
    cases = Application.everything.filter(pk__in=[one.subject_id for one in over]).order_by("pk")
    return sum(len(close_deadlines(one, kind=HAND_IN, actor=actor, outcome="lapsed")) for one in cases)


@transaction.atomic
def start_appeal(application, *, actor, arrived_at):
    """A draft with a point for each ground of the decision, and one for the decision as a whole. A second click finds the first."""
    application = lock(application)
    require(can_appeal(actor, application))
    decision = _refusal_to_appeal(application)
    existing = Appeal.everything.filter(decision=decision).first()
    if existing:
        return existing
    closed = why_over(_promised(application, decision), arrived_at)
    refuse_if(closed, closed)
    return _begin(application, decision, actor)


def _promised(application, decision):
    """The period as it is counted today, and never shorter than it was when the letter named its last day."""
    period = period_of(application, decision)
    opened = Deadline.everything.filter(subject_type=Application._meta.label_lower, subject_id=str(application.pk), kind=HAND_IN,
                                        event_on=period.told_on).order_by("-pk").first()
    return _later(period, opened.due_at) if opened else period


@transaction.atomic
def start_appeal_on_paper(application, *, arrived_at, actor):
    """The agency enters for the provider what came on paper. In time is what arrived in time, whenever it is entered."""
    application = lock(application)
    require(can_enter_appeal(actor, application))
    decision = _refusal_to_appeal(application)
    refuse_if(arrived_at > clock.now(), _("This moment is still to come. Enter when the paper arrived."), field="arrived_at")
    told = _promised(application, decision)
    refuse_if(clock.seoul(arrived_at).date() < told.told_on, _("The paper cannot have arrived before the result was announced."),
              field="arrived_at")
    closed = why_over(told, arrived_at)
    refuse_if(closed, closed, field="arrived_at")
    appeal = Appeal.everything.filter(decision=decision).first()
    refuse_if(appeal and appeal.stage != AppealStage.DRAFT,
              _("There is an appeal against this decision already. A decision has one appeal."))
    refuse_if(appeal and appeal.points.exclude(text="").exists(),
              _("The provider is writing an appeal here itself. Ask its people to hand it in there, with what stands on the paper."))
    appeal = appeal or _begin(application, decision, actor)
    appeal.entered_by_proxy_at, appeal.entered_by_proxy_by, appeal.paper_arrived_at = clock.now(), actor.user, arrived_at
    appeal.save(update_fields=["entered_by_proxy_at", "entered_by_proxy_by", "paper_arrived_at"])
    record("appeal.entered_from_paper", application, actor=actor, appeal=appeal.pk, arrived_at=arrived_at)
    return appeal


def _refusal_to_appeal(application):
    decision = refusal_of(application)
    refuse_if(decision is None, _("There is no announced refusal that could be appealed against."))
    return decision


def _begin(application, decision, actor):
    told = _promised(application, decision)
    appeal = Appeal.everything.create(application=application, decision=decision, begun_at=clock.now(), begun_by=actor.user,
                                      told_on=told.told_on, due_at=told.due_at)
    words = dict(decision.per_indicator.values_list("required", "text"))
    required = RequiredIndicator.everything.filter(pk__in=words).order_by("position")
    points = [AppealPoint(appeal=appeal, required=one, position=place, told=words[one.pk]) for place, one in enumerate(required, 1)]
    AppealPoint.everything.bulk_create([*points, AppealPoint(appeal=appeal, position=len(points) + 1, told=decision.grounds)])
    record("appeal.begun", application, actor=actor, appeal=appeal.pk, decision=decision.pk)
    return appeal


def why_over(period, at):
    """The sentence for whoever comes too late, or empty: which day it was, and what remains."""
    if at < period.due_at:
        return ""
    return _("An appeal could be handed in until %(day)s 24:00. What remains open to you: an administrative appeal or an action in the "
             "administrative court, as a rule within 90 days of being told; and you may apply again in a later round.") % {
        "day": day_in_words(period.last_day)}


def why_closed(appeal, at):
    """The sentence for whoever writes too late, or empty while it can be written."""
    if appeal.stage != AppealStage.DRAFT:
        return _("This appeal was handed in on %(when)s. It can no longer be changed, and a decision has one appeal.") % {
            "when": moment_in_words(appeal.arrived_at)}
    return why_over(_later(period_of(appeal.application, appeal.decision), appeal.due_at), at)


def arrival_of(appeal, actor, at):
    """When something counts as arrived: what the agency enters from paper with its paper, what the provider does itself when it comes."""
    is_theirs = role_in(actor, appeal.application.provider) is not None
    return at if is_theirs or appeal.paper_arrived_at is None else appeal.paper_arrived_at


def _later(period, due_at):
    """A closing day that was named or taken back meanwhile takes nothing from the provider."""
    return Period(period.told_on, max(period.due_at, due_at))


def _open_point(point, actor, arrived_at):
    """The point and its case, both locked, the case first, so that nothing is written while it is being handed in."""
    appeal = Appeal.everything.get(pk=point.appeal_id)
    application = lock(Application.everything.get(pk=appeal.application_id))
    point = lock(point)
    appeal = Appeal.everything.select_related("application", "decision").get(pk=appeal.pk)
    require(can_write_appeal(actor, appeal))
    closed = why_closed(appeal, arrival_of(appeal, actor, arrived_at))
    refuse_if(closed, closed)
    return application, point


@transaction.atomic
def save_point(point, *, text, base_version, actor, arrived_at):
    """Keep what was typed. An older page never overwrites a newer text. Returns Saved."""
    _application, point = _open_point(point, actor, arrived_at)
    kept = keep_words(point, {"text": text}, base_version=base_version, saved_at=clock.now(), saved_by=actor.user)
    if kept.is_new:
        record("appeal.point_saved", point, actor=actor, version=kept.row.version, length=len(text))
    return Saved(kept.row, conflict=kept.conflict)


def _files_of(_application, point):
    return AppealEvidence.everything.filter(point__appeal=point.appeal_id).count()


FILES = Attaching(AppealEvidence, "point", hold=_open_point, count=_files_of, verb="appeal")


@transaction.atomic
def hand_in_appeal(appeal, *, actor, arrived_at):
    """All points at once, and once. In time is who arrived in time; what came on paper arrived with its paper. Sealed with its files."""
    application = lock(Application.everything.get(pk=appeal.application_id))
    appeal = lock(appeal)
    require(can_hand_in_appeal(actor, appeal))
    arrived_at = arrival_of(appeal, actor, arrived_at)
    closed = why_closed(appeal, arrived_at)
    refuse_if(closed, closed)
    appeal.due_at = max(appeal.due_at, period_of(application, appeal.decision).due_at)
    points = list(appeal.points.exclude(text="").select_related("required__indicator"))
    refuse_if(not points, _("Nothing is written yet. Say what you disagree with, and why."))
    _refuse_files_that_are_gone(points)
    year = clock.seoul(arrived_at).year
    appeal.number = f"{year}-A{next_number(SERIES, year):03}"
    appeal.arrived_at, appeal.handed_in_by = arrived_at, actor.user
    _seal(appeal, application, points)
    close_deadlines(application, kind=HAND_IN, actor=actor, outcome="appealed")
    appeal.answer_deadline = open_deadline(appeal, kind=ANSWER, event_on=clock.seoul(arrived_at).date(), actor=actor)
    appeal.receipt = _receipt(appeal, application, points, actor)
    appeal.save()
    facts = move(appeal, AppealStage.HANDED_IN)
    record("appeal.handed_in", application, actor=actor, appeal=appeal.pk, number=appeal.number, sha256=appeal.sha256,
           points=[one.code for one in points], arrived_at=arrived_at, **facts)
    due = appeal.answer_deadline.last_day
    notify("appeal.received", appeal, actor=actor, link=("portal_appeal", appeal.public_id), arrived=arrived_at, due=due,
           sha256=appeal.sha256)
    notify("appeal.handed_in", appeal, actor=actor, link=("desk_appeal", appeal.public_id), due=due)
    return appeal


def _refuse_files_that_are_gone(points):
    gone = AppealEvidence.everything.filter(point__in=points, evidence__removed_at__isnull=False).select_related("evidence")
    names = [one.evidence.name for one in gone]
    refuse_if(names, _("These files were taken out of the library. Remove them from the appeal: %(names)s"), names=", ".join(names))


def _seal(appeal, application, points):
    """The files as they are now, and one canonical text of everything, with its hash."""
    links = AppealEvidence.everything.filter(point__in=points).select_related("evidence__file")
    links = links.order_by("point__position", "added_at", "pk")
    files = AppealFile.everything.bulk_create(
        AppealFile(point_id=one.point_id, file=one.evidence.file, name=one.evidence.name, sha256=one.evidence.file.sha256,
                   size=one.evidence.file.size) for one in links)
    content = {
        "appeal": str(appeal.public_id), "number": appeal.number, "arrived_at": clock.seoul(appeal.arrived_at).isoformat(),
        **({"on_paper": True, "entered_at": clock.seoul(clock.now()).isoformat()} if appeal.paper_arrived_at else {}),
        "application": application.number, "decision": str(appeal.decision.public_id), "told_on": appeal.told_on.isoformat(),
        "points": [{"indicator": one.code, "ground": one.told, "text": one.text, "files": [
            {"name": file.name, "sha256": file.sha256, "size": file.size} for file in files if file.point_id == one.pk]} for one in points]}
    appeal.canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    appeal.sha256 = hashlib.sha256(appeal.canonical.encode()).hexdigest()


def _receipt(appeal, application, points, actor):
    """The paper that says what arrived, when, and by when it is answered."""
    with override("ko"):
        rows = [[_("Number of the appeal"), appeal.number], [_("Receipt number"), application.number],
                [_("Received at"), moment_in_words(appeal.arrived_at, "ko") + (f" {_('(on paper)')}" if appeal.paper_arrived_at else "")],
                [_("Contested"), "\n".join(one.about for one in points)],
                [_("To be answered by"), day_in_words(appeal.answer_deadline.last_day, "ko")], ["SHA-256", appeal.sha256]]
        title = _("Receipt of an appeal (%(number)s)") % {"number": appeal.number}
        blocks = [("paragraph", {"text": _("We have received your appeal. It is handled by persons who took no part in the decision.")}),
                  ("table", {"headers": [_("Item"), _("Contents")], "rows": rows, "widths": [30, 70]})]
    return write_letter(appeal, kind="appeal.receipt", addressee=application.provider_name, title=title, blocks=blocks, actor=actor)


@transaction.atomic
def withdraw_appeal(appeal, *, reason, actor):
    """Taken back before it is answered; the decision stands, and there is no second one."""
    application = lock(Application.everything.get(pk=appeal.application_id))
    appeal = lock(appeal)
    require(can_withdraw_appeal(actor, appeal))
    refuse_if(appeal.stage not in OPEN, _("This appeal no longer waits for its answer."))
    appeal.withdrawn_at, appeal.withdrawn_reason = clock.now(), reason.strip()
    appeal.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    facts = move(appeal, AppealStage.WITHDRAWN)
    close_deadlines(appeal, kind=ANSWER, actor=actor, outcome="withdrawn")
    if approval := approval_of(appeal):
        drop_approval(approval, actor=actor)
    record("appeal.withdrawn", application, actor=actor, appeal=appeal.pk, reason=reason.strip(), **facts)
    notify("appeal.withdrawn", appeal, actor=actor, link=("desk_appeal", appeal.public_id))
    return appeal
