"""Assessments on site, as far as each side may read them."""
from agencies.models import SiteAssessment, SiteNote, SiteRemark
from agencies.queries.group import assessed_in
from visits.models import Visit


def sites_for(actor):
    """Those this person reads, the next day first."""
    rows = SiteAssessment.objects.visible_to(actor).exclude(state=SiteAssessment.State.DROPPED)
    return rows.select_related("participation__assessed").order_by("closed_at", "starts_at", "pk")


def sites_in(actor, indicator_set):
    """[(participation, assessment or None)] of a year."""
    found = {one.participation_id: one for one in sites_for(actor).filter(participation__indicator_set=indicator_set)}
    return [(row, found.get(row.pk)) for row in assessed_in(actor, indicator_set)]


def site_of(actor, participation):
    """The one that stands, or None."""
    return sites_for(actor).filter(participation=participation).first()


def notes_of(actor, site):
    return SiteNote.objects.visible_to(actor).filter(site=site).select_related("user__person").order_by("pk")


def remark_on(actor, site):
    return SiteRemark.objects.visible_to(actor).filter(site=site).select_related("written_by__person").first()


def visit_behind(actor, site):
    """Central's visit, where the actor sees it."""
    return Visit.objects.visible_to(actor).filter(public_id=site.visit).first()

