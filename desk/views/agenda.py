"""One item of an agenda at the desk: why it was decided as it was; taken off, discussed, voted on, on the screen and on paper."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from core.access_log import note_access
from core.errors import Refused
from core.forms import carried_out, filled, refused_in
from desk.pages import desk_page
from desk.views.meeting import CONDUCTORS, READERS, asked_for, reason_given
from evaluations.forms.committee import DiscussionForm, OpenPapersForm, SecretPapersForm
from evaluations.queries import decision_on, papers_at_desk, summary_of
from evaluations.workflow import conduct
from panels import queries, workflow
from panels.models import AgendaItem, Ballot, Recusal, Seat
from panels.permissions import can_conduct
from panels.queries.committee import committees_own


@staff(*READERS)
def agenda_item(request, public_id):
    return item_page(request, committees_own(AgendaItem, request.actor, public_id=public_id))


def item_page(request, item, form=None):
    """`form`: a note that came back with something to correct."""
    papers = papers_at_desk(request.actor, item.matter)
    if papers:
        note_access(request, papers.application, "case.read")
    ballots = queries.held_ballots(item.meeting)[item.pk]
    tallies = queries.tallies_of(ballots)
    may_write = can_conduct(request.actor) and item.meeting.is_open and not item.withdrawn_at
    return desk_page(request, "desk/agenda_item.html", {
        "item": item, "meeting": item.meeting, "papers": papers, "summary": summary_of(papers) if papers else None,
        "ballots": [(one, tallies[one.pk], queries.roll_of(one) if one.closed_at else []) for one in ballots],
        "outside": queries.stood_back(item.meeting)[item.pk], "quorum": queries.quorum_of(item),
        "decision": decision_on(request.actor, item),
        "form": form or (DiscussionForm(filled(request), initial={"discussion": item.discussion}) if may_write else None)})


@require_POST
@staff(*CONDUCTORS)
def keep_discussion(request, public_id):
    """Two secretaries at once: the later one reads the other's words beside their own."""
    item, form = committees_own(AgendaItem, request.actor, public_id=public_id), DiscussionForm(request.POST)
    if carried_out(request, form, lambda said: conduct(workflow.keep_discussion, item, words=said["discussion"], base=said["base"],
                                                       actor=request.actor), _("The note is kept."), beside_only=True):
        return redirect("desk_agenda_item", public_id)
    item.refresh_from_db()
    return item_page(request, item, form)


@staff(*CONDUCTORS)
def papers(request, public_id):
    """All papers of the table at once. What is typed wrongly stands there with its sentence."""
    ballot = committees_own(Ballot, request.actor, public_id=public_id)
    kind = SecretPapersForm if ballot.is_secret else OpenPapersForm
    form = kind(filled(request), seats=queries.seats_to_vote(ballot.item), choices=ballot.item.choices)
    if request.method == "POST" and form.is_valid() and typed_in(request, ballot, form):
        return back(ballot.item)
    return desk_page(request, "desk/papers.html", {"ballot": ballot, "item": ballot.item, "meeting": ballot.item.meeting, "form": form})


def typed_in(request, ballot, form):
    """Whether the papers are counted now."""
    when = {"actor": request.actor, "arrived_at": request.arrived_at}
    try:
        if ballot.is_secret:
            seats, counts = form.papers()
            conduct(workflow.enter_secret_papers, ballot, seats=seats, counts=counts, **when)
        else:
            conduct(workflow.enter_open_papers, ballot, chosen=form.papers(), **when)
    except Refused as refusal:
        refused_in(form, refusal)
        return False
    messages.success(request, _("The papers are counted."))
    return True


@require_POST
@staff(*CONDUCTORS)
def take_off_agenda(request, public_id):
    item = committees_own(AgendaItem, request.actor, public_id=public_id)
    conduct(workflow.take_off_agenda, item, reason=reason_given(request), actor=request.actor)
    messages.success(request, _("It is taken off the agenda."))
    return back(item)


@require_POST
@staff(*CONDUCTORS)
def recuse_from_item(request, public_id):
    """What the records say about somebody of the committee keeps them from this case."""
    item = committees_own(AgendaItem, request.actor, public_id=public_id)
    for one in asked_for(request, "seat"):
        seat = committees_own(Seat, request.actor, public_id=one)
        workflow.recuse(seat.user, subject_type=item.subject_type, matter=item.matter, ground=Recusal.Ground.DETECTED,
                        reason=reason_given(request), actor=request.actor)
        messages.success(request, _("%(name)s takes no part in this case.") % {"name": seat.user})
    return back(item)


@require_POST
@staff(*CONDUCTORS)
def open_ballot(request, public_id):
    item = committees_own(AgendaItem, request.actor, public_id=public_id)
    conduct(workflow.open_ballot, item, actor=request.actor, is_secret=request.POST.get("secret") == "1")
    messages.success(request, _("The ballot is open. The members can vote now."))
    return back(item)


@require_POST
@staff(*CONDUCTORS)
def close_ballot(request, public_id):
    ballot = committees_own(Ballot, request.actor, public_id=public_id)
    conduct(workflow.close_ballot, ballot, actor=request.actor)
    return back(ballot.item)


@require_POST
@staff(*CONDUCTORS)
def void_ballot(request, public_id):
    ballot = committees_own(Ballot, request.actor, public_id=public_id)
    conduct(workflow.void_ballot, ballot, reason=reason_given(request), actor=request.actor)
    messages.success(request, _("The ballot is void. It can be repeated."))
    return back(ballot.item)


def back(item):
    return redirect("desk_meeting", item.meeting.public_id)
