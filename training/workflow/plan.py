"""The year's plan of a house: runs and persons per category."""
from django.db import transaction

from core.workflow import record, require
from training.models import TrainingPlan
from training.permissions import can_plan_year


@transaction.atomic
def plan_year(year, planned, *, actor):
    """`planned`: {category: (runs, persons)}. What was planned before for these categories is replaced. Returns how many changed."""
    require(can_plan_year(actor))
    changed = []
    for category, (runs, persons) in planned.items():
        plan, is_new = TrainingPlan.everything.get_or_create(year=year, category=category, defaults={"runs": runs, "persons": persons})
        if is_new or (plan.runs, plan.persons) != (runs, persons):
            plan.runs, plan.persons = runs, persons
            plan.save(update_fields=["runs", "persons"])
            changed.append(plan)
    for plan in changed:
        record("training.year_planned", plan, actor=actor, year=year, category=plan.category, runs=plan.runs, persons=plan.persons)
    return len(changed)
