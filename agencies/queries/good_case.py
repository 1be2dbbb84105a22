"""Excellent cases as everybody finds and reads them, who uses them too, and the conference."""
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from agencies.models import CaseCorrection, CaseProgramme, CaseReuse, GoodCase, GoodCasePicture, ProgrammeSession
from core.search import needles, wanted_terms
from core.tenancy import current_agency_id


def good_cases(actor):
    """Published ones with how many agencies use them too, the latest year first."""
    used = CaseReuse.objects.visible_to(actor).filter(case=OuterRef("pk"), published_at__isnull=False).order_by().values("case")
    used = used.annotate(number=Count("pk")).values("number")
    rows = GoodCase.objects.visible_to(actor).filter(published_at__isnull=False)
    return rows.annotate(uses=Coalesce(Subquery(used, output_field=IntegerField()), 0)).order_by("-year", "title", "pk")


def cases_found(actor, *, words="", year=None, theme="", agency=""):
    """What fits: every word somewhere in the case, or all of them as initial consonants and pieces in title, field and agency."""
    rows = good_cases(actor)
    rows = rows.filter(year=year) if year else rows
    rows = rows.filter(theme_ko=theme) if theme else rows
    rows = rows.filter(from_agency__slug=agency) if agency else rows
    if words.strip():
        everywhere = Q()
        for needle in needles(words):
            everywhere &= Q(found_by__contains=needle)
        pieces = wanted_terms(words)
        rows = rows.filter(everywhere | Q(terms__contains=pieces) if pieces else everywhere)
    return rows


def narrowings(actor):
    """What a search can be narrowed to: (years, [(field in Korean, in English)], [(agency's slug, in Korean, in English)])."""
    rows = GoodCase.objects.visible_to(actor).filter(published_at__isnull=False).order_by().values_list(
        "year", "theme_ko", "theme_en", "from_agency__slug", "agency_ko", "agency_en").distinct()
    years, themes, agencies = set(), {}, {}
    for year, ko, en, slug, agency_ko, agency_en in rows:
        years.add(year)
        themes[ko] = en
        agencies[slug] = (agency_ko, agency_en)
    return sorted(years, reverse=True), sorted(themes.items()), sorted((slug, *names) for slug, names in agencies.items())


def pictures_of(actor, case):
    return list(GoodCasePicture.objects.visible_to(actor).filter(case=case).order_by("pk"))


def published_pictures(actor):
    return GoodCasePicture.objects.visible_to(actor).filter(case__published_at__isnull=False)


def corrections_of(actor, case):
    return list(CaseCorrection.objects.visible_to(actor).filter(case=case).order_by("-at", "-pk"))


def uses_of(actor, case):
    """Which agencies use it too and say so to everybody, the first first."""
    return list(CaseReuse.objects.visible_to(actor).filter(case=case, published_at__isnull=False).order_by("since_on", "pk"))


def own_uses(actor):
    """What this agency has written and not taken back."""
    rows = CaseReuse.objects.visible_to(actor).filter(agency=current_agency_id(), withdrawn_at=None)
    return rows.select_related("case", "written_by__person").order_by("-written_at", "pk")


def programmes(actor):
    """At Central drafts too, the latest first."""
    return CaseProgramme.objects.visible_to(actor).order_by("-held_on", "pk")


def published_programmes(actor):
    return programmes(actor).filter(published_at__isnull=False)


def sessions_of(actor, programme):
    rows = ProgrammeSession.objects.visible_to(actor).filter(programme=programme).select_related("case")
    return list(rows.order_by("begins", "ends", "pk"))


def own_sessions(actor):
    return ProgrammeSession.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("programme")
