"""Where something is: Korea's bounds, and the two numbers of a place the wrong way round."""
from decimal import Decimal

from django.utils.translation import gettext as _

LATITUDES = (Decimal(33), Decimal(39))          # degrees north
LONGITUDES = (Decimal(124), Decimal(132))       # degrees east


def _between(value, bounds):
    return bounds[0] <= value <= bounds[1]


def lies_in_korea(latitude, longitude):
    return _between(latitude, LATITUDES) and _between(longitude, LONGITUDES)


def are_swapped(latitude, longitude):
    """Open data has been seen with the two exchanged."""
    return not lies_in_korea(latitude, longitude) and lies_in_korea(longitude, latitude)


def problem(latitude, longitude):
    """What is wrong with a pair of coordinates in degrees, as a sentence, or None."""
    given = {"latitude": _short(latitude), "longitude": _short(longitude)}
    if lies_in_korea(latitude, longitude):
        return None
    if are_swapped(latitude, longitude):
        return _("Latitude %(latitude)s and longitude %(longitude)s are the wrong way round. "
                 "Did you mean latitude %(longitude)s and longitude %(latitude)s?") % given
    return _("Latitude %(latitude)s and longitude %(longitude)s are not in Korea: "
             "latitude is between 33 and 39 degrees, longitude between 124 and 132.") % given


def _short(degrees):
    return f"{Decimal(degrees).normalize():f}"
