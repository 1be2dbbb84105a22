"""States of meetings, votes, decisions and announcements, each in a word and a shape."""
from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

from core.templatetags.house import status
from evaluations.models import Decision, RequiredIndicator
from evaluations.models.review import Verdict
from panels.queries import Stands
from panels.stages import ApprovalStage, MeetingStage

register = template.Library()

OUTCOMES = {Decision.Kind.AWARD: "valid", Decision.Kind.REFUSE: "refused", Decision.Kind.DEFER: "suspended"}
MEETINGS = {MeetingStage.PLANNED: "todo", MeetingStage.OPEN: "doing", MeetingStage.CLOSED: "done", MeetingStage.CANCELLED: "closed"}
APPROVALS = {ApprovalStage.DRAFTED: "todo", ApprovalStage.RELEASED: "doing", ApprovalStage.APPROVED: "done",
             ApprovalStage.SENT_BACK: "refused", ApprovalStage.DROPPED: "closed"}
AGREED = {RequiredIndicator.Agreed.COMPLIANT: "done", RequiredIndicator.Agreed.NONCOMPLIANT: "refused"}
VERDICTS = {Verdict.OK: "done", Verdict.FAIL: "refused", Verdict.SUPPLEMENT: "doing", Verdict.ONSITE: "doing"}


@register.simple_tag
def outcome(kind):
    """What was decided, as the letter has it."""
    words = {Decision.Kind.AWARD: _("certified"), Decision.Kind.REFUSE: _("not certified"), Decision.Kind.DEFER: _("deferred"),
             "confirm": _("confirmed"), "return": _("returned"),              # of results of the management evaluation
             "recommend": _("recommended"), "advise_against": _("not recommended"), "postpone": _("deferred")}     # of proposals
    return status(OUTCOMES.get(kind, "done"), words.get(kind, kind))


@register.simple_tag
def meeting_stage(meeting):
    return status(MEETINGS[meeting.stage], meeting.get_stage_display())


@register.simple_tag
def approval_stage(approval):
    return status(APPROVALS[approval.stage], approval.get_stage_display())


@register.simple_tag
def agreed(required):
    return status(AGREED.get(required.agreed, "todo"), required.get_agreed_display())


@register.simple_tag
def agreed_code(required):
    """The indicator's number with the shape of its result, and the result for who hears it."""
    return format_html('{}<span class="hidden-words"> {}</span>', status(AGREED.get(required.agreed, "todo"), required.code),
                       required.get_agreed_display())


@register.simple_tag
def area_notes(area, summary):
    """What is worth a look in an area, each in a few words with the numbers of the indicators."""
    inside = {row.required.code for row in area.rows}
    said = [one.fact.code for one in summary.said if one.fact.code in inside]
    amended = [row.required.code for row in area.rows if row.amendments]
    notes = ((_("Not compliant: %(codes)s"), [row.required.code for row in area.unmet]),
             (_("Otherwise at the place than in the documents: %(codes)s"), [row.required.code for row in area.differing]),
             (_("Comment of the provider: %(codes)s"), said), (_("Amended after the visit: %(codes)s"), amended))
    return [words % {"codes": ", ".join(dict.fromkeys(codes))} for words, codes in notes if codes]


@register.simple_tag
def document_verdict(row):
    return status(VERDICTS[row.verdict], row.get_verdict_display()) if row and row.verdict else "–"


@register.simple_tag
def standing(stands):
    """How one stands to an item of the agenda."""
    state, words = {
        Stands.RECUSED: ("suspended", _("you stand back")), Stands.ASSESSED: ("suspended", _("you have assessed it")),
        Stands.NOT_ASKED: ("unknown", _("not asked yet")), Stands.DECLARE: ("doing", _("declare first")),
        Stands.VOTE: ("doing", _("vote now")), Stands.VOTED: ("done", _("you have voted")),
        Stands.DECIDED: ("done", _("decided")), Stands.READ: ("todo", _("open to read")),
    }[stands]
    return status(state, words)


@register.simple_tag
def sitting(place):
    """How a member sits over an item."""
    state, words = {"outside": ("suspended", _("takes no part")), "voted": ("done", _("has voted")),
                    "present": ("valid", _("present")), "away": ("closed", _("not there"))}[place]
    return status(state, words)
