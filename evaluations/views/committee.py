"""The committee member's pages: my meetings, an agenda, a case on one page, the vote."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core.access_log import note_access
from core.files import serve
from core.forms import carried_out, filled
from core.models import AccessEntry
from evaluations import workflow
from evaluations.forms.committee import VoteForm
from evaluations.models import Decision
from evaluations.queries import appeals_to_declare, appeals_to_handle, cases_in, pack_of, papers_of, summary_of
from evaluations.queries.pack import OPEN
from panels import queries as panels
from panels.forms import TieForm
from panels.models import AgendaItem, Ballot, Meeting
from panels.queries import Stands
from panels.queries.committee import committees_own
from panels.workflow import cast_vote, note_interest

PAGE = 20


@staff(Role.COMMITTEE)
def home(request):
    page = Paginator(panels.my_meetings(request.actor), PAGE).get_page(request.GET.get("page"))
    return render(request, "evaluations/committee/home.html", {
        "page": page, "has_seat": panels.own_seats(request.actor).exists(), "appeals": appeals_to_handle(request.actor)[:PAGE],
        "appeal_declarations": appeals_to_declare(request.actor)[:PAGE]})


@staff(Role.COMMITTEE)
def meeting(request, public_id):
    meeting = committees_own(Meeting, request.actor, public_id=public_id)
    standings = panels.standings_of(request.actor, meeting)
    return render(request, "evaluations/committee/meeting.html", {
        "meeting": meeting, "standings": standings, "to_declare": sum(one.stands == Stands.DECLARE for one in standings),
        "seats": panels.seats_on(meeting.body, meeting.day), "here": panels.present_seats(meeting),
        "pack": pack_of(request.actor, meeting, standings), "has_papers": any(one.stands in OPEN for one in standings)})


@require_POST
@staff(Role.COMMITTEE)
def ask_pack(request, public_id):
    meeting = committees_own(Meeting, request.actor, public_id=public_id)
    workflow.ask_for_pack(meeting, language=get_language(), actor=request.actor)
    messages.success(request, _("Your papers are being put together. Look at this page again in a moment."))
    return redirect("committee_meeting", public_id)


@staff(Role.COMMITTEE)
def pack(request, public_id):
    """One's own copy; each case in it counts as read."""
    meeting = committees_own(Meeting, request.actor, public_id=public_id)
    standings = panels.standings_of(request.actor, meeting)
    pack = pack_of(request.actor, meeting, standings)
    if pack is None or pack.made_at is None:
        raise Http404
    note_access(request, meeting, "pack.download", kind=AccessEntry.Kind.DOWNLOAD)
    for case in cases_in(request.actor, standings):
        note_access(request, case, "case.pack", kind=AccessEntry.Kind.DOWNLOAD)
    return serve(pack.file, f"{meeting.day.isoformat()}-{_('papers')}.pdf")


@staff(Role.COMMITTEE)
def interests(request):
    """What ties a member to providers, kept by themselves."""
    seats, form = list(panels.own_seats(request.actor)), TieForm(filled(request))
    if not seats:
        raise Http404
    if carried_out(request, form, lambda said: note_interest(seats[0], **said, actor=request.actor),
                   _("The tie is noted, and is compared with every applicant.")):
        return redirect("committee_interests")
    return render(request, "evaluations/committee/interests.html", {"seats": seats, "ties": panels.own_ties(request.actor), "form": form})


@staff(Role.COMMITTEE)
def minutes(request, public_id):
    meeting = committees_own(Meeting, request.actor, public_id=public_id)
    return serve_minutes(request, meeting)


def serve_minutes(request, meeting):
    """The signed bytes, once they are made."""
    if meeting.minutes is None:
        raise Http404
    note_access(request, meeting, "minutes.download", kind=AccessEntry.Kind.DOWNLOAD)
    return serve(meeting.minutes, f"{meeting.day.isoformat()}-{_('minutes')}.pdf")


@staff(Role.COMMITTEE)
def item(request, public_id):
    item = committees_own(AgendaItem, request.actor, public_id=public_id)
    return item_page(request, item, panels.ballot_that_counts(request.actor, item))


@require_POST
@staff(Role.COMMITTEE)
def vote(request, public_id):
    """On this very ballot: if it was voided meanwhile, nothing is counted into the next."""
    ballot = committees_own(Ballot, request.actor, public_id=public_id)
    form = VoteForm(request.POST, choices=ballot.item.choices)
    if carried_out(request, form, lambda said: cast_vote(ballot, said["choice"], actor=request.actor, arrived_at=request.arrived_at),
                   _("Your vote is counted. It can no longer be changed."), beside_only=True):
        return redirect("committee_item", ballot.item.public_id)
    return item_page(request, ballot.item, ballot, form)


def place_of(item, standings):
    """Where it stands on the agenda; what was taken off is gone."""
    found = [place for place, one in enumerate(standings) if one.item.pk == item.pk]
    if not found:
        raise Http404
    return found[0]


def item_page(request, item, ballot, form=None):
    """`form`: a vote with something to correct."""
    actor, standings = request.actor, panels.standings_of(request.actor, item.meeting)
    place = place_of(item, standings)
    papers = papers_of(actor, item.matter)
    if papers:
        note_access(request, papers.application, "case.read")
    return render(request, "evaluations/committee/item.html", {
        "item": item, "meeting": item.meeting, "ballot": ballot, "papers": papers, "standing": standings[place],
        "summary": summary_of(papers) if papers else None,
        "place": place + 1, "of": len(standings), "before": standings[place - 1].item if place else None,
        "after": standings[place + 1].item if place + 1 < len(standings) else None,
        "quorum": panels.quorum_of(item), "sittings": panels.sittings_of(item), "tally": ballot and panels.ballot_tally(ballot),
        "mine": ballot and panels.my_choice(actor, ballot), "award": Decision.Kind.AWARD,
        "form": form or VoteForm(filled(request), choices=item.choices)})
