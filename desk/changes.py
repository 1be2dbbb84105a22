"""The page of a change report put together: before and after, what follows, what may be done now; and what waits."""
from dataclasses import dataclass

from accounts.models import Role
from aftercare import permissions, queries
from aftercare.changes import follows
from aftercare.forms.change import AcceptForm, ProposeForm, ReasonForm, SuccessorPaperForm
from aftercare.models import Duty
from aftercare.queries.change import files_of, sanctions_following
from aftercare.views.change_page import compared
from aftercare.workflow.change_effects import follows_of
from certification.models import CertificateRevision
from core.forms import filled

SHOWN = 10


def everything_of_change(request, report, **corrected):
    """`corrected`: a form that came back with something to correct, under its name."""
    actor = request.actor
    touched = followed(actor, list(queries.touched_by(actor, report)))
    is_desk, decides = permissions.can_enter_change(actor, report.provider), permissions.can_decide_change(actor, report)
    return {
        "report": report, "rows": compared(report), "touched": touched, "files": list(files_of(actor, report)),
        "what_follows": follows_of(report), "other_way": other_way(report), "sanctions": sanctions_of(actor, report), "is_desk": is_desk,
        "to_visit": [one for one in touched if one.waits_for_visit], "to_correct": [one for one in touched if one.may_correct],
        **deeds(request, report, is_desk, decides, corrected)}


def other_way(report):
    """Of a succession that nobody has proposed an answer to: what follows if the certificate goes on."""
    return follows(report.kind, continues=True) if report.kind == "succession" and report.stage == "handed_in" else ()


def followed(actor, touched):
    """Each row with its visit and its correction, as far as there are."""
    duties = {one.public_id: one for one in Duty.objects.visible_to(actor).filter(public_id__in=[one.duty for one in touched if one.duty])}
    wanted = [one.revision for one in touched if one.revision]
    revisions = {one.public_id: one for one in CertificateRevision.objects.visible_to(actor).filter(public_id__in=wanted)} if wanted else {}
    for row in touched:
        row.visit, row.correction = duties.get(row.duty), revisions.get(row.revision)
        still = row.is_owed and not row.certificate.has_ended
        row.waits_for_visit = still and bool(row.visit and row.visit.stage == "open")
        row.may_correct = still and not row.waits_for_visit
    return touched


def sanctions_of(actor, report):
    """What follows its successor already, for whoever decides a succession."""
    return sanctions_following(actor, report.successor) if report.successor else []


def deeds(request, report, is_desk, decides, corrected):
    """The forms of what may be done now; the workflow asks again."""
    waits, needs_manager = report.stage == "handed_in", report.rule.needs_manager
    proposed = report.stage == "proposed"

    def form(name, made_of, allowed, **facts):
        """One that came back, or was kept when the session ended; else empty."""
        typed = filled(request) if request.method == "GET" else None
        kept = typed and any(key.startswith(f"{name}-") for key in typed)
        return corrected.get(name) or (made_of(typed if kept else None, prefix=name, **facts) if allowed else None)

    may_accept = decides and (proposed if needs_manager else waits)
    may_propose = is_desk and waits and needs_manager
    return {
        "ask": form("ask", ReasonForm, is_desk and waits and report.origin == "portal"),
        "propose": form("propose", ProposeForm, may_propose, **({"kind": report.kind} if may_propose else {})),
        "accept": form("accept", AcceptForm, may_accept), "refuse": form("refuse", ReasonForm, decides and (waits or proposed)),
        "back": form("back", ReasonForm, decides and proposed),
        "paper": form("paper", SuccessorPaperForm, is_desk and report.is_open and report.kind == "succession"
                                and not report.successor_confirmed_at)}


@dataclass(frozen=True)
class WaitingChanges:
    rows: list
    count: int


def changes_for(actor):
    """For those who go on with change reports: the longest waiting first; None for everybody else."""
    if not actor.has(Role.OFFICER, Role.MANAGER):
        return None
    rows = list(queries.changes_waiting(actor)[:SHOWN + 1])
    return WaitingChanges(rows[:SHOWN], len(rows) if len(rows) <= SHOWN else queries.changes_waiting(actor).count())
