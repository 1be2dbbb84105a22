"""How far an application is, and where it can go from there: the whole path on one screen."""
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Received")
    SCREENING = "screening", _("Eligibility screening")
    DOCUMENT_REVIEW = "document_review", _("Document review")
    SITE_VISIT = "site_visit", _("Site visit")
    FACT_CHECK = "fact_check", _("Fact check")
    FINAL_EVALUATION = "final_evaluation", _("Final evaluation")
    DECIDED = "decided", _("Decided, not announced")
    CERTIFIED = "certified", _("Certified")
    NOT_CERTIFIED = "not_certified", _("Not certified")
    DEFERRED = "deferred", _("Deferred")
    RETURNED = "returned", _("Returned")
    WITHDRAWN = "withdrawn", _("Withdrawn")


MOVES = {
    Stage.DRAFT: {Stage.SUBMITTED, Stage.WITHDRAWN},
    Stage.SUBMITTED: {Stage.SCREENING, Stage.RETURNED, Stage.WITHDRAWN},
    Stage.SCREENING: {Stage.DOCUMENT_REVIEW, Stage.RETURNED, Stage.WITHDRAWN},
    Stage.DOCUMENT_REVIEW: {Stage.SITE_VISIT, Stage.WITHDRAWN, Stage.SCREENING},           # last: reopened by a manager
    Stage.SITE_VISIT: {Stage.FACT_CHECK, Stage.WITHDRAWN, Stage.DOCUMENT_REVIEW},
    Stage.FACT_CHECK: {Stage.FINAL_EVALUATION, Stage.WITHDRAWN, Stage.SITE_VISIT},
    Stage.FINAL_EVALUATION: {Stage.DECIDED, Stage.WITHDRAWN, Stage.FACT_CHECK},
    Stage.DECIDED: {Stage.CERTIFIED, Stage.NOT_CERTIFIED, Stage.DEFERRED, Stage.FINAL_EVALUATION},
    Stage.DEFERRED: {Stage.SITE_VISIT, Stage.FINAL_EVALUATION, Stage.WITHDRAWN},
    Stage.NOT_CERTIFIED: {Stage.FINAL_EVALUATION},      # an upheld appeal, and nothing else
    Stage.RETURNED: {Stage.SUBMITTED, Stage.WITHDRAWN},         # handed in again while the round is open
    Stage.CERTIFIED: set(),
    Stage.WITHDRAWN: set(),
}

ASSIGNED_IN = (Stage.SUBMITTED, Stage.SCREENING, Stage.DOCUMENT_REVIEW)            # assessors are given to it
WRITABLE = (Stage.DRAFT, Stage.RETURNED)                # the provider may still write
UNDER_WAY = (Stage.SUBMITTED, Stage.SCREENING, Stage.DOCUMENT_REVIEW, Stage.SITE_VISIT, Stage.FACT_CHECK, Stage.FINAL_EVALUATION)
ANNOUNCED = (Stage.CERTIFIED, Stage.NOT_CERTIFIED, Stage.DEFERRED)


FINAL = (Stage.CERTIFIED, Stage.NOT_CERTIFIED, Stage.WITHDRAWN)         # nothing leads on but an upheld appeal
REOPENS = {             # what a manager reopens, with a reason: the stage before, one at a time
    Stage.DOCUMENT_REVIEW: Stage.SCREENING, Stage.SITE_VISIT: Stage.DOCUMENT_REVIEW, Stage.FACT_CHECK: Stage.SITE_VISIT,
    Stage.FINAL_EVALUATION: Stage.FACT_CHECK, Stage.DECIDED: Stage.FINAL_EVALUATION,
}
PERIODS = {             # the period that runs in a stage, and can be prolonged
    Stage.SUBMITTED: "application.screen", Stage.SCREENING: "application.screen", Stage.DOCUMENT_REVIEW: "application.review",
    Stage.FACT_CHECK: "application.fact_check",
}


def reopened_to(stage, *, is_reviewed=False):
    """Where a case at this stage goes when a manager reopens it, or None. A review that is over is reopened before the screening is."""
    return stage if stage == Stage.DOCUMENT_REVIEW and is_reviewed else REOPENS.get(stage)


def as_told(stage):
    """The stage as it is told to the provider and to everybody outside: decided is not announced."""
    return Stage.FINAL_EVALUATION if stage == Stage.DECIDED else Stage(stage)


class SupplementStage(TextChoices):
    """A request for a supplement (보완요청). It is beside the case's stage, never one of its own."""

    DRAFT = "draft", _("being composed")
    SENT = "sent", _("waits for the answer")
    ANSWERED = "answered", _("answer received")
    LAPSED = "lapsed", _("not answered in time")
    DROPPED = "dropped", _("withdrawn")


