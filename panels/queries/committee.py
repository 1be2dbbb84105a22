"""What belongs to the agency's own committees: bodies to which other agencies send members have pages of their own."""
from core.tenancy import find_or_404
from panels.models import AgendaItem, Ballot, Body, Meeting, Seat

WHOLE = {Body: "", Seat: "body__", Meeting: "body__", AgendaItem: "meeting__body__", Ballot: "item__meeting__body__"}


def of_committees(model):
    """{condition: None}: the row belongs to a body that is published to nobody."""
    return {f"{WHOLE[model]}published_at": None}


def committees_own(model, actor, **lookup):
    """One such row that this actor may see; anything else is 404."""
    return find_or_404(model, actor, **lookup, **of_committees(model))
