"""Certification at one agency, counted year by year from what is kept: applications, results, appeals, certificates."""
from datetime import date
from statistics import median

from agencies.models.aggregate import KEYS
from certification.models import Certificate, CertificateEvent
from certification.models.certificate import Ended, State
from core import clock
from evaluations.models import AnnouncementItem, Appeal, Application, Decision


def figures_by_year(actor):
    """{year: (the day they stand for, {key: number})} from the first year of which anything is known until this one."""
    today = clock.today()
    happened = [*applied(actor), *finished(actor), *appealed(actor), *sanctioned(actor, today)]
    certificates = list(Certificate.objects.visible_to(actor).only(
        "provider", "valid_from", "valid_to", "suspended_from", "suspended_to", "ended_on", "ended_as"))
    first = min([year for year, _key, _value in happened] + [one.valid_from.year for one in certificates], default=today.year)
    return {year: in_year(year, today, happened, certificates) for year in range(min(first, today.year), today.year + 1)}


def in_year(year, today, happened, certificates):
    day = min(date(year, 12, 31), today)
    counts: dict = dict.fromkeys(KEYS, 0)
    for then, key, _value in happened:
        counts[key] += then == year
    in_force = [one for one in certificates if one.state_on(day) in (State.VALID, State.EXPIRING)]
    days = [value for then, key, value in happened if then == year and key == "finished"]
    counts |= {"certificates": len(in_force), "providers": len({one.provider_id for one in in_force}),
               "median_days": round(median(days)) if days else None}
    return day, counts


def applied(actor):
    """[(year, key, value)], as all of these; drafts have not arrived."""
    rows = Application.objects.visible_to(actor).filter(submitted_at__isnull=False)
    return [(clock.seoul(at).year, "applications", None) for at in rows.values_list("submitted_at", flat=True)]


def finished(actor):
    """Each application once, with the last result that was announced; decided is not announced."""
    rows = AnnouncementItem.objects.visible_to(actor).filter(announcement__announced_at__isnull=False)
    rows = rows.exclude(decision__kind=Decision.Kind.DEFER).order_by("announcement__announced_at", "pk")
    latest = {row[0]: row[1:] for row in rows.values_list(
        "decision__application", "decision__kind", "announcement__announced_at", "decision__application__submitted_at")}
    found = []
    for kind, announced, arrived in latest.values():
        year, days = clock.seoul(announced).year, (clock.seoul(announced).date() - clock.seoul(arrived).date()).days
        found += [(year, "finished", days), (year, "certified" if kind == Decision.Kind.AWARD else "refused", None)]
    return found


def appealed(actor):
    rows = Appeal.objects.visible_to(actor).filter(arrived_at__isnull=False)
    return [(clock.seoul(at).year, "appeals", None) for at in rows.values_list("arrived_at", flat=True)]


def sanctioned(actor, today):
    """What has begun by today; a certificate that is suspended twice in a year counts once."""
    begun = CertificateEvent.objects.visible_to(actor).filter(kind=CertificateEvent.Kind.SUSPENDED, effective_on__lte=today)
    revoked = Certificate.objects.visible_to(actor).filter(ended_as=Ended.REVOKED, ended_on__lte=today)
    suspended = {(certificate, day.year) for certificate, day in begun.values_list("certificate", "effective_on")}
    return [(year, "suspended", None) for _certificate, year in suspended] + [
        (day.year, "revoked", None) for day in revoked.values_list("ended_on", flat=True)]
