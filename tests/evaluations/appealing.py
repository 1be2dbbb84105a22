"""What tests of appeals have in common: a refusal that was announced, an appeal against it, who handles it, its answer."""
from datetime import timedelta

from django.utils.module_loading import import_string

from accounts.actors import Actor
from core import clock
from core.models import Errand
from core.tenancy import within
from correspondence.events import find_event
from evaluations import workflow
from evaluations.models import Appeal, AppealHandler, AppealPoint
from evaluations.workflow.appeal_answer import digest_of
from panels.models import Declaration
from panels.workflow import answer_declaration
from tests.evaluations import batch
from tests.remembered import beginning

TEXT = "현장심사 날에 기록을 보여 드렸습니다."
REASON = "올린 기록에서 확인하였습니다."


@beginning
def refused(place, unmet=("1.1.2",), name=None, days_ago=0, round=None):
    """A case of a provider of its own that was refused and told so, whose assessors and committee were others than the cast's."""
    with clock.travel(clock.now() - timedelta(days=days_ago)):
        path = batch.decided(place, round, name=name, unmet=unmet)
        announcement = batch.approved(place, path)
        with within(place.agency):
            workflow.announce_results(announcement, actor=Actor.system("tests"))
            path.fresh()
    return path


def begun(path, by=None, arrived_at=None):
    with within(path.place.agency):
        return workflow.start_appeal(path.fresh(), actor=path.as_(by or path.owner), arrived_at=arrived_at or clock.now())


def appeal_of(path):
    return Appeal.everything.select_related("application__provider", "decision", "answer_deadline").get(application=path.application)


def point_on(path, code="1.1.2"):
    return AppealPoint.everything.select_related("appeal").get(appeal__application=path.application,
                                                               **({"required__code": code} if code else {"required": None}))


def write(path, code="1.1.2", text=TEXT, by=None, base=None, arrived_at=None):
    with within(path.place.agency):
        point = point_on(path, code)
        return workflow.save_point(point, text=text, base_version=point.version if base is None else base,
                                   actor=path.as_(by or path.owner), arrived_at=arrived_at or clock.now())


def hand_in(path, by=None, arrived_at=None):
    with within(path.place.agency):
        return workflow.hand_in_appeal(appeal_of(path), actor=path.as_(by or path.owner), arrived_at=arrived_at or clock.now())


def appealed(path, *codes):
    """Handed in, with something said to each of these."""
    begun(path)
    for code in codes or ("1.1.2",):
        write(path, code)
    hand_in(path)
    return path


def name(path, *users, lead=None):
    with within(path.place.agency):
        return workflow.name_handlers(appeal_of(path), list(users), lead=lead or users[0], actor=path.officer)


def declare(path, user, interest=""):
    with within(path.place.agency):
        declaration = Declaration.everything.get(user=user, matter=appeal_of(path).matter)
        answer_declaration(declaration, has_interest=bool(interest), statement=interest, actor=path.as_(user))


def handled(path):
    """The cast's assessor leads and its committee member is the other; both have declared."""
    place = path.place
    name(path, place.assessor, place.committee)
    for user in (place.assessor, place.committee):
        declare(path, user)
    return path


def handler(path, user):
    return AppealHandler.everything.select_related("appeal", "user").get(appeal=appeal_of(path), user=user, ended_at=None)


def findings(path, upheld=True, reason=REASON):
    return {point.pk: (upheld, reason) for point in AppealPoint.everything.filter(appeal=appeal_of(path)).exclude(text="")}


def judge(path, user, upheld=True, hand_in=True, reason=REASON):
    with within(path.place.agency):
        return workflow.save_opinions(handler(path, user), findings(path, upheld, reason), hand_in=hand_in, actor=path.as_(user))


def proposed(path, upheld=True, given=None):
    """Both have handed in, and the lead has written the proposal."""
    handled(path)
    for user in (path.place.assessor, path.place.committee):
        judge(path, user, bool(upheld))
    with within(path.place.agency):
        workflow.propose_answer(appeal_of(path), given or findings(path, upheld), actor=path.as_(path.place.assessor))
    return path


def drafted(path, follows="reopen", text="", **how):
    with within(path.place.agency):
        return workflow.draft_answer(appeal_of(path), text=text, follows=follows, actor=path.officer, **how)


def released(path, by=None):
    with within(path.place.agency):
        appeal = appeal_of(path)
        return workflow.release_answer(appeal, digest_of(appeal), actor=path.as_(by or path.place.manager))


def approved(path, by=None):
    with within(path.place.agency):
        appeal = appeal_of(path)
        return workflow.approve_answer(appeal, digest_of(appeal), actor=path.as_(by or path.place.director))


def answered(path, upheld=True, follows="reopen"):
    """The whole way of an appeal that was handed in."""
    proposed(path, upheld)
    drafted(path, follows)
    released(path)
    approved(path)
    with within(path.place.agency):
        path.fresh()
    return path


def told(path, event):
    """The accounts that are told of this about the appeal; nobody, if nothing was sent."""
    with within(path.place.agency):
        sent = Errand.everything.filter(task="correspondence.tasks.announce", arguments__event=event).exists()
        return set(import_string(find_event(event).recipients)(appeal_of(path))) if sent else set()
