"""What everybody reads of results: a year of all agencies, the years of one."""
from accounts.actors import Actor
from agencies.models import Disclosure, PublishedResult
from core.tenancy import current_agency_id

ASKING = Actor.system("whether a year is published")
YEARS_SHOWN = 5


def is_published(year):
    return PublishedResult.objects.visible_to(ASKING).filter(year=year).exists()


def everything_published(actor):
    """{year: its rows}, the latest year first, the best of a year first and who took no part last; in one statement."""
    rows = PublishedResult.objects.visible_to(actor).filter(published_at__isnull=False).select_related("assessed").order_by("-year")
    years: dict = {}
    for one in rows:
        years.setdefault(one.year, []).append(one)
    return {year: sorted(several, key=lambda one: (one.standing != "assessed", -(one.total or 0), one.assessed.name_ko))
            for year, several in years.items()}


def mean_of(rows):
    """The mean of the totals that are known, or None."""
    known = [one.total for one in rows if one.total is not None]
    return sum(known) / len(known) if known else None


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
