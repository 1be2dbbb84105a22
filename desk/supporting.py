"""The page of a request for project support put together for either house; what waits there, and the menu."""
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import Role
from agencies import network_permissions as permissions
from agencies.forms.report import SendBackForm
from agencies.forms.support import AnswerReportForm, ApproveSupportForm, BecameForm, PaperForm, VersionForm
from agencies.permissions import at_central
from agencies.queries import support as queries
from agencies.support_stages import SupportStage
from agencies.workflow.support_decision import digest_of, is_of_the_asking
from panels.stages import ApprovalStage

SHOWN = 10


def everything_of_request(request, row, **forms):
    """`forms`: one that came back with something to correct, by its name."""
    actor, is_own = request.actor, row.agency_id == request.agency.pk
    reports = queries.reports_of(actor, row)
    deeds = own_deeds(actor, row, reports, forms) if is_own else centrals_deeds(actor, row, forms)
    return {"row": row, "is_own": is_own, "papers": queries.plans_of(actor, row), "reports": reports, **deeds}


def own_deeds(actor, row, reports, forms):
    """What the agency may do now; the workflow asks again."""
    may_ask = permissions.can_ask_support(actor)
    draft = next((one for one in reports if not one.sent_at), None)
    writes, reporting = may_ask and row.is_draft, may_ask and row.stage == SupportStage.GRANTED
    return {
        "may_write": writes, "paper": forms.get("paper") or (PaperForm(prefix="paper") if writes else None),
        "hand_in": VersionForm(initial={"version": row.version}) if writes else None,
        "may_withdraw": may_ask and row.stage in (SupportStage.DRAFT, SupportStage.ASKED), "may_report": reporting,
        "send": VersionForm(initial={"version": draft.version}) if reporting and draft else None,
        "became": forms.get("became") or (BecameForm(prefix="became", initial={"words": row.became})
                                          if may_ask and row.stage == SupportStage.DONE else None)}


def centrals_deeds(actor, row, forms):
    """Nothing may be done by who belongs to the agency that asks; that is said instead."""
    decision, approval = queries.decision_on(actor, row), queries.approval_of_request(row)
    waits, stage = row.stage == SupportStage.ASKED, approval.stage if approval else ""
    is_tied, digest = is_of_the_asking(actor, row), digest_of(row, decision) if decision else ""
    may = waits and not is_tied
    releases, approves = may and stage == ApprovalStage.DRAFTED, may and stage == ApprovalStage.RELEASED
    answers = row.stage == SupportStage.REPORTED and not is_tied and permissions.can_draft_support(actor)
    return {
        "decision": decision if waits else None, "approval_stage": str(stage), "is_tied": is_tied, "digest": digest,
        "steps": queries.steps_of_decision(row), "may_draft": may and permissions.can_draft_support(actor),
        "may_release": releases and permissions.can_release_support(actor),
        "approve": forms.get("approve") or (ApproveSupportForm(initial={"seen": digest})
                                            if approves and permissions.can_approve_support(actor) else None),
        "back": forms.get("back") or (SendBackForm(prefix="back") if approves and permissions.can_send_support_back(actor) else None),
        "answer": forms.get("answer") or (AnswerReportForm(prefix="answer") if answers else None)}


@dataclass(frozen=True)
class Supporting:
    """[(request, what is to be done)] of those that wait for this person, and how many there are."""

    rows: list
    count: int


def support_waits(actor):
    """At Central decisions and reports that wait for this person's role, at an agency reports that are due. None where nothing does."""
    found = waiting_for(actor)
    return Supporting(found[:SHOWN], len(found)) if found else None


def waiting_for(actor):
    if not actor.has(Role.OFFICER, Role.MANAGER, Role.DIRECTOR):
        return []
    if not at_central():
        return [(one, _("report what was done")) for one in queries.reports_due(actor)] if permissions.can_ask_support(actor) else []
    words = {"officer": _("draft the decision"), "manager": _("release the decision"), "director": _("approve the decision")}
    mine = {name for name in words if actor.has(Role(name))}
    found = []
    for row, stage in queries.waiting_at_central(actor):
        who = queries.waits_for(row.stage, stage)
        if who in mine:
            found.append((row, _("answer the report") if row.stage == SupportStage.REPORTED else words[who]))
    return found
