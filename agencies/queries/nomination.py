"""Nominations: an agency's own, and those that Central has got."""
from django.db.models import Count

from agencies.models import CaseInvitation, Nomination, NominationPicture
from agencies.stages import HANDED_IN
from core.tenancy import current_agency_id
from panels.queries import approval_of, steps_of

SUBJECT, KIND, PAGE = "agencies.nomination", "case_nomination", "nomination"


def approval_of_nomination(row):
    """The latest, or None before anybody gave it to be approved."""
    return approval_of(SUBJECT, row.public_id, KIND)


def steps_of_nomination(row):
    approval = approval_of_nomination(row)
    return list(steps_of(approval)) if approval else []


def own_nominations(actor):
    """This agency's, the latest first."""
    return Nomination.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("call", "written_by__person")


def own_pictures(actor):
    return NominationPicture.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("nomination__call", "file__scan")


def own_invitations(actor):
    return CaseInvitation.objects.visible_to(actor).filter(invited=current_agency_id()).select_related("call")


def nominated_for(actor, call):
    """What Central has got of a call, in the order it came, each with how many pictures."""
    rows = Nomination.objects.visible_to(actor).filter(call=call, central=current_agency_id(), stage__in=HANDED_IN)
    return rows.select_related("agency").annotate(shown=Count("pictures")).order_by("submitted_at", "pk")


def received_nominations(actor):
    """For Central's staff, and for a judge those that they judge."""
    return Nomination.objects.visible_to(actor).filter(central=current_agency_id(), stage__in=HANDED_IN).select_related("call", "agency")


def received_pictures(actor):
    rows = NominationPicture.objects.visible_to(actor).filter(central=current_agency_id())
    return rows.filter(nomination__in=received_nominations(actor).order_by().values("pk"))
