"""What an assessor pledges every year, in the words that are shown and kept. Another text is another version."""
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from core.calendar import months_before

VERSION = "2026-1"
MONTHS = 12                 # so long a pledge holds
LINES = (
    _("I judge every case by the criteria and the evidence alone, on my own, and without regard to who applies."),
    _("Before a file opens I declare whatever ties me to the provider, and I stand back from a case as soon as something comes up."),
    _("What I learn in an evaluation I tell nobody and use for nothing else, also after I have left the pool."),
    _("I accept nothing from providers, and I neither advise a provider that I assess nor arrange it for others."),
    _("I keep my employer and my former employers of the last three years up to date in this system."),
)


@dataclass(frozen=True)
class Text:
    """The pledge in the page's language."""

    version: str = VERSION

    @property
    def title(self):
        return gettext("Yearly pledge of an assessor")

    @property
    def lines(self):
        return [gettext(line) for line in LINES]

    @property
    def words(self):
        """All of it, as it is kept."""
        return "\n".join([self.title, *self.lines])


def holds(signed_on, today):
    """Whether a pledge of that day is still good: up to the same day of the next year."""
    return signed_on is not None and signed_on >= months_before(today, MONTHS)
