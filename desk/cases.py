"""The case page put together: everything of a case, its next step, and what else may be done with it now."""
from certification.queries import late_accesses_of
from core.forms import filled
from correspondence.queries import deliveries_about, letters_about
from desk.appeals import appeal_of_case
from desk.ways_out import ways_out_of
from evaluations import queries
from evaluations.eligibility import Finding
from evaluations.forms.desk import (
    AgendaForm,
    AssignForm,
    CheckForm,
    EndAssignmentForm,
    ResumeForm,
    ReturnForm,
)
from evaluations.forms.fact_check import NameAnswererForm
from evaluations.forms.supplement import ExtendForm, WithdrawItemForm
from evaluations.forms.team import DecideChallengeForm
from evaluations.history import way_so_far
from evaluations.next_steps import DAYS_AT_MOST, days_waiting, is_late, next_step
from evaluations.permissions import can_decide_challenge, stands_apart, works_on
from evaluations.queries.case import SUBJECT
from evaluations.renewed import since_last
from evaluations.stages import ASSIGNED_IN, ChallengeStage, Stage
from panels.queries import overrulings_of
from providers.business_number import formatted
from visits.queries import coverage_of, members_of, visit_of

SENT_SHOWN = 30
STEP_FORMS = {"desk_assign": "assign", "desk_case_on_agenda": "agenda", "desk_resume_case": "resume"}


def everything_of(request, application, corrected=None):
    """The context of the page. `corrected`: a form that came back with something to correct."""
    actor = request.actor
    seal, checks = queries.latest_seal(actor, application), list(queries.checks_of(actor, application))
    team, item = queries.team_of_case(actor, application), queries.agenda_item_of(actor, application)
    decision = queries.decision_of(actor, application)
    told = queries.announcement_item_of(actor, decision)
    turns = queries.turns_of(actor, application)
    challenges = [one.challenge for one in turns if one.challenge]
    facts = queries.rounds_of(actor, application)
    answerer = queries.answerer_of(application) if facts and application.stage == Stage.FACT_CHECK else None
    standing = queries.standing_of(actor, application, checks=checks, team=team, item=item, told=told, challenges=challenges,
                                   facts=facts[0] if facts else None, answerer=answerer)
    appealing = appeal_of_case(actor, application)
    step, visit = appealing.pop("appeal_step") or next_step(application, standing), visit_of(SUBJECT, application.matter)
    supplements, (can_ask, bundle) = queries.supplements_of(actor, application), queries.supplement_draft_of(actor, application)
    ways, answers = ways_out_of(actor, application), queries.sealed_answers_of(actor, seal) if seal else []
    rows = supplements, challenges, ways
    forms = forms_of(request, application, checks, team, step, corrected, *rows) if works_on(actor, application) else {}
    tied = queries.conflicts_in((application, member.assignment.user) for member in team)
    return {
        "case": application, "seal": seal, "business_number": formatted(seal.facts["provider"]["business_number"]) if seal else "",
        "answers": answers, "since": since_last(answer for answer, _files in answers),
        "documents": queries.sealed_documents(actor, seal) if seal else [],
        "team": [(member, forms.get(key_of(member.assignment)), tied[application.pk, member.assignment.user_id]) for member in team],
        "turns": turns, "told_names": any(one.assignment.notice_id for one in turns),
        "challenges": [(one, forms.get(key_of(one))) for one in challenges],
        "overrulings": overrulings_of(actor, application.matter),
        "checks": [(check, forms.get(key_of(check)), sealed_otherwise(seal, check)) for check in checks],
        "earlier_checks": queries.earlier_checks_of(actor, application),
        "supplements": [(one, [(item, forms.get(key_of(item))) for item in one.items]) for one in supplements],
        "bundle": bundle if bundle and bundle.sent_at is None else None, "can_ask": can_ask and (bundle is None or bundle.sent_at is None),
        "supplemented": queries.supplemented(actor, application) if supplements else {},
        "linked": queries.linked_applications(actor, application),
        "consolidated": queries.consolidated_of(actor, application),
        "visit": visit, "visit_team": members_of(visit) if visit else [], "coverage": coverage(visit),
        "agreed": queries.agreed_indicators_of(actor, application), "amended": queries.amended_of(application) if facts else {},
        "facts": facts, "answerer": answerer, "item": item, "decision": decision, "told": told,
        "letters": letters_about(actor, application), "sent": deliveries_about(actor, application)[:SENT_SHOWN],
        "certificate": queries.certificate_of_case(actor, application), "way": way_so_far(application), "step": step,
        "late": list(late_accesses_of(actor, application.round, application.provider)),
        "step_form": forms.get(STEP_FORMS.get(step.address)), "may_act": works_on(actor, application), "forms": forms,
        "is_apart": stands_apart(actor, application),
        "ways_out": [(one, forms[one.key]) for one in ways],
        **appealing, "days": days_waiting(application, appealing["appeal"]), "limit": DAYS_AT_MOST.get(application.stage),
        "is_late": is_late(application),
    }


