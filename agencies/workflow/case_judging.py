"""Judging of nominated cases: sheets are given out, filled without sight of one another, and read together once all are in."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Affiliation, Membership
from agencies.case_permissions import can_judge, can_keep_calls
from agencies.models import AssessorPlace, CaseCriterion, JudgePoints, JudgeSheet, Nomination
from agencies.stages import NominationStage
from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify
from panels.queries import seats_on

Barred = JudgeSheet.Barred


@transaction.atomic
def open_judging(call, *, actor):
    """Once nominations are closed: a sheet for each judge and case. Who belongs to the agency or its province gets none to fill."""
    call = lock(call)
    require(can_keep_calls(actor))
    refuse_if(call.judging_at, _("The judging has begun already."))
    refuse_if(call.published_at is None or clock.now() < call.closes_at, _("Nominations can still come in."))
    rows = list(Nomination.everything.filter(call=call, stage=NominationStage.SUBMITTED).select_related("agency").order_by("pk"))
    refuse_if(not rows, _("No agency has nominated a case."))
    judges = judges_of(call)
    refuse_if(not judges, _("Nobody has a seat in the body that judges. Give seats first."))
    sheets = [JudgeSheet(call=call, nomination=row, from_agency=row.agency, user=user, barred=tie_of(user, row.agency))
              for row in rows for user in judges]
    alone = [str(row) for row in rows if all(one.barred for one in sheets if one.nomination_id == row.pk)]
    refuse_if(alone, _("Every judge has to stand back from: %(list)s. Give a seat to somebody else."), list=", ".join(alone))
    JudgeSheet.everything.bulk_create(sheets)
    call.judging_at = clock.now()
    call.save(update_fields=["judging_at"])
    record("case_call.judging_opened", call, actor=actor, cases=len(rows), judges=len(judges))
    for user in judges:
        own = [one for one in sheets if one.user_id == user.pk and not one.barred]
        if own:
            notify("cases.to_judge", own[0], actor=actor, link=("case_judging",), cases=len(own))
    return call


def judges_of(call):
    """Who has a seat in its body today and belongs to the institute."""
    users = [seat.user for seat in seats_on(call.body, clock.today())]
    here = set(Membership.everything.filter(user__in=users, ended_at=None).values_list("user", flat=True))
    return [user for user in users if user.pk in here]


def tie_of(user, agency):
    """What bars this judge from a case of the agency, as far as it is known."""
    own = Affiliation.objects.filter(user=user)
    if own.filter(agency=agency).exists():
        return Barred.AGENCY
    if agency.province_id is None:
        return Barred.NO
    places = AssessorPlace.everything.filter(user=user).values_list("home", "work")
    near = own.filter(agency__province=agency.province_id).exists() or any(agency.province_id in place for place in places)
    return Barred.PROVINCE if near else Barred.NO


@transaction.atomic
def write_points(sheet, *, points, words, base_version, hand_in, actor):
    """`points`: {criterion's key: (points or None, why)}. Handed in, they stay, and the others are still not seen."""
    sheet = _open(sheet, actor)
    refuse_if(sheet.version != base_version, _("Somebody else has saved this meanwhile. Open the page anew and compare."))
    criteria = {one.pk: one for one in CaseCriterion.everything.filter(call=sheet.call_id)}
    for pk, (given, _why) in points.items():
        refuse_if(given is not None and not 0 <= given <= criteria[pk].points, _("“%(name)s” gives 0 to %(most)d points."),
                  field=f"points-{criteria[pk].position}", name=criteria[pk].name, most=criteria[pk].points)
    for pk, (given, why) in points.items():
        if given is None:
            JudgePoints.everything.filter(sheet=sheet, criterion=pk).delete()
        else:
            JudgePoints.everything.update_or_create(sheet=sheet, criterion_id=pk, defaults={"points": given, "words": why})
    sheet.words, sheet.version = words.strip(), sheet.version + 1
    sheet.save(update_fields=["words", "version"])
    record("case_judging.written", sheet, actor=actor, version=sheet.version)
    return _handed_in(sheet, criteria, actor) if hand_in else sheet


def _handed_in(sheet, criteria, actor):
    given = set(JudgePoints.everything.filter(sheet=sheet).values_list("criterion", flat=True))
    missing = [one.name for one in criteria.values() if one.pk not in given]
    refuse_if(missing, _("Points are still missing: %(list)s"), list=", ".join(missing))
    refuse_if(not sheet.words, _("Write a few words on the case: the meeting reads them."), field="words")
    sheet.handed_in_at = clock.now()
    sheet.save(update_fields=["handed_in_at"])
    record("case_judging.handed_in", sheet, actor=actor)
    return sheet


@transaction.atomic
def stand_back(sheet, *, reason, actor):
    """A judge declares an interest: what they gave counts no more, and they read the case no longer."""
    sheet = _open(sheet, actor)
    return _bar(sheet, Barred.DECLARED, reason, actor)


@transaction.atomic
def excuse_judge(sheet, *, reason, actor):
    """By Central's officer, so that one who does not answer does not hold up all; never oneself."""
    sheet = lock(sheet)
    require(can_keep_calls(actor))
    refuse_if(not sheet.is_open, _("This sheet is not open any more."))
    refuse_if(sheet.user_id == actor.user.pk, _("It is your own sheet. Declare your interest there."))
    return _bar(sheet, Barred.EXCUSED, reason, actor)


def _bar(sheet, why, reason, actor):
    refuse_if(not reason.strip(), _("Write the reason."), field="reason")
    sheet.barred, sheet.reason, sheet.words = why, reason.strip(), ""
    sheet.version += 1
    sheet.save(update_fields=["barred", "reason", "words", "version"])
    JudgePoints.everything.filter(sheet=sheet).delete()
    record("case_judging.barred", sheet, actor=actor, why=why)
    return sheet


def _open(sheet, actor):
    sheet = lock(sheet)
    require(can_judge(actor, sheet))
    refuse_if(sheet.handed_in_at, _("You have handed in this sheet. It stays as it is."))
    return sheet


@transaction.atomic
def close_judging(call, *, actor):
    """Once every sheet is in: the points are read together, as a list for the meeting."""
    call = lock(call)
    require(can_keep_calls(actor))
    refuse_if(call.judging_at is None, _("The judging has not begun."))
    refuse_if(call.judged_at, _("The judging has ended already."))
    sheets = list(JudgeSheet.everything.filter(call=call).select_related("user__person", "nomination"))
    waiting = sorted({str(one.user) for one in sheets if one.is_open})
    refuse_if(waiting, _("Sheets are still open: %(list)s"), list=", ".join(waiting))
    unjudged = {one.nomination_id: str(one.nomination) for one in sheets}
    for one in sheets:
        if one.handed_in_at:
            unjudged.pop(one.nomination_id, None)
    refuse_if(unjudged, _("Nobody has judged: %(list)s"), list=", ".join(unjudged.values()))
    call.judged_at = clock.now()
    call.save(update_fields=["judged_at"])
    record("case_call.judging_closed", call, actor=actor, sheets=len(sheets))
    return call
