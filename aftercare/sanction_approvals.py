"""Which approvals a sanction has: of the decision, and of the answer to the appeal against it."""
from panels import queries

DECISION, ANSWERING = "aftercare.sanction", "aftercare.sanctionappeal"
KIND, ANSWER_KIND = "sanction", "sanction_appeal"
PAGE, ANSWER_PAGE = "desk_sanction", "desk_sanction_of_appeal"              # where each is read and decided


def approval_of_decision(sanction):
    """Or None before the first draft."""
    return queries.approval_of(DECISION, sanction.public_id, KIND)


def approvals_of_decisions(sanctions):
    """{public id of a sanction: its latest approval}, in one statement."""
    return queries.approvals_of(DECISION, [one.public_id for one in sanctions], KIND)


def approval_of_answer(appeal):
    return queries.approval_of(ANSWERING, appeal.public_id, ANSWER_KIND)
