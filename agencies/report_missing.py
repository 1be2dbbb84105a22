"""What a performance report still needs before it is handed in: what each entry lacks, told together."""
from dataclasses import dataclass

from django.utils.translation import gettext as _

from agencies.models import ReportEntry


@dataclass(frozen=True)
class Missing:
    entry: ReportEntry
    sentence: str


def missing_in(progress):
    """[Missing] of the entries that are not done, in the order of the indicators."""
    return [Missing(one.entry, f"{one.indicator}: {' '.join(needs)}") for one in progress if (needs := list(needs_of(one)))]


def needs_of(one):
    """Of one entry's Progress, a sentence each."""
    if one.lacks_text:
        yield _("The text is missing.")
    if one.missing_figures:
        yield _("Figures are missing: %(figures)s.") % {"figures": ", ".join(map(str, one.missing_figures))}
    if one.lacks_evidence:
        yield _("At least one file of evidence is missing.")
    for file in one.infected:
        yield _("Malware was found in %(file)s. Take it away.") % {"file": file.name}
