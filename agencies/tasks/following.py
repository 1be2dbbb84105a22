"""What the other side has written is taken up: at each agency what Central wrote, at Central what agencies wrote. By state."""
from celery import shared_task

from accounts.actors import Actor
from agencies.permissions import at_central
from agencies.queries import consulting as consultings
from agencies.queries import report as reports
from agencies.workflow.consulting import tell_of_consulting
from agencies.workflow.report_opening import note_scan, notice_participation, notice_reminder, receive_report
from core.tasks import carried_on, every_agency
from core.tenancy import within

FOLLOWER = Actor.system("the evaluation of agencies")
AT_ONCE = 100                           # of each kind in one run: the rest by the next, a minute later


@shared_task
def follow_evaluations():
    """At each agency and at Central. Returns how much was taken up."""
    return sum(follow_at(agency) for agency in every_agency())


def follow_at(agency):
    """Reports are opened before reminders of them are told."""
    return sum(sum(bool(carried_on(agency, work, row, actor=FOLLOWER)) for row in found) for work, found in waiting_at(agency))


def waiting_at(agency):
    """[(what is to be done, the rows it is to be done with)]"""
    with within(agency):
        return [(work, list(rows(FOLLOWER)[:AT_ONCE])) for work, rows in (
            (notice_participation, reports.participations_to_notice), (notice_reminder, reports.reminders_to_notice),
            (receive_report, reports.reports_to_receive), (note_scan, reports.files_in_doubt),
            (tell_of_this_side, consultings.consultings_to_tell))]


def tell_of_this_side(consulting, *, actor):
    """At Central what the agency did, at the agency what Central did."""
    return tell_of_consulting(consulting, "received_at" if at_central() else "told_at", actor=actor)
