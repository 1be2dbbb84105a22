"""The errand that works out what a finished round taught. It alone imports the statistics, and is imported by the worker."""
from collections import defaultdict
from itertools import combinations, pairwise
from statistics import fmean, median

from certification.models import Round
from evaluations import workflow
from evaluations.models import PracticeSheet
from evaluations.models.insight import Source
from evaluations.models.review import Verdict
from evaluations.queries import taught
from evaluations.queries.practice import compared
from evaluations.statistics import agreement, difference, share
from visits.models import Judgement

OK = {Source.DOCUMENTS: Verdict.OK, Source.SITE: Judgement.COMPLIANT}       # simply met, in the one place and the other
NONCOMPLIANT, DAY = Judgement.NONCOMPLIANT, 24 * 3600
MOMENTS = ("received", "reviewed", "visited", "checked", "decided", "announced")


def work_out_round(*, round_id):
    """Once nothing of it is under way; what has begun again meanwhile is worked out when it is announced."""
    round = Round.objects.visible_to(taught.LEARNING).get(pk=round_id)
    if taught.is_finished(round):
        cases = taught.cases_of(round)
        workflow.keep_insight(round, cases=cases.count(), deferred=taught.deferred_in(round), spans=spans_of(taught.moments_in(cases)),
                              **figures_of(cases), actor=taught.LEARNING)


def figures_of(cases):
    """{"indicators": [(indicator's id, code, position, figures)], "assessors": [(account's id, source, figures)]}"""
    agreed, indicators = taught.agreed_in(cases)
    sheets, found, consolidated = taught.sheets_in(cases), taught.findings_in(cases), taught.consolidated_in(cases)
    events = {"supplement": taught.supplemented_in(cases), "comments": taught.corrected_in(cases)}
    rows = by_code(agreed, indicators, sheets, found, consolidated, events, taught.appealed_in(cases))
    people = of_assessors(Source.DOCUMENTS, sheets, consolidated) + of_assessors(Source.SITE, found, agreed)
    return {"indicators": [(*indicators[code][:1], code, indicators[code][1], figures) for code, figures in rows.items()],
            "assessors": people}


def by_code(agreed, indicators, sheets, found, consolidated, events, appealed):
    """{code: figures}: `rate` beside that of all `others`; pairs who differed in the `documents` and on `site`; what the documents told of
    the result (`misled`, `left_open`, `reversed`); `supplement`, `comments`, `appeals`."""
    rows, bad = {}, [key for key, result in agreed.items() if result == NONCOMPLIANT]
    for code in indicators:
        here = [key for key in agreed if key[1] == code]
        short = sum(key[1] == code for key in bad)
        rows[code] = {
            "rate": share(short, len(here)), "others": share(len(bad) - short, len(agreed) - len(here)),
            "documents": agreement(pairs_of(sheets, here)), "site": agreement(pairs_of(found, here)),
            **documents_against_result({key: consolidated.get(key) for key in here}, agreed),
            **{name: share(sum(key in asked for key in here), len(here)) for name, asked in events.items()},
            "appeals": upheld(appealed, here)}
    return rows


def upheld(appealed, keys):
    """Of the appeals about an indicator. `appealed`: {(case, code): whether it was upheld}."""
    about = [appealed[key] for key in keys if key in appealed]
    return share(sum(about), len(about))


def pairs_of(judged, keys):
    """Every two colleagues' judgements of the same."""
    return [pair for key in keys for pair in combinations([value for _user, value in sorted(judged.get(key, {}).items())], 2)]


def documents_against_result(verdicts, agreed):
    """Of what the documents showed as met how much was not, of what they left open, and of what they showed as not met how much was."""
    def told(kinds, result):
        keys = [key for key, verdict in verdicts.items() if verdict in kinds]
        return share(sum((agreed[key] == NONCOMPLIANT) == result for key in keys), len(keys))
    return {"misled": told((Verdict.OK,), True), "left_open": told((Verdict.ONSITE, Verdict.SUPPLEMENT), True),
            "reversed": told((Verdict.FAIL,), False)}


def of_assessors(source, judged, result):
    """[(account's id, source, figures)]: how many were judged, the share less than met beside the colleagues' on the same, and how often it
    was what was agreed in the end."""
    beside, against, counted = defaultdict(lambda: defaultdict(list)), defaultdict(list), defaultdict(int)
    for key, values in judged.items():
        for user, value in values.items():
            counted[user] += 1
            others = [other != OK[source] for person, other in values.items() if person != user]
            if others:
                beside[user][key[0]].append((value != OK[source], fmean(others)))
            if key in result:
                against[user].append((value, result[key]))
    return [(user, source, person(beside[user], against[user], number)) for user, number in sorted(counted.items())]


def person(by_case, against, judged):
    shared = [one for several in by_case.values() for one in several]
    return {"judged": judged, "shared": len(shared),
            "own": round(fmean(own for own, _others in shared), 4) if shared else None,
            "colleagues": round(fmean(others for _own, others in shared), 4) if shared else None,
            "difference": difference([fmean(own for own, _others in several) - fmean(others for _own, others in several)
                                      for several in by_case.values()]),
            "agreement": agreement(against, ordered=True)}


def spans_of(moments):
    """[{"key", "days", "of"}]: the median of days from each moment to the next, over the cases that have both."""
    spans = []
    for start, end in pairwise(MOMENTS):
        days = [(one[end] - one[start]).total_seconds() / DAY for one in moments if one[start] and one[end] and one[end] >= one[start]]
        spans.append({"key": end, "days": round(median(days), 1) if days else None, "of": len(days)})
    return spans


def compare_practice(*, sheet_id):
    """How often a practice sheet is what was agreed, with kappa."""
    sheet = PracticeSheet.objects.visible_to(taught.LEARNING).get(pk=sheet_id)
    workflow.keep_comparison(sheet, agreement(compared(sheet), ordered=True), actor=taught.LEARNING)
