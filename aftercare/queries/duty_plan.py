"""What a line of a framework's plan means for the certificates that hold: which duties are planned already, which would be new."""
from collections import Counter

from aftercare.models import Duty
from aftercare.plan import windows
from certification.models import Certificate, Framework, Indicator
from certification.models.certificate import not_past_sanction
from core import clock
from core.tenancy import current_agency


def own_frameworks(actor):
    """The frameworks that this agency has and certifies by."""
    return Framework.objects.visible_to(actor).filter(agency=current_agency()).order_by("pk")


def indicator_codes(actor, framework):
    """The codes of its published editions, which a sample may name."""
    rows = Indicator.objects.visible_to(actor).filter(version__framework=framework, version__published_at__isnull=False)
    return set(rows.values_list("code", flat=True))


def holding(actor, framework):
    """Certificates that hold or will."""
    return Certificate.objects.visible_to(actor).filter(not_past_sanction(), framework=framework)


def meaning_of(actor, rule):
    """(how many certificates hold, [(first day, last day, duties that are there, duties that it would add)]) of a line, also an unsaved
    one."""
    held = list(holding(actor, rule.framework).only("pk", "valid_from", "valid_to", "ended_on"))
    rows = Duty.objects.visible_to(actor).filter(certificate__framework=rule.framework, kind=rule.kind, rule__isnull=False)
    planned = set(rows.values_list("certificate", "year"))
    there, new, opens = Counter(), Counter(), {}
    for one in held:
        for window in windows(rule, one.valid_from, one.last_day):
            if window.due_on >= clock.today():
                opens[window.due_on] = min(opens.get(window.due_on, window.opens_on), window.opens_on)
                (there if (one.pk, window.year) in planned else new)[window.due_on] += 1
    return len(held), [(opens[day], day, there[day], new[day]) for day in sorted(opens)]
