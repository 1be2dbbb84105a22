"""After the lock nothing of a visit changes: what has to be said differently is said in a new entry, with its reason."""
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from core import clock
from core.workflow import enqueue, lock, record, refuse_if, require
from correspondence.workflow import notify
from visits.models import AgreedFinding, Amendment, Deputy, Judgement
from visits.permissions import can_amend, can_plan, can_remark
from visits.queries import stands_at
from visits.stages import Stage
from visits.workflow.finding import refuse_ungrounded

Kind, Ground = Amendment.Kind, Amendment.Ground


@transaction.atomic
def amend_finding(item, *, judgement, reason_code="", text="", reason, comment=None, actor):
    """What the team agreed on stands otherwise from now on; the lead says why. `comment`: the public id of the comment that led to it."""
    visit = _locked(item.visit)
    require(can_amend(actor, visit))
    refuse_if(not AgreedFinding.everything.filter(item=item).exists(), _("The team agreed on nothing here that could be amended."))
    words = {"judgement": judgement, "reason_code": reason_code * (judgement == Judgement.NONCOMPLIANT), "text": text.strip()}
    refuse_if(not judgement, _("Choose what stands from now on."), field="judgement")
    refuse_ungrounded(words)
    stands = stands_at(item).words
    refuse_if(words == stands, _("This is what stands already. Change the judgement or the words."), field="text")
    return _add(item, Kind.FINDING, words, before=stands, reason=reason, comment=comment, actor=actor)


@transaction.atomic
def add_remark(item, *, text, reason, actor):
    """Something to know besides; what was agreed stays as it is."""
    _locked(item.visit)
    require(can_remark(actor, item))
    refuse_if(not text.strip(), _("Write the remark."), field="text")
    return _add(item, Kind.REMARK, {"judgement": "", "reason_code": "", "text": text.strip()}, before={}, reason=reason, comment=None,
                actor=actor)


def _locked(visit):
    visit = lock(visit)
    refuse_if(visit.stage != Stage.LOCKED, _("The record is not locked. What the team agrees on can still be changed itself."))
    return visit


def _add(item, kind, words, *, before, reason, comment, actor):
    refuse_if(not reason.strip(), _("Write why: it is read beside what stood before."), field="reason")
    visit, rows = item.visit, Amendment.everything.filter(item=item)
    amendment = Amendment.everything.create(
        item=item, number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1, kind=kind, before=before, **words, reason=reason.strip(),
        ground=Ground.COMMENT if comment else Ground.OWN, comment=comment, author=actor.user, made_at=clock.now())
    record(f"visit.{kind}_added" if kind == Kind.REMARK else "visit.finding_amended", visit, actor=actor, item=item.code,
           amendment=amendment.pk)                                                                          # never how
    if amendment.ground == Ground.OWN:                          # else the app above tells what became of the comment
        notify("visit.amended", visit, actor=actor, items=item.code)
    if visit.when_locked and kind == Kind.FINDING:
        enqueue(visit.when_locked, visit_id=visit.pk)
    return amendment


@transaction.atomic
def name_deputy(visit, user, *, actor):
    """The lead has left: this person amends in their place. Called by the app above, which knows who may."""
    visit = _locked(visit)
    require(can_plan(actor))
    deputy = Deputy.everything.create(visit=visit, user=user, named_at=clock.now(), named_by=actor.user)
    record("visit.deputy_named", visit, actor=actor, account=user.pk)
    return deputy
