"""The page of an appeal put together: what is said, who handles it, the answer as it will go out, and what may be done now."""
from accounts.models import Role
from core import clock
from evaluations import queries
from evaluations.appeal_steps import step_of
from evaluations.forms.announcement import ReleaseForm
from evaluations.forms.appeal import AnswerForm, ApproveAnswerForm, ExtendAnswerForm, HandlersForm
from evaluations.permissions import can_name_handlers
from evaluations.queries.appeal import OPEN
from evaluations.queries.appeal_handlers import decided_by
from evaluations.workflow.appeal_answer import KIND, SUBJECT, digest_of
from evaluations.workflow.appeal_outcome import answer_letter
from panels import permissions as panels
from panels.models import Approval
from panels.queries import approval_of, approvals_of, steps_of

Stage = Approval.Stage


def everything_of_appeal(request, appeal, **corrected):
    actor = request.actor
    rows, handlers = queries.points_of(actor, appeal), list(queries.handlers_of(actor, appeal))
    approval = approval_of(SUBJECT, appeal.public_id, KIND)
    is_open, works = appeal.stage in OPEN, can_name_handlers(actor, appeal)
    deciders = decided_by(appeal) if is_open else set()
    candidates = queries.candidates_to_handle(appeal) if is_open and works and not appeal.opinions_at else []
    return {
        "appeal": appeal, "case": appeal.application, "rows": rows, "handlers": handlers, "candidates": candidates,
        "declared": queries.declared_about(actor, appeal), "approval": approval, "steps": list(steps_of(approval)) if approval else [],
        "step": step_with(appeal, handlers, approval), "letter": letter_of(appeal, rows), "is_open": is_open, "may_work": is_open and works,
        "has_decided": any(one.person_id in deciders for one in actor.people),
        **forms_of(appeal, rows, candidates, is_open and works, corrected), **rights(actor, appeal, approval, is_open, corrected)}


def step_with(appeal, handlers, approval):
    return step_of(appeal, handlers=len(handlers), handed_in=sum(one.handed_in_at is not None for one in handlers),
                   approval=approval.stage if approval else "")


def letter_of(appeal, rows):
    """As it went out, or as it will."""
    if appeal.letter:
        return {"application": appeal.application, "title": appeal.letter.title, "blocks": appeal.letter.blocks}
    if not appeal.outcome:
        return None
    title, blocks = answer_letter(appeal, appeal.application, [said.finding for said in rows if said.finding])
    return {"application": appeal.application, "title": title, "blocks": blocks}


def forms_of(appeal, rows, candidates, may_work, corrected):
    """What officers may do now, each form empty, as it stands, or with something to correct."""
    if not may_work:
        return {}
    upheld = any(said.finding and said.finding.is_upheld for said in rows)
    stands = {"text": appeal.answer, "follows": appeal.follows}
    answer = AnswerForm(initial=stands, asks_follows=upheld, may_dismiss=appeal.proposed_at is None)
    return {
        "handlers_form": corrected.get("handlers_form") or (HandlersForm(candidates=candidates) if candidates else None),
        "answer_form": corrected.get("answer_form") or answer,
        "extend_form": corrected.get("extend_form") or (ExtendAnswerForm() if not appeal.extended_at and not appeal.is_late else None)}


def rights(actor, appeal, approval, is_open, corrected):
    """Which buttons the page shows; the workflow asks again."""
    stage = approval.stage if approval and is_open and appeal.outcome else ""
    digest = digest_of(appeal) if stage else ""
    return {
        "release": ReleaseForm(initial={"seen": digest}),
        "approve": corrected.get("approve_form") or ApproveAnswerForm(initial={"seen": digest}),
        "may_release": stage == Stage.DRAFTED and panels.can_release(actor),
        "may_approve": stage == Stage.RELEASED and panels.can_approve(actor),
        "may_send_back": stage == Stage.RELEASED and panels.can_send_back(actor)}


def appeals_waiting(actor):
    """[(appeal, its step)] of those that wait for somebody like this actor: the desk's, the manager's, the director's."""
    if not actor.has(Role.OFFICER, Role.MANAGER, Role.DIRECTOR):
        return []
    rows = list(queries.with_progress(queries.appeals_found(actor, "open"))[:20])
    approvals = approvals_of(SUBJECT, [one.public_id for one in rows], KIND) if rows else {}
    found = [(one, step_of(one, handlers=one.handling, handed_in=one.in_already,
                           approval=approvals[one.public_id].stage if one.public_id in approvals else "")) for one in rows]
    mine = {"desk": (Role.OFFICER, Role.MANAGER), "manager": (Role.MANAGER,), "director": (Role.DIRECTOR,)}
    return [(one, step) for one, step in found if actor.has(*mine.get(step.waits_for, (Role.OFFICER,)))]


def appeal_of_case(actor, application):
    """What the page of a case says about its appeal; while one waits, the case's next step is the appeal's."""
    said = queries.appealing(actor, application, clock.now())
    appeal, step, deciders = said["appeal"], None, []
    if appeal and appeal.stage in OPEN:
        step = step_with(appeal, list(queries.handlers_of(actor, appeal)), approval_of(SUBJECT, appeal.public_id, KIND))
    elif appeal and appeal.follows == appeal.Follows.REOPEN and application.stage == "final_evaluation":
        deciders = queries.voted_before(appeal)
    return said | {"appeal_step": step, "reopened_deciders": deciders}


def handling_of(actor):
    """{appeals, declarations} that this member of the desk handles besides: theirs as of anybody who was named."""
    if not actor.has(Role.OFFICER, Role.MANAGER):
        return {}
    return {"appeals": list(queries.appeals_to_handle(actor)[:20]), "declarations": list(queries.appeals_to_declare(actor)[:20])}