SUPPLEMENT_MOVES = {
    SupplementStage.DRAFT: {SupplementStage.SENT, SupplementStage.DROPPED},
    SupplementStage.SENT: {SupplementStage.ANSWERED, SupplementStage.LAPSED, SupplementStage.DROPPED},
    SupplementStage.ANSWERED: set(),
    SupplementStage.LAPSED: set(),
    SupplementStage.DROPPED: set(),
}


class ChallengeStage(TextChoices):
    """A challenge of an assessor (기피 신청)."""

    OPEN = "open", _("waits for the decision")
    GRANTED = "granted", _("granted")
    REJECTED = "rejected", _("rejected")
    LAPSED = "lapsed", _("no longer needed")


CHALLENGE_MOVES = {
    ChallengeStage.OPEN: {ChallengeStage.GRANTED, ChallengeStage.REJECTED, ChallengeStage.LAPSED},
    ChallengeStage.GRANTED: set(),
    ChallengeStage.REJECTED: set(),
    ChallengeStage.LAPSED: set(),
}


class FactStage(TextChoices):
    """One round of the fact check: a draft report, what its provider says to it, what the team answers."""

    OPEN = "open", _("the provider reads it")
    CONFIRMED = "confirmed", _("no comments")
    HANDED_IN = "handed_in", _("comments wait for answers")
    ANSWERED = "answered", _("comments answered")
    CLOSED = "closed", _("fact check closed")
    DROPPED = "dropped", _("taken back")


FACT_MOVES = {
    FactStage.OPEN: {FactStage.CONFIRMED, FactStage.HANDED_IN, FactStage.CLOSED, FactStage.DROPPED},
    FactStage.CONFIRMED: {FactStage.CLOSED, FactStage.DROPPED},
    FactStage.HANDED_IN: {FactStage.ANSWERED, FactStage.DROPPED},       # never closed while a comment waits
    FactStage.ANSWERED: {FactStage.CLOSED, FactStage.DROPPED},
    FactStage.CLOSED: set(),
    FactStage.DROPPED: set(),
}
RUNNING_FACTS = (FactStage.OPEN, FactStage.CONFIRMED, FactStage.HANDED_IN, FactStage.ANSWERED)


class AppealStage(TextChoices):
    """An appeal (이의신청) against an announced refusal: one for each decision."""

    DRAFT = "draft", _("Draft")
    HANDED_IN = "handed_in", _("received")
    HANDLED = "handled", _("being handled")
    UPHELD = "upheld", _("upheld")
    PARTLY = "partly", _("upheld in part")
    REJECTED = "rejected", _("rejected")
    DISMISSED = "dismissed", _("dismissed as inadmissible")
    WITHDRAWN = "withdrawn", _("taken back by the provider")


APPEAL_MOVES = {
    AppealStage.DRAFT: {AppealStage.HANDED_IN},
    AppealStage.HANDED_IN: {AppealStage.HANDLED, AppealStage.DISMISSED, AppealStage.WITHDRAWN},
    AppealStage.HANDLED: {AppealStage.UPHELD, AppealStage.PARTLY, AppealStage.REJECTED, AppealStage.DISMISSED, AppealStage.WITHDRAWN},
    AppealStage.UPHELD: set(),
    AppealStage.PARTLY: set(),
    AppealStage.REJECTED: set(),
    AppealStage.DISMISSED: set(),
    AppealStage.WITHDRAWN: set(),
}
OPEN_APPEAL = (AppealStage.HANDED_IN, AppealStage.HANDLED)              # waits for its answer
ANSWERED_APPEAL = (AppealStage.UPHELD, AppealStage.PARTLY, AppealStage.REJECTED, AppealStage.DISMISSED)


class ProposalStage(TextChoices):
    """A proposal of teams for a round. It assigns nobody before somebody accepts it."""

    ASKED = "asked", _("being worked out")
    READY = "ready", _("can be looked at")
    FAILED = "failed", _("nothing found")
    ACCEPTING = "accepting", _("being assigned")
    ACCEPTED = "accepted", _("accepted")
    DISCARDED = "discarded", _("discarded")
    REPLACED = "replaced", _("replaced by a newer one")


PROPOSAL_MOVES = {
    ProposalStage.ASKED: {ProposalStage.READY, ProposalStage.FAILED, ProposalStage.DISCARDED, ProposalStage.REPLACED},
    ProposalStage.READY: {ProposalStage.ACCEPTING, ProposalStage.DISCARDED, ProposalStage.REPLACED},
    ProposalStage.FAILED: set(),
    ProposalStage.ACCEPTING: {ProposalStage.ACCEPTED},
    ProposalStage.ACCEPTED: set(),
    ProposalStage.DISCARDED: set(),
    ProposalStage.REPLACED: set(),
}
LIVE_PROPOSAL = (ProposalStage.ASKED, ProposalStage.READY, ProposalStage.ACCEPTING)
