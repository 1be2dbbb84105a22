"""The page of a sanction put together: what is proposed, what was said, who handles it, the decision, what may be done now."""
from accounts.models import Role
from aftercare import permissions
from aftercare.forms import sanction as forms
from aftercare.models import Sanction
from aftercare.queries import sanction as queries
from aftercare.queries.sanction_handlers import candidates_for
from aftercare.sanction_approvals import approval_of_answer, approval_of_decision, approvals_of_decisions, is_before_the_city
from aftercare.sanction_stages import BEFORE_DECISION, TAKEN, SanctionStage
from aftercare.sanction_steps import step_of, waits_for_decision
from aftercare.workflow.sanction_answer import digest_of_answer
from aftercare.workflow.sanction_decision import decided_in_words, digest_of
from aftercare.workflow.sanction_letters import answer_letter, decision_letter, measure
from aftercare.workflow.sanction_partly import decided_before
from core import clock
from correspondence.queries import last_day_from
from evaluations.forms.announcement import ReleaseForm
from evaluations.forms.appeal import ExtendAnswerForm
from evaluations.next_steps import Who
from panels import permissions as panels
from panels.models import Approval, Declaration
from panels.queries import steps_of

Stage = Approval.Stage
DRAFTED = ("kind", "ground", "basis", "basis_en", "facts", "from_on", "to_on", "order", "hearing_at", "hearing_place", "chair",
           "chair_office")
DECIDED = ("final_kind", "final_from", "final_to", "final_order", "grounds")


def everything_of_sanction(request, sanction, **corrected):
    """The context of the page. `corrected`: a form that came back with something to correct, under its name."""
    actor = request.actor
    appeal, approval = queries.appeal_against(actor, sanction), approval_of_decision(sanction)
    row = appeal or sanction
    handlers = list(queries.handlers_of(actor, row))
    works = permissions.can_keep_sanction(actor, sanction)
    said = [(one, queries.files_of(actor, sanction, one)) for kind in ("opinion", "urgent", "appeal")
            if (one := queries.statement_of(actor, sanction, kind)) and one.arrived_at]
    return {
        "sanction": sanction, "certificate": sanction.certificate,
        "appeal": appeal, "step": step_for(sanction) if actor.reads_cases else step_told(sanction), "row": row, "handlers": handlers,
        "declared": declared(actor, row), "proposed": measure(sanction.kind, sanction.from_on, sanction.to_on),
        "decided": decided_in_words(sanction), "said": said, "evidence": queries.files_of(actor, sanction), "works": works,
        "reports": queries.order_reports(actor, sanction),
        "may_follow": works and sanction.order_met is False and queries.not_met(actor, sanction.certificate) == sanction,
        "reads_cases": actor.reads_cases, "letters": queries.letters_of(actor, sanction), "approval": approval,
        "steps": list(steps_of(approval)) if approval else [], "is_taken": sanction.stage in TAKEN,
        "letter": letter_of(sanction) if actor.reads_cases or reads_for_the_city(actor, approval) else None,
        **forms_of(actor, sanction, row, works, corrected),
        **signing(actor, sanction, approval, corrected), **answering(actor, appeal, works, corrected)}


def declared(actor, row):
    """{account's id: whether they have declared that nothing ties them}; who has an interest stands there as False."""
    rows = Declaration.objects.visible_to(actor).filter(matter=row.matter, answered_at__isnull=False)
    return {one.user_id: not one.has_interest for one in rows}


def reads_for_the_city(actor, approval):
    return panels.can_assent(actor) and is_before_the_city(approval)


def letter_of(sanction):
    """The decision as it will go out, while it is drafted."""
    if not sanction.final_kind or sanction.decided_at:
        return None
    title, blocks = decision_letter(sanction, last_day_from(queries.APPEAL, clock.today()))
    return {"application": sanction.certificate, "title": title, "blocks": blocks}


