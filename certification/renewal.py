"""When a certificate is renewed: pure, from its last day and its framework."""
from datetime import date
from typing import NamedTuple

from core import clock
from core.calendar import DAY, months_after

PROLONGED_AT_MOST = 6               # months after the last day for which it was given


class Window(NamedTuple):
    """Days in Seoul on which the renewal may be handed in; both belong to it."""

    opens_on: date
    closes_on: date

    @property
    def is_now(self):
        return self.opens_on <= clock.today() <= self.closes_on

    @property
    def is_over(self):
        return clock.today() > self.closes_on


def renewal_window(framework, valid_to):
    """From 180 to 60 days before a certificate's last day, as its framework has it. Counted from that day, holidays or not."""
    return Window(valid_to - framework.renewal_from * DAY, valid_to - framework.renewal_until * DAY)


def latest_prolonged(valid_to):
    """The last day to which it may ever be prolonged, from the day on which it was to end: six months."""
    return months_after(valid_to, PROLONGED_AT_MOST)
