"""Telling people, sending it, counting their days: what other apps call."""
from correspondence.workflow.deadlines import close_deadlines, hold_day, keep_days, move_deadline, open_deadline
from correspondence.workflow.deliveries import begin_attempt, send_again, transmit
from correspondence.workflow.letters import put_on_paper, write_letter
from correspondence.workflow.notices import announce, mark_all_read, mark_read, notify
from correspondence.workflow.reminders import send_rung, send_together, settle_days
from correspondence.workflow.texts import write_text

__all__ = [
    "notify", "announce", "mark_read", "mark_all_read", "begin_attempt", "transmit", "send_again",
    "open_deadline", "hold_day", "move_deadline", "close_deadlines", "keep_days", "send_rung", "send_together", "settle_days", "write_text",
    "write_letter", "put_on_paper",
]
