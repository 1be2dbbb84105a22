"""The approval of a performance report, as its page and its workflow read it."""
from panels.queries import approval_of, steps_of

SUBJECT, KIND, PAGE = "agencies.report", "performance_report", "performance_report"


def approval_of_report(report):
    """The latest, or None before anybody gave it to be approved."""
    return approval_of(SUBJECT, report.public_id, KIND)


def steps_of_report(report):
    approval = approval_of_report(report)
    return list(steps_of(approval)) if approval else []
