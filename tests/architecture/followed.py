"""An improvement plan with a check, what is reported of it and what is said to it. What Central writes stands at the agency itself here."""
from datetime import date

from agencies.models import (
    FollowUp,
    ImprovementItem,
    ImprovementPlan,
    ItemRemark,
    Participation,
    Progress,
    ProgressCheck,
    ProgressFile,
    Result,
)
from core import clock
from core.files import path_of
from tests.architecture.holding import kept
from tests.architecture.reported import YEAR

OWN = {
    "follow_up": "follow_up",
    **dict.fromkeys(("begin_improvement_plan", "ask_follow_up_consulting"), "own_participation"),
    **dict.fromkeys(("improvement_plan", "add_improvement_item", "give_improvement_plan", "release_improvement_plan",
                     "approve_improvement_plan", "send_back_improvement_plan", "followed_plan", "set_progress_check",
                     "close_improvement_plan"), "improvement_plan"),
    **dict.fromkeys(("improvement_item", "drop_improvement_item", "answer_improvement_item"), "improvement_item"),
    **dict.fromkeys(("own_progress_check", "send_progress", "move_progress_check"), "progress_check"),
    "item_progress": "item_progress",
    **dict.fromkeys(("progress_file", "remove_progress_file", "followed_file"), "progress_file"),
}


def followed_up(place):
    """Each text says whose it is. After the reports and the results."""
    mark, now, by = f"CNRY-{place.agency.slug}", clock.now(), place.officer
    part, result = Participation.everything.get(assessed=place.agency, year=YEAR), Result.everything.get()
    follow_up = FollowUp.everything.create(assessed=place.agency, participation=result.participation, result=result, year=2026, grade="B",
                                           due_on=date(2026, 10, 30), begun_at=now)
    plan = ImprovementPlan.everything.create(central_id=part.agency_id, participation=part, year=YEAR, begun_at=now)
    item = ImprovementItem.everything.create(
        plan=plan, central_id=part.agency_id, indicator=part.indicator_set.indicators.order_by("position").first(),
        measure=f"{mark}-measure", responsible=f"{mark}-team", due_on=date(YEAR, 10, 1), expected=f"{mark}-expected",
        finding=f"{mark}-finding")
    ImprovementPlan.everything.filter(pk=plan.pk).update(approved_at=now, stage="approved")
    check = ProgressCheck.everything.create(assessed=place.agency, plan=plan, due_on=date(YEAR, 9, 1), set_at=now, set_by=by)
    progress = Progress.everything.create(central=place.agency, check_of=check, item=item, state="done", text=f"{mark}-progress")
    stored = kept()
    file = ProgressFile.everything.create(
        central=place.agency, progress=progress, file=stored, name=f"{mark}-progress.pdf", path=path_of(stored), sha256=stored.sha256,
        size=stored.size, mime=stored.mime, added_by=by, added_at=now)
    ItemRemark.everything.create(assessed=place.agency, item=item, text=f"{mark}-remark", written_at=now, written_by=by)
    return {"follow_up": follow_up, "improvement_plan": plan, "improvement_item": item, "progress_check": check, "item_progress": progress,
            "progress_file": file}
