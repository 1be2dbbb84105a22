"""Consulting of agencies: at an agency its own, at Central everybody's."""
from django.db.models import Q

from accounts.models import Role
from accounts.queries import accounts_holding
from agencies.models import Consulting
from core.tenancy import current_agency_id


def consultings_of(actor):
    rows = Consulting.objects.visible_to(actor)
    return rows.select_related("agency", "asked_by__person", "consultant__person", "participation").order_by("-asked_at", "-pk")


def open_consulting(actor, participation):
    """The pre-consulting that this agency has asked for and that is not over, or None."""
    return consultings_of(actor).filter(participation=participation, kind=Consulting.Kind.PRE, stage__in=("asked", "accepted")).first()


def follow_ups_of(actor, participations):
    """{participation's id: its latest follow-up consulting}"""
    rows = consultings_of(actor).filter(participation__in=participations, kind=Consulting.Kind.FOLLOW_UP).order_by("asked_at", "pk")
    return {one.participation_id: one for one in rows}


def consultants_here():
    """Who may consult agencies: whoever works on cases at Central, and its consultants."""
    return accounts_holding(Role.OFFICER, Role.MANAGER, Role.CONSULTANT).select_related("person")


def consultings_to_tell(actor):
    """What the other side did, and this side's people do not know yet."""
    here = current_agency_id()
    return consultings_of(actor).filter(Q(central=here, received_at=None) | Q(agency=here, told_at=None)).order_by("pk")