def forms_of(actor, sanction, row, works, corrected):
    """What the desk may do now, each form empty, as it stands, or with something to correct."""
    stage, kept = sanction.stage, {}
    proposing = row.proposed_at is None and (stage == SanctionStage.HEARD if row is sanction else row.is_open)
    if works and stage in (SanctionStage.DRAFT, SanctionStage.NOTIFIED, SanctionStage.HEARD):
        kept["file_form"] = forms.SanctionFileForm()
    if works and stage == SanctionStage.NOTIFIED:
        stands = {"hearing_at": sanction.hearing_at, "hearing_place": sanction.hearing_place}
        kept |= {"hearing_form": forms.HearingForm(initial={"chair": sanction.chair}), "move_form": forms.MoveHearingForm(initial=stands)}
    if works and proposing and not row.opinions_at:
        kept["candidates"] = candidates_for(row)
        kept["handlers_form"] = forms.SanctionHandlersForm(candidates=kept["candidates"])
    if works and stage == SanctionStage.PROPOSED and sanction.proposal != Sanction.Proposal.NONE:
        kept["decision_form"] = forms.DecisionForm(initial=draft_of(sanction))
    if stage in BEFORE_DECISION and (works or permissions.can_suspend_at_once(actor, sanction)):
        kept["drop_form"] = forms.ReasonForm()
    if stage in BEFORE_DECISION and not sanction.urgent_at and permissions.can_suspend_at_once(actor, sanction):
        kept["urgent_form"] = forms.AtOnceForm()
    if works and sanction.final_kind == "suspension" and stage in (SanctionStage.IN_EFFECT, SanctionStage.OVER):
        kept["order_form"] = forms.OrderForm()
        if sanction.order_met is None and queries.reports_waiting(sanction).exists():
            kept["back_form"] = forms.ReturnReportForm()
    return kept | {name: form for name, form in corrected.items() if name in kept}


def draft_of(sanction):
    """The decision as it is drafted, or as the notice proposed it."""
    if sanction.final_from:                                 # sent back, its kind is empty: only a suspension has a last day
        kind = sanction.final_kind or (Sanction.Kind.SUSPENSION if sanction.final_to else Sanction.Kind.REVOCATION)
        return {name: getattr(sanction, name) for name in DECIDED} | {"final_kind": kind}
    return {"final_kind": sanction.kind, "final_from": sanction.from_on, "final_to": sanction.to_on, "final_order": sanction.order,
            "grounds": sanction.proposal_reason}


def signing(actor, sanction, approval, corrected):
    """Which buttons of the approval the page shows; the workflow asks again."""
    stage = approval.stage if approval and sanction.stage == SanctionStage.PROPOSED and sanction.final_kind else ""
    seen = {"seen": digest_of(sanction)} if stage else {}
    return {
        "release": ReleaseForm(initial=seen), "approve": corrected.get("approve") or forms.ApproveDecisionForm(initial=seen),
        "assent": corrected.get("assent") or forms.AssentForm(initial=seen),
        "may_release": stage == Stage.DRAFTED and panels.can_release(actor),
        "may_assent": (waits := bool(stage) and approval.waits_for_city) and panels.can_assent(actor),
        "may_approve": stage == Stage.RELEASED and not waits and panels.can_approve(actor),
        "may_send_back": stage == Stage.RELEASED and (panels.can_send_back(actor) or (waits and panels.can_assent(actor)))}


