"""A proposal who should assess which case of a round: an integer program, solved by HiGHS through scipy. Reads and writes nothing.

Imported by the errand that solves it and by nothing that a web process imports: scipy weighs some 70 MB (docs/adr/0020).

What must hold: a team of the wanted size for each case, exactly one of it a lead who may lead, nobody above what they take on, nobody
where something stands in the way (conflict of interest, absence, the same assessor at a provider twice in a row). What is wished, the
heavier the earlier: every case has its team; the load is even; fields fit; journeys are short.
"""
from collections import Counter

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix

from evaluations.teams import (
    ANY_DISTRICT,
    ANY_FIELD,
    DISTRICT,
    FIELD,
    FULL,
    NO_CONFLICT,
    OTHER_DISTRICT,
    OTHER_FIELD,
    Assessor,
    Case,
    Pair,
    Proposal,
    Vacancy,
)

SECONDS = 10                                    # of HiGHS; what it has found by then is proposed
GAP = 0.005                                     # how far from the best a proposal may be
VACANT, NO_LEAD, UNEVEN, STRANGE_FIELD, NEAR_FIELD, DISTRICT_AWAY, PROVINCE_CROSSED = 1_000, 900, 20, 10, 4, 3, 1


def propose(cases: list[Case], assessors: list[Assessor], *, seconds: float = SECONDS) -> Proposal:
    """The proposal. A case without a whole team is among the vacancies, the others have theirs all the same."""
    if not cases:
        return Proposal((), (), True)
    program = Program(cases, assessors)
    found = milp(program.costs, integrality=program.whole, bounds=Bounds(0, program.most), constraints=program.rules(),
                 options={"time_limit": seconds, "mip_rel_gap": GAP})
    if found.x is None:
        raise TimeoutError("nothing was found in the time given")
    return program.read(np.round(found.x), is_best=found.status == 0)


def cost(case: Case, assessor: Assessor) -> int:
    """What speaks against a pair that is allowed."""
    strange = STRANGE_FIELD if assessor.fields and case.service not in assessor.fields else 0 if assessor.fields else NEAR_FIELD
    if not assessor.districts or case.district in assessor.districts:
        return strange
    same_province = any(one[:2] == case.district[:2] for one in assessor.districts)
    return strange + (DISTRICT_AWAY if same_province else DISTRICT_AWAY + PROVINCE_CROSSED)


def reasons(case: Case, assessor: Assessor) -> tuple[str, ...]:
    """Codes of what speaks for it, or against it and was taken all the same."""
    field = FIELD if case.service in assessor.fields else ANY_FIELD if not assessor.fields else OTHER_FIELD
    district = DISTRICT if case.district in assessor.districts else ANY_DISTRICT if not assessor.districts else OTHER_DISTRICT
    return field, district, NO_CONFLICT


class Program:
    """Variables: for each allowed pair whether it works on the case and whether it leads; for each case how many are missing and
    whether nobody leads; for each assessor each further case, dearer than the one before, so that the load evens out by itself."""

    def __init__(self, cases, assessors):
        self.cases, self.assessors = cases, assessors
        self.pairs = [(c, a) for c, case in enumerate(cases) for a, one in enumerate(assessors)
                      if one.key not in case.barred and one.most > one.load]
        self.leads = [place for place, (_c, a) in enumerate(self.pairs) if assessors[a].may_lead]
        self.steps = [(a, step) for a, one in enumerate(assessors) for step in range(one.load, one.most)]
        counts = (len(self.pairs), len(self.leads), len(cases), len(cases), len(self.steps))
        self.works, self.heads, self.missing, self.headless, self.loads = np.split(np.arange(sum(counts)), np.cumsum(counts)[:-1])
        self.costs = np.concatenate([
            [cost(cases[c], assessors[a]) for c, a in self.pairs], np.zeros(len(self.leads)), np.full(len(cases), VACANT),
            np.full(len(cases), NO_LEAD), [UNEVEN * step for _a, step in self.steps]])
        self.most = np.concatenate([np.ones(len(self.pairs)), np.ones(len(self.leads)), [case.size for case in cases],
                                    np.ones(len(cases)), np.ones(len(self.steps))])
        self.whole = np.ones(len(self.costs))

    def rules(self):
        """[LinearConstraint]"""
        return [
            # a team of its size, one lead unless there is one
            *self.each(len(self.cases), [(self.works, [c for c, _a in self.pairs]), (self.missing, range(len(self.cases)))],
                       [case.size for case in self.cases]),
            *self.each(len(self.cases), [(self.heads, [self.pairs[place][0] for place in self.leads]),
                                         (self.headless, range(len(self.cases)))], [0 if case.has_lead else 1 for case in self.cases]),
            # who leads works on it
            *self.below(),
            # each case of an assessor takes a step of the load
            *self.each(len(self.assessors), [(self.works, [a for _c, a in self.pairs]), (self.loads, [a for a, _step in self.steps], -1)],
                       np.zeros(len(self.assessors))),
        ]

    def each(self, count, terms, right):
        """In each of `count` rows the terms add up to the right side. A term: (variables, the row of each, sign)."""
        columns, rows, signs = [], [], []
        for variables, places, *sign in terms:
            columns.extend(variables)
            rows.extend(places)
            signs.extend([sign[0] if sign else 1] * len(variables))
        if not columns:
            return []
        matrix = coo_matrix((signs, (rows, columns)), shape=(count, len(self.costs)))
        return [LinearConstraint(matrix.tocsr(), right, right)]

    def below(self):
        if not self.leads:
            return []
        rows = np.arange(len(self.leads))
        matrix = coo_matrix((np.concatenate([np.ones(len(rows)), -np.ones(len(rows))]),
                             (np.concatenate([rows, rows]), np.concatenate([self.heads, self.works[self.leads]]))),
                            shape=(len(rows), len(self.costs)))
        return [LinearConstraint(matrix.tocsr(), -np.inf, 0)]

    def read(self, values, *, is_best):
        leading = {place for place, variable in zip(self.leads, self.heads, strict=True) if values[variable]}
        pairs = [Pair(self.cases[c].key, self.assessors[a].key, place in leading, reasons(self.cases[c], self.assessors[a]))
                 for place, (c, a) in enumerate(self.pairs) if values[self.works[place]]]
        eligible = Counter(c for c, _a in self.pairs)
        vacancies = [Vacancy(case.key, int(values[self.missing[c]]), eligible[c], bool(values[self.headless[c]]), self.against(case))
                     for c, case in enumerate(self.cases) if values[self.missing[c]] or values[self.headless[c]]]
        return Proposal(tuple(pairs), tuple(vacancies), is_best)

    def against(self, case):
        """{why: of how many} of those who could not be asked for it."""
        full = (FULL for one in self.assessors if one.key not in case.barred and one.most <= one.load)
        return dict(Counter([*case.barred.values(), *full]))
