"""What a performance report still needs before it is handed in: a sentence for each, with the entry it is about."""
from dataclasses import dataclass

from django.utils.translation import gettext as _

from agencies.models import ReportEntry


@dataclass(frozen=True)
class Missing:
    entry: ReportEntry
    sentence: str


def missing_in(progress):
    """[Missing] of every entry that is not done, in the order of the indicators."""
    return [Missing(one.entry, sentence) for one in progress for sentence in sentences_of(one)]


def sentences_of(one):
    """Of one entry's Progress."""
    facts = {"indicator": str(one.indicator)}
    if one.lacks_text:
        yield _("%(indicator)s: the text is missing.") % facts
    if one.missing_figures:
        yield _("%(indicator)s: figures are missing: %(figures)s.") % {**facts, "figures": ", ".join(map(str, one.missing_figures))}
    if one.lacks_evidence:
        yield _("%(indicator)s: at least one file of evidence is missing.") % facts
    for file in one.infected:
        yield _("%(indicator)s: malware was found in %(file)s. Take it away.") % {**facts, "file": file.name}
