"""How far a sanction and an appeal against it are, and where each can go from there."""
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SanctionStage(TextChoices):
    DRAFT = "draft", _("draft")
    NOTIFIED = "notified", _("waits for its hearing")
    HEARD = "heard", _("waits for the proposal")
    PROPOSED = "proposed", _("waits for the decision")
    DECIDED = "decided", _("decided, not yet in effect")
    IN_EFFECT = "in_effect", _("in effect")
    NO_EFFECT = "no_effect", _("decided, not carried out")
    LIFTED = "lifted", _("lifted early")
    OVER = "over", _("over")
    OVERTURNED = "overturned", _("set aside by an appeal")
    DROPPED = "dropped", _("ended without a sanction")


SANCTION_MOVES = {
    SanctionStage.DRAFT: {SanctionStage.NOTIFIED, SanctionStage.DROPPED},
    SanctionStage.NOTIFIED: {SanctionStage.HEARD, SanctionStage.DROPPED},
    SanctionStage.HEARD: {SanctionStage.PROPOSED, SanctionStage.DROPPED},
    SanctionStage.PROPOSED: {SanctionStage.DECIDED, SanctionStage.DROPPED},
    SanctionStage.DECIDED: {SanctionStage.IN_EFFECT, SanctionStage.OVERTURNED, SanctionStage.NO_EFFECT},   # the last: it ended meanwhile
    SanctionStage.IN_EFFECT: {SanctionStage.LIFTED, SanctionStage.OVER, SanctionStage.OVERTURNED},
    SanctionStage.NO_EFFECT: {SanctionStage.OVERTURNED},
    SanctionStage.LIFTED: {SanctionStage.OVERTURNED},
    SanctionStage.OVER: {SanctionStage.OVERTURNED},
    SanctionStage.OVERTURNED: set(),
    SanctionStage.DROPPED: set(),
}
BEFORE_DECISION = (SanctionStage.DRAFT, SanctionStage.NOTIFIED, SanctionStage.HEARD, SanctionStage.PROPOSED)
UNDER_WAY = (*BEFORE_DECISION, SanctionStage.DECIDED)
TAKEN = (SanctionStage.DECIDED, SanctionStage.IN_EFFECT, SanctionStage.NO_EFFECT, SanctionStage.LIFTED, SanctionStage.OVER,
         SanctionStage.OVERTURNED)
SHAPES = {
    SanctionStage.DRAFT: "todo", SanctionStage.NOTIFIED: "doing", SanctionStage.HEARD: "doing", SanctionStage.PROPOSED: "doing",
    SanctionStage.DECIDED: "doing", SanctionStage.IN_EFFECT: "refused", SanctionStage.LIFTED: "closed", SanctionStage.OVER: "closed",
    SanctionStage.OVERTURNED: "closed", SanctionStage.DROPPED: "closed", SanctionStage.NO_EFFECT: "closed",
}


class SanctionAppealStage(TextChoices):
    HANDED_IN = "handed_in", _("handed in")
    HANDLED = "handled", _("being handled")
    UPHELD = "upheld", _("upheld")
    PARTLY = "partly", _("upheld in part")
    REJECTED = "rejected", _("not upheld")
    WITHDRAWN = "withdrawn", _("withdrawn by the provider")


SANCTION_APPEAL_MOVES = {
    SanctionAppealStage.HANDED_IN: {SanctionAppealStage.HANDLED, SanctionAppealStage.WITHDRAWN},
    SanctionAppealStage.HANDLED: {SanctionAppealStage.UPHELD, SanctionAppealStage.PARTLY, SanctionAppealStage.REJECTED,
                                  SanctionAppealStage.WITHDRAWN},
    SanctionAppealStage.UPHELD: set(),
    SanctionAppealStage.PARTLY: set(),
    SanctionAppealStage.REJECTED: set(),
    SanctionAppealStage.WITHDRAWN: set(),
}
OUTCOMES = {"uphold": SanctionAppealStage.UPHELD, "partly": SanctionAppealStage.PARTLY, "reject": SanctionAppealStage.REJECTED}
OPEN_APPEAL = (SanctionAppealStage.HANDED_IN, SanctionAppealStage.HANDLED)
