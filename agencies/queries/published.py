"""What everybody reads of results: a year of all agencies, the years of one."""
from accounts.actors import Actor
from agencies.models import Disclosure, PublishedResult
from core.tenancy import current_agency_id

ASKING = Actor.system("whether a year is published")
YEARS_SHOWN = 5


def is_published(year):
    return PublishedResult.objects.visible_to(ASKING).filter(year=year).exists()


def published_years(actor):
    """[(year, mean of the totals, how many were assessed)], the latest first, of everything that is published, in one statement."""
    totals: dict = {}
    rows = PublishedResult.objects.visible_to(actor).filter(published_at__isnull=False)
    for year, total, standing in rows.order_by("-year").values_list("year", "total", "standing"):
        totals.setdefault(year, []).append((total, standing))
    return [(year, *_mean(several)) for year, several in totals.items()]


def _mean(several):
    known = [total for total, _standing in several if total is not None]
    return (sum(known) / len(known) if known else None), sum(standing == "assessed" for _total, standing in several)


def published_in(actor, year):
    """Of one year, the best first; who took no part comes last."""
    rows = PublishedResult.objects.visible_to(actor).filter(year=year, published_at__isnull=False).select_related("assessed")
    return sorted(rows, key=lambda one: (one.standing != "assessed", -(one.total or 0), one.assessed.name_ko))


def own_disclosures(actor):
    return Disclosure.objects.visible_to(actor).filter(agency=current_agency_id()).order_by("-year")


def disclosed_here(actor):
    """This agency's last five years: its own postings; before those, what Central has published of it."""
    own = list(own_disclosures(actor).filter(published_at__isnull=False)[:YEARS_SHOWN])
    if not own:
        return []
    years = range(own[0].year - YEARS_SHOWN + 1, own[0].year + 1)
    posted = {one.year for one in own}
    central = PublishedResult.objects.visible_to(actor).filter(assessed=current_agency_id(), year__in=years, published_at__isnull=False)
    rows = [one for one in own if one.year in years] + [one for one in central if one.year not in posted]
    return sorted(rows, key=lambda one: -one.year)
