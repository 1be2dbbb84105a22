"""A body of the network with a meeting, minutes, a proposal and a task. What Central writes stands at the agency itself here."""
from datetime import timedelta

from agencies.models import (
    AgendaPaper,
    AgendaProposal,
    AgendaProposalFile,
    AgendaText,
    Council,
    CouncilTask,
    Minutes,
    Naming,
    Place,
    Resolution,
    TaskReport,
)
from core import clock
from core.files import path_of
from panels.models import AgendaItem, Body, Meeting, Seat
from tests.architecture.holding import kept

OWN = {
    **dict.fromkeys(("network_body", "network_lay_places", "network_call", "network_propose_for_agenda"), "network_body"),
    **dict.fromkeys(("network_place", "network_end_place"), "network_place"),
    **dict.fromkeys(("network_end_naming", "network_substitute", "network_call_off"), "network_naming"),
    "network_office": "network_seat",
    **dict.fromkeys(("network_meeting", "network_meeting_calendar", "network_begin_meeting", "network_close_meeting",
                     "network_cancel_meeting", "network_attendance", "network_add_topic", "network_minutes"), "network_meeting"),
    **dict.fromkeys(("network_settle", "network_resolve", "network_approve_minutes"), "network_item"),
    "network_send_minutes": "network_minutes", "network_agenda_paper": "network_agenda_paper",
    **dict.fromkeys(("network_agenda_proposal", "network_hand_in_agenda_proposal", "network_take_agenda_proposal",
                     "network_decline_agenda_proposal"), "network_agenda_proposal"),
    **dict.fromkeys(("network_proposal_paper", "network_remove_proposal_paper"), "network_proposal_paper"),
    "network_give_task": "network_resolution", "network_answer_report": "network_report",
    **dict.fromkeys(("network_task", "network_give_task_on"), "network_task"),
}


def bodied(place):
    """Each text says whose it is."""
    mark, now, by, here = f"CNRY-{place.agency.slug}", clock.now(), place.officer, place.agency
    today = clock.today()
    body = Body.everything.create(name_ko=f"{mark}-council", name_en=f"{mark}-council", founded_at=now, published_at=now)
    Council.everything.create(body=body, kind="directors")
    laid = Place.everything.create(member=here, body=body, body_ko=body.name_ko, laid_at=now)
    seat = Seat.everything.create(body=body, user=by, from_on=today, sent_by=here)
    naming = Naming.everything.create(central=here, place=laid, user=by, from_on=today, named_at=now, named_by=by, seat=seat)
    meeting = Meeting.everything.create(body=body, title=f"{mark}-council-meeting", meets_at=now + timedelta(days=3), place=f"{mark}-hall",
                                        called_by=by)
    item = AgendaItem.everything.create(meeting=meeting, position=1, subject_type="agencies.agendatext", matter=body.public_id,
                                        subject_label=f"{mark}-topic", choices=["resolved", "noted"])
    AgendaText.everything.create(item=item, text=f"{mark}-agenda-text", proposed_by=here)
    stored = kept()
    copied = {"name": f"{mark}-paper.pdf", "path": path_of(stored), "sha256": stored.sha256, "size": stored.size, "mime": stored.mime}
    paper = AgendaPaper.everything.create(item=item, **copied)
    minutes = Minutes.everything.create(meeting=meeting, text=f"{mark}-minutes", written_by=by, written_at=now, published_at=now)
    resolution = Resolution.everything.create(item=item, meeting=meeting, number=1, text=f"{mark}-resolution", present=1, needed=1,
                                              resolved_at=now, noted_by=by)
    proposal = AgendaProposal.everything.create(central=here, body=body, title=f"{mark}-proposal", text=f"{mark}-proposal-text", author=by,
                                          begun_at=now)
    given = AgendaProposalFile.everything.create(central=here, proposal=proposal, file=stored, added_by=by, added_at=now, **copied)
    task = CouncilTask.everything.create(responsible=here, resolution=resolution, body_key=body.public_id, body_ko=body.name_ko,
                                         text=f"{mark}-task", owner=by, due_on=today + timedelta(days=9), given_at=now)
    report = TaskReport.everything.create(central=here, task=task, text=f"{mark}-report", reported_at=now, reported_by=by)
    return {"network_body": body, "network_place": laid, "network_naming": naming, "network_seat": seat, "network_meeting": meeting,
            "network_item": item, "network_minutes": minutes, "network_agenda_paper": paper, "network_agenda_proposal": proposal,
            "network_proposal_paper": given, "network_resolution": resolution, "network_task": task, "network_report": report}