def sealed_otherwise(seal, check):
    """What the data said of it on the day of the submission, if that was something else; or None."""
    kept = next((one for one in (seal.facts.get("eligibility", []) if seal else []) if one["requirement"] == check.requirement), None)
    return Finding(**kept) if kept and kept != check.finding.kept() else None


def key_of(row):
    return str(row.public_id)


def coverage(visit):
    """{total, judged, agreed}: how many indicators all have judged, how many are agreed on; never how."""
    covered = coverage_of(visit) if visit else []
    return {"total": len(covered), "judged": sum(one.all_in for one in covered), "agreed": sum(one.is_agreed for one in covered)}


def forms_of(request, application, checks, team, step, corrected, supplements, challenges, ways):
    """{key: form}: what may be done with the case now, each form empty, as kept after an expired session, or with something to correct."""
    typed, stage, given = filled(request) or {}, application.stage, {"actor": request.actor}
    offered = {}
    if stage in (Stage.SUBMITTED, Stage.SCREENING):
        offered["return"] = ReturnForm, {}
    if stage in ASSIGNED_IN and not application.reviewed_at:
        offered["assign"] = AssignForm, given | {"application": application}
        offered |= {key_of(one.assignment): (EndAssignmentForm, {"assignment": one.assignment}) for one in team}
    if stage == Stage.SCREENING:
        offered |= {key_of(check): (CheckForm, {"check": check}) for check in checks}
    offered |= {key_of(one): (DecideChallengeForm, {"challenge": one}) for one in challenges
                if one.stage == ChallengeStage.OPEN and can_decide_challenge(request.actor, one)}
    offered |= {one.key: (one.kind, {}) for one in ways}
    for one in supplements:
        offered |= forms_of_supplement(one)
    if stage == Stage.FACT_CHECK:
        offered["answerer"] = NameAnswererForm, {"people": queries.may_answer_for(application)}
    if step.address in STEP_FORMS:
        asked = {"agenda": (AgendaForm, given), "resume": (ResumeForm, {})}
        offered |= {key: asked[key] for key in [STEP_FORMS[step.address]] if key in asked}
    return {key: as_typed(kind(**facts), kind, facts, typed, corrected) for key, (kind, facts) in offered.items()}


def forms_of_supplement(one):
    """While it can be answered: more time, once; each item taken back."""
    if not one.request.is_open():
        return {}
    more_time = {} if one.request.extended_at else {"extend": (ExtendForm, {})}
    return more_time | {key_of(item): (WithdrawItemForm, {"item": item}) for item in one.items if not item.withdrawn_at}


def as_typed(empty, kind, facts, typed, corrected):
    """The form that came back, or one filled with what was kept, or the empty one."""
    if corrected is not None and corrected.prefix == empty.prefix:
        return corrected
    kept = any(name.startswith(f"{empty.prefix}-") for name in typed) and corrected is None
    return kind(typed, **facts) if kept else empty


def is_offered(form, context):
    """Whether the page still has a place for this form; else its sentences stand above the page."""
    return any(form is one for one in context["forms"].values())

