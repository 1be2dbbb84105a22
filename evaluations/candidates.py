"""Which indicators a round suggests to improve, each with its reasons in sentences. The thresholds are settings (INSIGHT)."""
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from evaluations.figures import IndicatorFigures

LANGUAGES = ("ko", "en")


@dataclass(frozen=True)
class Candidate:
    figures: IndicatorFigures
    reasons: list[str]

    @property
    def row(self):
        return self.figures.row


def candidates_in(figures):
    """Those with a reason, the most reasons first, then in the order of the edition."""
    found = [Candidate(one, reasons_of(one)) for one in figures]
    return sorted((one for one in found if one.reasons), key=lambda one: (-len(one.reasons), one.row.position))


def reasons_of(figures):
    """In the language of the page; what may be chance is none."""
    return [sentence for sentence in (_stands_out(figures), *_differing(figures), *_told(figures), _appealed(figures)) if sentence]


def in_both_languages(figures):
    """{"ko": [sentences], "en": [sentences]}, to be kept as they stand now."""
    kept = {}
    for language in LANGUAGES:
        with override(language):
            kept[language] = reasons_of(figures)
    return kept


def _stands_out(figures):
    """Its interval lies above that of all the other indicators."""
    rate, others = figures.rate, figures.others
    if rate.is_noise or rate.low is None or others.high is None or rate.low <= others.high:
        return ""
    return _("Not met in %(percent)s%% of the cases (%(number)s of %(of)s), of the other indicators in %(others)s%%.") % {
        "percent": rate.percent, "number": rate.number, "of": rate.of, "others": others.percent}


def _differing(figures):
    for one, sentence in (
        (figures.documents, _("In the document review the assessors differed in %(percent)s%% of the pairs (%(number)s of %(of)s).")),
        (figures.site, _("On site the assessors differed in %(percent)s%% of the pairs (%(number)s of %(of)s).")),
    ):
        if one.reaches("differing"):
            yield sentence % counted(one)


def _told(figures):
    for name, sentence in (
        ("misled", _("The documents mislead: of what they showed as met %(percent)s%% was not met in the end (%(number)s of %(of)s).")),
        ("supplement", _("A supplement had to be asked for in %(percent)s%% of the cases (%(number)s of %(of)s).")),
        ("comments", _("A comment of the provider changed the facts in %(percent)s%% of the cases (%(number)s of %(of)s).")),
    ):
        share = getattr(figures, name)
        if share.reaches(name):
            yield sentence % counted(share)


def _appealed(figures):
    """An appeal that was upheld is no chance, however few there are."""
    upheld = figures.appeals.number
    if not upheld or upheld < settings.INSIGHT["appeals"]:
        return ""
    return ngettext("%(count)s appeal was upheld.", "%(count)s appeals were upheld.", upheld) % {"count": upheld}


def counted(share):
    return {"percent": share.percent, "number": share.number, "of": share.of}
