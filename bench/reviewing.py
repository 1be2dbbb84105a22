"""A case under document review: the whole sample framework, a hundred documents and more, and the sheet that an assessor has begun."""
from itertools import count, islice

from accounts.actors import Actor
from accounts.models import Membership, Person, Role, User
from bench.applying import written
from bench.rows import BEGINNING, signed_in
from core import clock
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Judgement
from panels.models import Declaration, PoolMember
from panels.workflow import answer_declaration
from providers.models import Provider

WHY = "등록일을 서류로 확인하였습니다."          # its rows are younger than the round
PLACE = 950                     # of its provider: the first ones have drafts


def assessor(serial):
    """A new account of the pool."""
    person = Person.objects.create(name="문소라", birth_on="1978-03-03", phone_hash=f"9{serial:063}", fingerprint=f"9{serial:063}")
    user = User.objects.create(email=f"assessor{serial}@bench.example", person=person)
    Membership.everything.create(user=user, role=Role.ASSESSOR, began_at=BEGINNING)
    PoolMember.everything.create(user=user, joined_at=BEGINNING)
    return user


def case_to_review(agency, round, officer, documents=100):
    """(public id of a judgement in the middle of the sheet, cookie of its assessor)."""
    with within(agency):
        provider = Provider.everything.filter(stage="confirmed").order_by("pk")[PLACE]
        application, owner = written(round, provider, documents)
        actor = Actor.of(officer)
        application = workflow.submit_application(application, actor=Actor.of(owner), arrived_at=clock.now())
        application = workflow.begin_screening(application, actor=actor)
        for check in application.checks.all():
            workflow.note_check(check, met=True, reason=WHY, actor=actor)
        application = workflow.pass_screening(application, actor=actor)
        lead, _second = [assigned(application, user, actor) for user in map(assessor, islice(count(1), 2))]
        sheet = workflow.begin_sheet(application, actor=Actor.of(lead))
        middle = Judgement.everything.filter(sheet=sheet).order_by("required__position")[9]
    return middle.public_id, signed_in(lead)


def assigned(application, user, actor):
    """Assigned, and bound to nobody in it."""
    workflow.assign_assessor(application, user, actor=actor)
    answer_declaration(Declaration.everything.get(user=user, matter=application.matter), has_interest=False, actor=Actor.of(user))
    return user
