"""Announcing results at the desk: drafted, read, released, approved or sent back; at its minute it goes out by itself."""
from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from certification.models import Round
from core import clock
from core.access_log import note_access
from core.files import serve
from core.forms import carried_out, filled
from core.models import AccessEntry
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.meeting import CONDUCTORS, READERS, reason_given
from evaluations import queries, workflow
from evaluations.announced import awards_in_the_way
from evaluations.forms.announcement import AnnouncementForm, ApproveForm, ReleaseForm
from evaluations.models import Announcement, AnnouncementItem
from evaluations.workflow.announcement import KIND, SUBJECT, digest_of
from evaluations.workflow.letters import foreseen_letter
from panels import permissions
from panels.models import Approval
from panels.queries import approval_of, approvals_of, steps_of

WITH_CITY = (*READERS, Role.OBSERVER)           # the city sees what waits for its assent, and what is out
PAGE, LATE = 50, timedelta(minutes=2)


@staff(*WITH_CITY)
def announcements(request):
    page = Paginator(queries.announcements_of(request.actor), PAGE).get_page(request.GET.get("page"))
    approvals = approvals_of(SUBJECT, [one.public_id for one in page], KIND)
    return desk_page(request, "desk/announcements.html", {
        "page": page, "rows": [(one, approvals.get(one.public_id)) for one in page],
        "waiting": queries.rounds_to_announce(request.actor), "may_draft": permissions.can_draft(request.actor)})


@staff(*CONDUCTORS)
def draft_announcement(request, public_id):
    round = find_or_404(Round, request.actor, public_id=public_id, agency=request.agency)      # others' published rounds may be read too
    form = AnnouncementForm(filled(request), decisions=queries.decisions_to_announce(request.actor, round))
    made = carried_out(request, form, lambda _said: workflow.draft_announcement(round, form.chosen(), **form.facts(), actor=request.actor),
                       _("It is drafted and waits for the manager."))
    if made:
        return redirect("desk_announcement", made.public_id)
    return desk_page(request, "desk/announcement_form.html", {
        "form": form, "round": round, "places": queries.places_of(request.actor, round)})


@staff(*CONDUCTORS)
def change_announcement(request, public_id):
    announcement = find_or_404(Announcement, request.actor, public_id=public_id)
    decisions = queries.decisions_to_announce(request.actor, announcement.round, but=announcement)
    places = {item.decision_id: item.position for item in queries.items_of_announcement(request.actor, announcement)}
    stands = {"title": announcement.title, "planned_for": announcement.planned_for}
    form = AnnouncementForm(filled(request), decisions=decisions, places=places, initial=stands)
    if carried_out(request, form, lambda _said: workflow.change_announcement(
            announcement, form.chosen(), **form.facts(), actor=request.actor), _("It is changed and begins again as a draft.")):
        return redirect("desk_announcement", public_id)
    return desk_page(request, "desk/announcement_form.html", {
        "form": form, "round": announcement.round, "announcement": announcement,
        "places": queries.places_of(request.actor, announcement.round, but=announcement)})


@staff(*WITH_CITY)
def announcement(request, public_id):
    return announcement_page(request, found(request, public_id))


def found(request, public_id):
    """The announcement, and the note that the cases in it were read."""
    announcement = find_or_404(Announcement, request.actor, public_id=public_id)
    note_access(request, announcement, "announcement.read" if request.method == "GET" else "announcement.decide")
    return announcement


def announcement_page(request, announcement, approve=None):
    """`approve`: a confirmation with something to correct."""
    actor, items = request.actor, list(queries.items_of_announcement(request.actor, announcement))
    approval, digest = approval_of(SUBJECT, announcement.public_id, KIND), digest_of(announcement)
    certificates = queries.certificates_of_announcement(actor, announcement) if announcement.announced_at else {}
    steps = list(steps_of(approval))
    changed, since_the_draft = queries.changes_in(announcement)
    return desk_page(request, "desk/announcement.html", {
        "announcement": announcement, "approval": approval, "steps": steps,
        "rows": [row_of(item, announcement, certificates) for item in items],
        "is_other": digest != approval.digest, "was_changed": changed_after_release(steps),
        "release": ReleaseForm(initial={"seen": digest}), "approve": approve or ApproveForm(initial={"seen": digest}),
        "changed": changed, "since_the_draft": since_the_draft, "places": queries.places_of(actor, announcement.round, but=announcement),
        "reads_cases": actor.reads_cases, **troubles(announcement, approval), **rights(actor, announcement, approval)})


