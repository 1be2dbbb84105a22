"""A visit to a place with items to look at, whatever it is for: team, findings, operations, photos, the agreed result."""
from visits.models.finding import AgreedFinding, Finding, Judgement, Reason
from visits.models.item import VisitItem
from visits.models.operation import Operation
from visits.models.paper import KitPaper
from visits.models.photo import Photo
from visits.models.plan import DayRequest, Offer, OfferedDate
from visits.models.team import VisitMember
from visits.models.visit import Visit

__all__ = [
    "AgreedFinding", "DayRequest", "Finding", "Judgement", "KitPaper", "Offer", "OfferedDate", "Operation", "Photo", "Reason", "Visit",
    "VisitItem", "VisitMember",
]
