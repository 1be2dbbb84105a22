"""What an answered appeal does: the letter, the indicators it made compliant, and the case before the committee or decided anew."""
from django.utils.translation import gettext as _
from django.utils.translation import override

from core import clock
from core.workflow import record
from correspondence.workflow import write_letter
from evaluations.models import Appeal, Decision, RequiredIndicator, UpheldIndicator
from evaluations.stages import AppealStage, Stage
from evaluations.workflow.letters import paragraph
from evaluations.workflow.stage import step

Follows = Appeal.Follows


def write_answer(appeal, application, findings, *, actor):
    """The answer as a letter in the agency's name, in the transaction in which it was approved."""
    title, blocks = answer_letter(appeal, application, findings)
    return write_letter(appeal, kind="appeal.answer", addressee=application.provider_name, title=title, blocks=blocks, actor=actor)


def answer_letter(appeal, application, findings):
    """(title, blocks), in Korean as official letters are; before the approval what will go out."""
    with override("ko"):
        title = _("Answer to your appeal (%(number)s)") % {"number": appeal.number}
        rows = [[one.point.about, _("upheld") if one.is_upheld else _("not upheld"), one.reason] for one in findings]
        table = [("table", {"headers": [_("Contested"), _("Finding"), _("Reason")], "rows": rows, "widths": [30, 12, 58]})]
        return title, [
            paragraph(_("We answer your appeal against the result of the quality certification (%(number)s) as follows.") % {
                "number": application.number}),
            paragraph(_("Result: %(outcome)s.") % {"outcome": AppealStage(appeal.outcome).label}),
            *(table if rows and appeal.outcome != AppealStage.DISMISSED else []),
            *([paragraph(appeal.answer, numbered=False)] if appeal.answer else []),
            paragraph(_what_follows(appeal)),
            paragraph(_("It was handled by persons who took no part in the decision.")),
            *([] if appeal.follows in (Follows.REOPEN, Follows.REPLACE) else [paragraph(
                _("Whoever still disagrees may bring an administrative appeal or an action in the administrative court, as a rule within "
                  "90 days of being told this answer."))])]


def _what_follows(appeal):
    return {
        Follows.REOPEN: _("The committee decides the case anew. You are told the result with an announcement."),
        Follows.REPLACE: _("The decision of not certifying is replaced. The new result is announced, and the certificate follows it."),
        Follows.STANDS: _("The decision stands."),
    }[appeal.follows]


def carry_out(appeal, application, findings, *, actor):
    """What follows from the answer. For the approval, which has asked whether the actor may, and holds both rows."""
    if appeal.follows == Follows.STANDS:
        return
    reopen_by_appeal(appeal, application, findings, actor=actor)
    if appeal.follows == Follows.REPLACE:
        _replace_decision(appeal, application, actor)


def reopen_by_appeal(appeal, application, findings, *, actor):
    """The one way back from a refusal: before the committee again, with the upheld indicators compliant and what stood before kept."""
    facts = step(application, Stage.FINAL_EVALUATION)
    changed = [_uphold(appeal, one) for one in findings if one.is_upheld and one.point.required_id]
    record("application.reopened_by_appeal", application, actor=actor, appeal=appeal.pk, number=appeal.number,
           indicators=[one.code for one in changed], **facts)


def _uphold(appeal, finding):
    required = RequiredIndicator.everything.get(pk=finding.point.required_id)
    UpheldIndicator.everything.create(required=required, point=finding.point, before=required.agreed, reason_before=required.agreed_reason,
                                      agreed_before_at=required.agreed_at, at=clock.now())
    required.agreed, required.agreed_at = RequiredIndicator.Agreed.COMPLIANT, clock.now()
    with override("ko"):
        required.agreed_reason = _("Compliant by the appeal %(number)s: %(reason)s") % {"number": appeal.number, "reason": finding.reason}
    required.save(update_fields=["agreed", "agreed_reason", "agreed_at"])
    return required


def _replace_decision(appeal, application, actor):
    """An award in the place of the refusal; nobody is told but by an announcement."""
    decision = Decision.everything.create(application=application, kind=Decision.Kind.AWARD, decided_at=clock.now(),
                                          replaces=appeal.decision)
    facts = step(application, Stage.DECIDED)
    record("application.decision_replaced", application, actor=actor, appeal=appeal.pk, decision=decision.pk, replaces=appeal.decision_id,
           **facts)
