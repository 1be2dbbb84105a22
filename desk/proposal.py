"""A proposal of teams put together for its page: cases with their pairs in words, who is missing and why, the load after it."""
from collections import Counter
from itertools import groupby

from evaluations.permissions import can_propose_teams
from evaluations.queries import changed_since, pairs_of, pool_rows, vacancies_of
from evaluations.queries.teams import teams_of
from evaluations.stages import ProposalStage
from evaluations.teams import reasons_in_words, vacancy_in_words

SHOWN = (ProposalStage.READY, ProposalStage.ACCEPTED, ProposalStage.DISCARDED, ProposalStage.REPLACED)


def proposal_context(actor, proposal):
    """While it is worked out or nothing was found there is nothing but its state."""
    context = {"proposal": proposal, "round": proposal.round, "may_act": can_propose_teams(actor)}
    if proposal.stage not in SHOWN or proposal.solved_at is None:
        return context
    pairs = list(pairs_of(actor, proposal))
    vacancies = vacancies_of(actor, proposal)
    there = teams_of(actor, {pair.application_id for pair in pairs} | {case.pk for case, _vacancy in vacancies})
    return context | {
        "pairs": pairs, "outcomes": {each: [pair for pair in pairs if pair.outcome == each] for each in {pair.outcome for pair in pairs}},
        "cases": [(case, there[case.pk], [(pair, reasons_in_words(pair.reasons, pair.load)) for pair in several])
                  for case, several in groupby(pairs, key=lambda pair: pair.application)],
        "vacancies": [(case, there[case.pk], vacancy["missing"], vacancy_in_words(vacancy)) for case, vacancy in vacancies],
        **(while_open(actor, proposal, pairs) if proposal.stage == ProposalStage.READY else {})}


def while_open(actor, proposal, pairs):
    """What matters as long as it can be accepted: what has changed since, and what each assessor would have in hand."""
    more = Counter(pair.user_id for pair in pairs)
    return {"changed": changed_since(actor, proposal),
            "loads": [(row, more[row.member.user_id], row.load + more[row.member.user_id]) for row in pool_rows(actor)]}
