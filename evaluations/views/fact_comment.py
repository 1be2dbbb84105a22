"""One fact of the draft report and what the provider says to it: kept while one writes, with files."""
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.guards import signed_in
from core.tenancy import found
from evaluations import permissions, queries, workflow
from evaluations.draft_report import in_words
from evaluations.forms.fact_check import CommentForm
from evaluations.views.places import Commented
from evaluations.views.written import WrittenPage, written
from evaluations.workflow.fact_check import why_closed


@signed_in
def fact_comment(request, public_id):
    return written(request, CommentPage(found(queries.own_comments(request.actor), public_id)))


class CommentPage(WrittenPage):
    """A comment on a fact."""

    place, form, keeps = Commented, CommentForm, "kind explanation"

    def initial(self):
        return {"kind": self.row.kind, "explanation": self.row.text, "version": self.row.version}

    def why_closed(self, request):
        return why_closed(self.row.fact.check_of, request.arrived_at)

    def may_write(self, actor):
        return permissions.can_comment(actor, self.row.fact.check_of.application)

    def save(self, given, request):
        return workflow.save_comment(self.row, kind=given["kind"], text=given["explanation"], base_version=given["version"],
                                     actor=request.actor, arrived_at=request.arrived_at)

    def addresses(self):
        report = reverse("portal_report", args=[self.row.fact.check_of.application.public_id])
        return reverse("portal_fact_comment", args=[self.row.public_id]), f"{report}#fact-{self.row.fact.position}"

    def words(self):
        fact, check = self.row.fact, self.row.fact.check_of
        return {"application": check.application, "crumb": _("Comment on the draft report"), "part": _("Draft report"),
                "heading": f"{fact.code} {fact.indicator.name}", "ground_head": _("What the report says"), "ground": in_words(fact.seen),
                "last_day": check.deadline and check.deadline.last_day,
                "hint": _("Write what is so, and how it can be seen. An empty box is no comment."),
                "save": _("Save, to the report"), "back": _("To the report")}
