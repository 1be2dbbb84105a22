"""Duties of a certificate, and the certificates whose duties are not planned yet."""
from functools import reduce
from operator import or_

from django.db.models import DateField, Exists, F, Func, IntegerField, OuterRef, Q, Value
from django.db.models.functions import Cast, ExtractYear

from aftercare.models import Duty, DutyRule
from aftercare.stages import DutyStage
from certification.models import Certificate
from certification.models.certificate import not_past_sanction
from core import clock


def rules_of(actor, framework):
    """The plan of a framework as it is now."""
    return DutyRule.objects.visible_to(actor).filter(framework=framework, ended_at=None)


def duties_of(actor, certificate):
    """Every duty of a certificate that the actor may see, by its last day."""
    return Duty.objects.visible_to(actor).filter(certificate=certificate).order_by("due_on", "pk")


def open_duty(actor, certificate, kind):
    """The next one of a kind that is to be done, or None."""
    return duties_of(actor, certificate).filter(kind=kind, stage=DutyStage.OPEN).first()


def unplanned_certificates(actor):
    """Certificates that hold or will and lack a duty of their framework's plan as it is now, also one of a line that is new."""
    lines = [(rule, after) for rule in DutyRule.objects.visible_to(actor).filter(ended_at=None) for after in rule.years]
    living = Certificate.objects.visible_to(actor).filter(not_past_sanction())
    if not lines:
        return living.none()
    years = {after: Cast(ExtractYear("valid_from") + Value(after), IntegerField()) for _rule, after in lines}
    days = {(after, rule.month_to): _last_day_of(years[after], rule.month_to) for rule, after in lines}
    living = living.alias(**{f"year_{after}": year for after, year in years.items()},
                          **{f"day_{after}_{month}": day for (after, month), day in days.items()})
    lacking = reduce(or_, (_lacks(actor, rule, after) for rule, after in lines))
    return living.filter(lacking).order_by("pk")


def _last_day_of(year, month):
    first = Func(year, Value(month), Value(1), function="make_date", output_field=DateField())
    return Func(first, template="((%(expressions)s) + interval '1 month' - interval '1 day')::date", output_field=DateField())


def _lacks(actor, rule, after):
    """The window of that year lies in the term, is not over, and no planned duty stands for it."""
    day = f"day_{after}_{rule.month_to}"
    there = Duty.objects.visible_to(actor).filter(certificate=OuterRef("pk"), rule__isnull=False, kind=rule.kind,
                                                  year=OuterRef(f"year_{after}"))
    inside = {f"{day}__gte": clock.today(), f"{day}__lte": F("valid_to")}
    before_its_end = Q(ended_on=None) | Q(**{f"{day}__lt": F("ended_on")})
    return Q(framework=rule.framework_id, **inside) & Q(**{f"{day}__gte": F("valid_from")}) & before_its_end & ~Exists(there)

