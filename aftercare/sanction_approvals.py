"""Which approvals a sanction has: of the decision, and of the answer to the appeal against it."""
from panels import queries
from panels.stages import ApprovalStage

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


def is_before_the_city(approval):
    """Released where the agency has said that the city agrees first: it reads what it agrees to, until the director has decided."""
    return approval is not None and approval.needs_assent and approval.stage == ApprovalStage.RELEASED
