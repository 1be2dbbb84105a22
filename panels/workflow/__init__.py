"""Every write about impartial people, meetings and approvals that a person would name. Where people are told, `page` is the URL name of
the page they are led to: it takes the public id of the declaration or the meeting, for an approval the subject's."""
from panels.workflow.approval import approve, assent, draft_approval, drop_approval, redraft, release_approval, send_back
from panels.workflow.ballot import cast_vote, close_ballot, open_ballot, void_ballot
from panels.workflow.body import choose_casting, end_seat, found_body, give_seat, renew_seat
from panels.workflow.declaration import answer_declaration, ask_about_many, ask_anew, ask_declaration, recuse
from panels.workflow.discussion import keep_discussion
from panels.workflow.entry import add_absence, add_employer, choose_load, end_employer, remove_absence, sign_pledge
from panels.workflow.interest import note_interest
from panels.workflow.involvement import keep_involvement, note_deciders, note_involvement
from panels.workflow.meeting import (
    call_meeting,
    cancel_meeting,
    close_meeting,
    keep_minutes,
    note_attendance,
    open_meeting,
    put_on_agenda,
    refuse_unless_closed,
    take_off_agenda,
)
from panels.workflow.overruling import overrule
from panels.workflow.paper_votes import enter_open_papers, enter_secret_papers
from panels.workflow.pool import (
    add_qualification,
    add_to_pool,
    choose_fields,
    choose_limits,
    enter_assessors,
    leave_pool,
    note_tie,
    note_training,
    remove_qualification,
    withdraw_training,
)
from panels.workflow.substitute import call_off_substitute, name_substitute

__all__ = [
    "add_absence", "add_employer", "add_qualification", "add_to_pool", "answer_declaration", "approve", "ask_about_many",
    "ask_anew",
    "ask_declaration", "assent", "call_meeting", "call_off_substitute", "cancel_meeting", "cast_vote", "choose_casting", "choose_fields",
    "choose_limits", "choose_load", "close_ballot", "close_meeting", "draft_approval", "drop_approval", "end_employer", "end_seat",
    "enter_assessors", "enter_open_papers", "enter_secret_papers", "found_body", "give_seat", "keep_discussion", "keep_minutes",
    "keep_involvement", "leave_pool", "name_substitute", "note_attendance", "note_deciders", "note_interest", "note_involvement",
    "note_tie", "note_training", "open_ballot", "open_meeting", "overrule", "put_on_agenda", "recuse", "redraft", "refuse_unless_closed",
    "release_approval", "remove_absence", "remove_qualification", "renew_seat", "send_back", "sign_pledge", "take_off_agenda",
    "void_ballot", "withdraw_training",
]
