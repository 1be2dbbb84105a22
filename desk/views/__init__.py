"""Pages that read across: the two front pages, the state of the system, providers at the desk, work that is stuck."""
from desk.views.agenda import close_ballot, open_ballot, take_off_agenda, void_ballot
from desk.views.announcement import (
    announced_letter,
    announcement,
    announcements,
    approve_announcement,
    change_announcement,
    draft_announcement,
    release_announcement,
    send_back_announcement,
)
from desk.views.body import bodies, body, end_seat
from desk.views.case import case
from desk.views.health import healthz
from desk.views.meeting import (
    call_meeting,
    cancel_meeting,
    close_meeting,
    meeting,
    meetings,
    minutes,
    note_attendance,
    open_meeting,
    put_on_agenda,
)
from desk.views.provider import close, confirm, provider, providers, refuse
from desk.views.public import home, regions
from desk.views.stuck import again, stuck_work

__all__ = [
    "again", "announced_letter", "announcement", "announcements", "approve_announcement", "bodies", "body", "call_meeting",
    "cancel_meeting", "case", "change_announcement", "close", "close_ballot", "close_meeting", "confirm", "draft_announcement", "end_seat",
    "healthz", "home", "meeting", "meetings", "minutes", "note_attendance", "open_ballot", "open_meeting", "provider", "providers",
    "put_on_agenda", "refuse", "regions", "release_announcement", "send_back_announcement", "stuck_work", "take_off_agenda", "void_ballot",
]