def troubles(announcement, approval):
    """Why it does not go out, or not when it was to."""
    is_open = announcement.announced_at is None
    return {"is_late": is_late(announcement, approval), "is_over": is_open and clock.now() > announcement.planned_for,
            "in_the_way": awards_in_the_way(announcement) if is_open else []}


def row_of(item, announcement, certificates):
    """A case with its letter: as it went out, or as it will."""
    decision = item.decision
    title, blocks = (item.letter.title, item.letter.blocks) if item.letter else foreseen_letter(decision, announcement.planned_for)
    return {"item": item, "decision": decision, "application": decision.application, "title": title, "blocks": blocks,
            "certificate": certificates.get(decision.application.public_id)}


def rights(actor, announcement, approval):
    """Which buttons the page shows; the workflow asks again."""
    is_open, stage = announcement.announced_at is None, approval.stage
    return {
        "may_change": is_open and stage != Approval.Stage.APPROVED and permissions.can_draft(actor),
        "may_release": is_open and stage == Approval.Stage.DRAFTED and permissions.can_release(actor),
        "may_assent": is_open and approval.waits_for_city and permissions.can_assent(actor),
        "may_approve": is_open and stage == Approval.Stage.RELEASED and not approval.waits_for_city and permissions.can_approve(actor),
        "may_take_back": is_open and stage == Approval.Stage.APPROVED and permissions.can_take_back(actor),
        "may_send_back": is_open and stage == Approval.Stage.RELEASED and (
            permissions.can_send_back(actor) or (approval.waits_for_city and permissions.can_assent(actor)))}


def changed_after_release(steps):
    """The release that no longer counts, or None."""
    verbs = [step.verb for step in steps]
    if "redrafted" not in verbs or "released" not in verbs:
        return None
    last = len(verbs) - 1 - verbs[::-1].index("released")
    return steps[last] if "redrafted" in verbs[last:] else None


def is_late(announcement, approval):
    """Approved, its minute has come, and it did not go out: something is wrong with it."""
    waited = clock.now() - announcement.planned_for
    is_open = announcement.announced_at is None and announcement.held_up_at is None
    return is_open and approval.stage == Approval.Stage.APPROVED and waited > LATE


@require_POST
@fresh
@staff(Role.MANAGER)
def release_announcement(request, public_id):
    announcement = found(request, public_id)
    workflow.release_announcement(announcement, request.POST.get("seen", ""), actor=request.actor)
    messages.success(request, _("It is released and waits for the director."))
    return redirect("desk_announcement", public_id)


@require_POST
@fresh
@staff(Role.OBSERVER)
def assent_announcement(request, public_id):
    announcement, form = found(request, public_id), ApproveForm(request.POST)
    if not form.is_valid():
        return announcement_page(request, announcement, form)
    workflow.assent_announcement(announcement, form.cleaned_data["seen"], actor=request.actor)
    messages.success(request, _("The city has agreed. It waits for the director."))
    return redirect("desk_announcement", public_id)


@require_POST
@fresh
@staff(Role.DIRECTOR)
def approve_announcement(request, public_id):
    announcement, form = found(request, public_id), ApproveForm(request.POST)
    if not form.is_valid():
        return announcement_page(request, announcement, form)
    workflow.approve_announcement(announcement, form.cleaned_data["seen"], actor=request.actor)
    messages.success(request, _("It is approved. At its minute it goes out by itself."))
    return redirect("desk_announcement", public_id)


@require_POST
@staff(Role.MANAGER, Role.DIRECTOR, Role.OBSERVER)
def send_back_announcement(request, public_id):
    announcement = found(request, public_id)
    workflow.send_back_announcement(announcement, reason_given(request), actor=request.actor)
    messages.success(request, _("It is sent back, and its drafter is told why."))
    return redirect("desk_announcement", public_id) if request.actor.reads_cases else redirect("desk_announcements")


@staff(*READERS)
def announced_letter(request, public_id):
    """The signed letter of one case, once it is made."""
    item = find_or_404(AnnouncementItem, request.actor, public_id=public_id)
    if item.letter is None or item.letter.file is None:
        raise Http404
    note_access(request, item.decision.application, "letter.download", kind=AccessEntry.Kind.DOWNLOAD)
    return serve(item.letter.file, f"{item.letter.number}.pdf")
