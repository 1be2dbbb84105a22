"""A visit to a place with items to look at, whatever it is for: team, findings, operations, photos, the agreed result, amendments."""
from visits.models.amendment import Amendment, Deputy
from visits.models.device import PhotoPart, RecorderKey
from visits.models.entry import Entry
from visits.models.finding import AgreedFinding, Finding, Judgement, Reason
from visits.models.item import VisitItem
from visits.models.operation import Operation
from visits.models.paper import KitPaper
from visits.models.photo import Photo
from visits.models.plan import DayRequest, Offer, OfferedDate
from visits.models.team import VisitMember
from visits.models.visit import Visit

__all__ = [
    "AgreedFinding", "Amendment", "DayRequest", "Deputy", "Entry", "Finding", "Judgement", "KitPaper", "Offer", "OfferedDate",
    "Operation", "Photo", "PhotoPart", "Reason", "RecorderKey", "Visit", "VisitItem", "VisitMember",
]
