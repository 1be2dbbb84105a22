"""The fact check for the team: the comments of the provider, and the lead's answer to each."""
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from core.access_log import note_access
from core.forms import carried_out, filled
from evaluations import permissions, queries, workflow
from evaluations.forms.fact_check import AnswerCommentForm
from evaluations.queries.fact_check import visits_of
from evaluations.views.assess import find_case
from visits.queries import item_agreed, stands_at


@staff(Role.ASSESSOR)
def facts(request, public_id):
    application, actor = find_case(request, public_id), request.actor
    rounds, answerer = queries.rounds_of(actor, application), queries.answerer_of(application)
    if not rounds:
        raise Http404
    return render(request, "evaluations/assess/facts.html", {
        "application": application, "rounds": rounds, "answerer": answerer, "amended": queries.amended_of(application),
        "may_answer": permissions.can_answer_comments(actor, answerer)})


def find_comment(request, public_id):
    """A comment that was handed in, for those who assess the case."""
    comment = queries.comment_to_answer(request.actor, public_id)
    if comment is None:
        raise Http404
    note_access(request, comment.fact.check_of.application, "case.read")
    return comment


@staff(Role.ASSESSOR)
def answer(request, public_id):
    comment, actor = find_comment(request, public_id), request.actor
    application = comment.fact.check_of.application
    item = item_agreed(visits_of(application), comment.fact.code)
    stands, answerer = item and stands_at(item), queries.answerer_of(application)
    form = AnswerCommentForm(filled(request), initial=stands.words if stands else {})
    if carried_out(request, form, lambda _said: workflow.answer_comment(comment, **form.facts(), actor=actor),
                   _("The comment on %(code)s is answered.") % {"code": comment.fact.code}):
        return redirect("assess_facts", application.public_id)
    return render(request, "evaluations/assess/answer.html", {
        "comment": comment, "fact": comment.fact, "application": application, "form": form, "stands": stands, "item": item,
        "answerer": answerer, "may_answer": comment.fact.check_of.stage == "handed_in" and not hasattr(comment, "answer")
        and permissions.can_answer_comments(actor, answerer)})