def answering(actor, appeal, works, corrected):
    """The same for the answer to the appeal."""
    if appeal is None:
        return {}
    approval = approval_of_answer(appeal)
    stage = approval.stage if approval and appeal.is_open and appeal.answer else ""
    seen = {"seen": digest_of_answer(appeal)} if stage else {}
    title, blocks = answer_letter(appeal) if appeal.answer and appeal.proposed_at else ("", [])
    drafts = works and appeal.is_open and appeal.proposed_at
    extends = works and appeal.is_open and not appeal.extended_at and not appeal.is_late
    return {
        "answer_steps": list(steps_of(approval)) if approval else [], "answer_release": ReleaseForm(initial=seen),
        "answer_letter": {"application": appeal.sanction.certificate, "title": title, "blocks": blocks} if stage else None,
        "answer_approve": corrected.get("answer_approve") or forms.ApproveDecisionForm(initial=seen),
        "answer_form": corrected.get("answer_form") or answer_form(appeal) if drafts else None,
        "was_decided": decided_before(appeal),
        "extend_form": corrected.get("extend_form") or ExtendAnswerForm() if extends else None,
        "may_release_answer": stage == Stage.DRAFTED and panels.can_release(actor),
        "may_approve_answer": stage == Stage.RELEASED and panels.can_approve(actor),
        "may_send_back_answer": stage == Stage.RELEASED and panels.can_send_back(actor)}


def answer_form(appeal):
    """As it is drafted, or with what was proposed and the order there is."""
    stands = {"text": appeal.answer or appeal.proposal_reason, "new_to": appeal.new_to,
              "new_order": appeal.new_order or appeal.sanction.final_order}
    return forms.AnswerAboutForm(initial=stands, in_part=appeal.proposal == "partly")


def sanctions_of_certificate(actor, certificate):
    """For the certificate's page: those there are, and whether one may be drafted."""
    rows = list(queries.sanctions_of(actor, certificate))
    is_free = not certificate.is_past_sanction and all(
        one.stage not in (*BEFORE_DECISION, SanctionStage.DECIDED) for one in rows)
    tied = permissions.why_tied(actor, certificate.provider) if is_free else ""
    return {"sanctions": rows, "may_sanction": is_free and not tied and actor.has(Role.OFFICER, Role.MANAGER), "tied": tied}


def sanctions_waiting(actor):
    """[(sanction, its step)] of those that wait for somebody like this actor: for the desk's first page."""
    if not actor.has(Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.OBSERVER):
        return []
    mine = {"desk": (Role.OFFICER, Role.MANAGER), "manager": (Role.MANAGER,), "city": (Role.OBSERVER,), "director": (Role.DIRECTOR,)}
    found = steps_for([*queries.open_before_decision(actor), *queries.orders_waiting(actor)])
    return [(one, step) for one, step in found if actor.has(*mine.get(step.waits_for, (Role.OFFICER,)))]


def step_for(sanction):
    (_sanction, step), = steps_for([sanction])
    return step


def steps_for(sanctions):
    """[(sanction, its step)], in three statements at most."""
    handlers = queries.how_many_handle([one for one in sanctions if one.stage == SanctionStage.HEARD])
    approvals = approvals_of_decisions([one for one in sanctions if one.stage == SanctionStage.PROPOSED])
    reported = queries.whose_order_is_reported([one for one in sanctions if one.stage in (SanctionStage.IN_EFFECT, SanctionStage.OVER)])
    return [(one, step_of(one, handlers=handlers.get(one.pk, 0), is_over=clock.now() >= one.hearing_at, is_reported=one.pk in reported,
                          approval=how_far(approvals.get(one.public_id)))) for one in sanctions]


def how_far(approval):
    """Of its decision; `Who.CITY` while it waits for the city."""
    if approval is None:
        return ""
    return Who.CITY if approval.waits_for_city else approval.stage


def step_told(sanction):
    """For whoever reads a sanction but not how it is decided."""
    step = step_for(sanction)
    return waits_for_decision() if sanction.stage == SanctionStage.PROPOSED and step.waits_for != Who.CITY else step


def sanction_work(actor):
    """For the desk's first page: {sanctions, sanction_appeals, handling_sanctions}."""
    works = actor.has(Role.OFFICER, Role.MANAGER, Role.DIRECTOR)
    return {"sanctions": sanctions_waiting(actor), "sanction_appeals": queries.open_appeals(actor) if works else [],
            "handling_sanctions": queries.to_handle(actor) if actor.has(Role.OFFICER, Role.MANAGER) else []}
