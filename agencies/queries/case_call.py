"""Calls for excellent cases and their judging: what stands where, one's own sheets, the list for the meeting."""
from dataclasses import dataclass, field
from statistics import mean

from accounts.actors import Actor
from agencies.models import CaseCall, CaseChoice, CaseCriterion, JudgePoints, JudgeSheet
from agencies.queries.nomination import nominated_for
from core.tenancy import current_agency_id
from panels.queries import approval_of, steps_of

CHOICE_SUBJECT, CHOICE_KIND, CHOICE_PAGE = "agencies.casecall", "case_choice", "case_choice"
COUNTING = Actor.system("how far the judging is")        # counts sheets, and never reads points


def calls_of(actor):
    """At Central all, at an agency those that are published; the latest first."""
    return CaseCall.objects.visible_to(actor).select_related("agency").order_by("-year", "-opens_at", "pk")


def own_calls(actor):
    """Central's, which it may change."""
    return CaseCall.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("body")


def latest_call(actor):
    """What a new one begins with; None for the first."""
    return own_calls(actor).order_by("-year", "-pk").first()


def criteria_of(actor, call):
    return list(CaseCriterion.objects.visible_to(actor).filter(call=call).order_by("position"))


def approval_of_choice(call):
    return approval_of(CHOICE_SUBJECT, call.public_id, CHOICE_KIND)


def steps_of_choice(call):
    approval = approval_of_choice(call)
    return list(steps_of(approval)) if approval else []


# ---- judging

def own_sheets(actor):
    """The sheets of who asks: of calls that are being judged those to write first."""
    rows = JudgeSheet.objects.visible_to(actor).filter(user=actor.user).select_related("call", "nomination", "from_agency")
    return rows.order_by("call__judged_at", "handed_in_at", "pk")


def points_on(actor, sheet):
    """{criterion's key: JudgePoints} of a sheet that the actor may read."""
    return {one.criterion_id: one for one in JudgePoints.objects.visible_to(actor).filter(sheet=sheet)}


def progress_of(call):
    """[(judge, how many handed in, how many to do, [open sheets])]: who is how far, and no points."""
    rows = JudgeSheet.objects.visible_to(COUNTING).filter(call=call).select_related("user__person", "nomination", "from_agency")
    people: dict = {}
    for one in rows.order_by("pk"):
        people.setdefault(one.user, []).append(one)
    return [(user, sum(one.handed_in_at is not None for one in own), sum(not one.barred for one in own), own)
            for user, own in people.items()]


def sheets_here(_actor):
    """Sheets of this institute, for who excuses a judge: who and which case, not the points."""
    return JudgeSheet.objects.visible_to(COUNTING).filter(agency=current_agency_id())


@dataclass
class Ranked:
    """A case with what the judges gave: `totals` [(judge, points, words)] of the sheets that count."""

    nomination: object
    totals: list = field(default_factory=list)
    barred: list = field(default_factory=list)
    place: int = 0

    @property
    def mean(self):
        return mean(points for _user, points, _words in self.totals) if self.totals else None

    @property
    def spread(self):
        """Between the highest and the lowest."""
        given = [points for _user, points, _words in self.totals]
        return max(given) - min(given) if given else None


def ranking_of(actor, call):
    """[Ranked], the highest mean first, equal means with an equal place. Empty as long as the judging has not ended."""
    if call.judged_at is None:
        return []
    sheets = JudgeSheet.objects.visible_to(actor).filter(call=call).select_related("user__person").prefetch_related("points").order_by("pk")
    found = {one.pk: Ranked(one) for one in nominated_for(actor, call)}
    for sheet in sheets:
        if sheet.nomination_id not in found:
            continue
        if sheet.barred:
            found[sheet.nomination_id].barred.append(sheet)
        elif sheet.handed_in_at:
            found[sheet.nomination_id].totals.append((sheet.user, sum(one.points for one in sheet.points.all()), sheet.words))
    ranked = sorted(found.values(), key=lambda one: (-(one.mean or 0), one.nomination.submitted_at, one.nomination.pk))
    for number, one in enumerate(ranked, 1):
        before = ranked[number - 2] if number > 1 else None
        one.place = before.place if before and before.mean == one.mean else number
    return ranked


def choices_of(actor, call):
    """{nomination's key: CaseChoice}"""
    return {one.nomination_id: one for one in CaseChoice.objects.visible_to(actor).filter(call=call)}


def sheets_to_fill(actor):
    """What waits for who asks."""
    rows = JudgeSheet.objects.visible_to(actor).filter(user=actor.user, barred="", handed_in_at=None, call__judged_at=None)
    return rows.select_related("nomination").order_by("pk")
