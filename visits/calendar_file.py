"""A visit for the calendars of both sides: one appointment, which follows when it moves and goes when it is called off."""
from django.utils.translation import gettext as _

from core.ics import appointment
from visits.models import Visit
from visits.stages import Stage


def calendar_of(visit: Visit, url=""):
    """The file. Each later day has a higher number than the one before; what did not take place is taken out again."""
    dropped = visit.stage == Stage.NOT_CARRIED_OUT
    return appointment(
        visit.public_id, starts_at=visit.starts_at, ends_at=visit.ends_at, sequence=visit.times_moved + dropped, cancelled=dropped,
        title=_("Visit: %(place)s") % {"place": visit.place_name}, place=visit.address, url=url,
        description=_("Planned for about %(hours)s hours.") % {"hours": visit.hours})
