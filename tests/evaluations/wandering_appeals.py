"""Appeals of cases that wander: anybody tries any step of one at any time, and afterwards it is asked who handled it and what it did."""
from core import clock
from evaluations import workflow
from evaluations.models import Appeal, AppealHandler, AppealPoint, Assignment, Decision
from evaluations.queries import candidates_to_handle
from evaluations.stages import OPEN_APPEAL, AppealStage, Stage
from evaluations.workflow.appeal_answer import digest_of
from panels.models import RollEntry

WORDS = "기록을 다시 보아 주십시오."
UPHELD = (AppealStage.UPHELD, AppealStage.PARTLY)
FOLLOWS = ("reopen", "reopen", "replace", "stands")
APPEALED = ["appeal", "appeal", "name_handlers", "declare_all", "give_opinions", "propose", "draft_answer", "release_answer",
            "approve_answer", "approve_answer"]


class Appealing:
    """What `Wandering` may do with the appeals of its cases."""

    def appeal(self):
        """Begun, one point written and handed in."""
        case = self.case(Stage.NOT_CERTIFIED)
        owner = self.who(*(path.owner for path in self.paths if path.application.pk == case.pk))
        appeal = workflow.start_appeal(case, actor=owner, arrived_at=clock.now())
        point = AppealPoint.everything.filter(appeal=appeal).order_by("position").first()
        workflow.save_point(point, text=WORDS, base_version=point.version, actor=owner, arrived_at=clock.now())
        return workflow.hand_in_appeal(appeal, actor=owner, arrived_at=clock.now())

    def an_appeal(self):
        return self.pick(Appeal.everything.filter(stage__in=OPEN_APPEAL)) or self.pick(Appeal.everything.all())

    def name_handlers(self):
        """Any two who could by their role: some of them have assessed the case or decided it. In order only those whom nothing hinders,
        if there are any left."""
        appeal = self.an_appeal()
        if not appeal:
            return False
        free = [one.user for one in candidates_to_handle(appeal) if not one.against] if self.is_orderly else self.pool + self.members
        if len(free) < 2:
            return False
        two = self.dice.sample(free, 2)
        return workflow.name_handlers(appeal, two, lead=two[0], actor=self.officer)

    def end_handler(self):
        found = self.pick(AppealHandler.everything.filter(ended_at=None).select_related("appeal"))
        return bool(found) and self.dice.random() < 0.3 and workflow.end_handler(found, reason=WORDS, actor=self.officer)

    def give_opinions(self):
        """Everybody who handles it and has declared."""
        appeal = self.an_appeal()
        rows = AppealHandler.everything.filter(appeal=appeal, ended_at=None, handed_in_at=None).select_related("user") if appeal else []
        for one in rows:
            workflow.save_opinions(one, self.found(appeal), hand_in=True, actor=self.who(one.user))
        return bool(rows)

    def propose(self):
        appeal = self.an_appeal()
        leads = [one.user for one in AppealHandler.everything.filter(appeal=appeal, ended_at=None, is_lead=True).select_related("user")]
        return bool(appeal) and workflow.propose_answer(appeal, self.found(appeal), actor=self.who(*leads))

    def found(self, appeal):
        upheld = self.is_orderly or self.dice.random() < 0.7
        return {point.pk: (upheld, WORDS) for point in AppealPoint.everything.filter(appeal=appeal).exclude(text="")}

    def draft_answer(self):
        appeal = self.an_appeal()
        follows = FOLLOWS[0] if self.is_orderly else self.dice.choice(FOLLOWS)
        return bool(appeal) and workflow.draft_answer(appeal, text=WORDS, follows=follows, actor=self.officer)

    def release_answer(self):
        appeal = self.an_appeal()
        return bool(appeal) and workflow.release_answer(appeal, digest_of(appeal), actor=self.who(self.place.manager))

    def approve_answer(self):
        appeal = self.an_appeal()
        return bool(appeal) and workflow.approve_answer(appeal, digest_of(appeal), actor=self.who(self.place.director))

    def send_answer_back(self):
        appeal = self.an_appeal()
        return bool(appeal) and self.dice.random() < 0.7 and workflow.send_back_answer(appeal, WORDS, actor=self.who(self.place.director))

    def withdraw_appeal(self):
        appeal = self.an_appeal()
        owners = [path.owner for path in self.paths if appeal and path.application.pk == appeal.application_id]
        return bool(appeal) and self.dice.random() < 0.1 and workflow.withdraw_appeal(appeal, reason=WORDS, actor=self.who(*owners))


def handled_by_who_took_part():
    """Who handles an appeal, or has, and assessed the case or voted on the decision."""
    for one in AppealHandler.everything.select_related("appeal__decision"):
        assessed = Assignment.everything.filter(application=one.appeal.application_id, user__person=one.person_id)
        voted = RollEntry.everything.filter(ballot__item=one.appeal.decision.item_id, ballot__voided_at=None, person=one.person_id)
        if assessed.exists() or voted.exists():
            yield one


def reopened_by_nothing(pk):
    """A refused case goes on only by an appeal that was upheld against its last refusal, and awards only what that made compliant."""
    refusal = Decision.everything.filter(application=pk, kind=Decision.Kind.REFUSE).order_by("-pk").first()
    upheld = Appeal.everything.filter(decision=refusal, stage__in=UPHELD, follows__in=("reopen", "replace"))
    return not upheld.filter(letter__isnull=False).exists()
