"""The order of a course's questions, the same for survey and test."""
from django.db.models import Max


def next_place(model, course):
    """Behind the last."""
    return (model.everything.filter(course=course).aggregate(last=Max("position"))["last"] or 0) + 1


def swap_with_neighbour(question, *, up):
    """Trades places with the one before or after it that is asked too. The course is locked. Returns whether there was one."""
    asked = list(type(question).everything.filter(course=question.course_id, retired_at=None).order_by("position", "pk"))
    here = next((place for place, one in enumerate(asked) if one.pk == question.pk), None)
    there = None if here is None else here + (-1 if up else 1)
    if there is None or not 0 <= there < len(asked):
        return False
    asked[here], asked[there] = asked[there], asked[here]
    for place, one in enumerate(asked, 1):
        one.position = place
    type(question).everything.bulk_update(asked, ["position"])
    return True
