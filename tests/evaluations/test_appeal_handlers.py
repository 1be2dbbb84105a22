"""Who handles an appeal: nobody who took part, by person; declared first; each alone until all are in; then one proposal."""
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from accounts.actors import Actor
from accounts.models import Role
from core import clock
from core.errors import Refused
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Appeal, AppealFinding, AppealHandler, AppealOpinion, Application, Assignment, SealedFile
from evaluations.queries import appeals_to_declare, candidates_to_handle, points_of
from evaluations.workflow.appeal_handlers import leave_appeal
from panels.models import Declaration, Involvement, Recusal
from tests import factories as f
from tests.evaluations.appealing import (
    appeal_of,
    appealed,
    begun,
    declare,
    findings,
    hand_in,
    handled,
    handler,
    judge,
    name,
    refused,
    told,
    write,
)
from tests.evaluations.path import Path

PREPARED = "Prepared the meeting or the announcement of this decision."


@pytest.fixture
def path(busan):
    return appealed(refused(busan))


@pytest.fixture
def whole(busan):
    """A refusal whose team, committee and announcement are the cast's."""
    path = Path(busan, unmet=["1.1.2"]).announced()
    begun(path)
    write(path)
    hand_in(path)
    return path


def second_account(user, role, place):
    """Another account of the same person."""
    return f.MembershipFactory(role=role, user__email=f"again-{user.email}", user__person=user.person).user


def against(path):
    with within(path.place.agency):
        return {one.user: one.against for one in candidates_to_handle(appeal_of(path))}


def test_everybody_who_took_part_is_excluded_with_the_reason(whole, busan):
    found = against(whole)
    assert found[busan.officer] == [PREPARED]
    assert found[busan.manager] == ["Released or approved the announcement of this decision."]
    assert found[busan.assessor] == ["Was an assessor of this case."] and found[whole.assessors[1]]
    assert all(found[user] == ["Decided this case on the committee."] for user in whole.members)


def test_persons_are_compared_and_not_accounts(whole, busan):
    with within(busan.agency):
        again = second_account(busan.assessor, Role.COMMITTEE, busan)
    assert against(whole)[again] == ["Was an assessor of this case."]
    with pytest.raises(Refused, match="cannot handle this appeal"):
        name(whole, again, busan.officer)


def test_an_assignment_that_ended_a_tie_and_a_recusal_exclude_too(path, busan):
    with within(busan.agency):
        Assignment.everything.create(application=path.application, user=busan.assessor, label="x", assigned_at=clock.now(),
                                     ended_at=clock.now(), ended_reason="교체")
        Recusal.everything.create(subject_type="evaluations.application", matter=path.application.matter, user=busan.committee,
                                  person=busan.committee.person, ground="detected", reason="연고", recused_at=clock.now())
        Involvement.everything.create(person=busan.manager.person, subject_type="providers.provider", subject=path.provider.public_id,
                                      kind="related", noted_at=clock.now())
        Involvement.everything.create(person=busan.officer.person, subject_type="providers.provider", subject=path.provider.public_id,
                                      kind="decided", matter=path.application.matter, noted_at=clock.now())
    found = against(path)
    assert found[busan.assessor] == ["Was an assessor of this case."] and found[busan.committee] == ["Stands back from this case."]
    assert "related" in found[busan.manager][-1].lower() and found[busan.officer] == ["Decided this case on the committee.", PREPARED]


def test_the_database_too_refuses_who_assessed_or_decided(whole, busan):
    with within(busan.agency):
        appeal = appeal_of(whole)
        for user in (busan.assessor, whole.members[1]):
            with pytest.raises(IntegrityError, match="assessed or decided"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("INSERT INTO evaluations_appealhandler (public_id, agency_id, appeal_id, user_id, person_id, is_lead,"
                               " named_at, ended_reason) VALUES (gen_random_uuid(), %s, %s, %s, %s, true, now(), '')",
                               [busan.agency.pk, appeal.pk, user.pk, user.person_id])
        with pytest.raises(IntegrityError, match="not the one of the account"), transaction.atomic():
            AppealHandler.everything.create(appeal=appeal, user=busan.assessor, person=busan.officer.person, named_at=clock.now())
        with pytest.raises(IntegrityError, match="stands back"), transaction.atomic():
            Recusal.everything.create(subject_type="x", matter=appeal.matter, user=busan.officer, person=busan.officer.person,
                                      ground="detected", reason="연고", recused_at=clock.now())
            AppealHandler.everything.create(appeal=appeal, user=busan.officer, person=busan.officer.person, named_at=clock.now())


@pytest.mark.parametrize("which", ["assessed", "decided"])
def test_assignment_and_vote_exclude_by_themselves_whatever_the_ledger_says(whole, busan, which):
    with within(busan.agency):
        Involvement.everything.filter(kind=which).update(matter=uuid.uuid4())
        appeal, user = appeal_of(whole), busan.assessor if which == "assessed" else whole.members[0]
    assert against(whole)[user] == ["Was an assessor of this case." if which == "assessed" else "Decided this case on the committee."]
    with within(busan.agency), pytest.raises(IntegrityError, match="assessed or decided"), transaction.atomic():
        AppealHandler.everything.create(appeal=appeal, user=user, person=user.person, named_at=clock.now())


def test_two_at_least_and_one_of_them_leads(path, busan):
    for users, lead, words in (([busan.assessor], busan.assessor, "At least two"),
                               ([busan.assessor, busan.committee], busan.officer, "Choose who writes")):
        with pytest.raises(Refused, match=words):
            name(path, *users, lead=lead)
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.name_handlers(appeal_of(path), [busan.assessor], lead=busan.assessor, actor=path.as_(busan.director))
    with pytest.raises(Refused, match="Has no role here"):
        name(path, busan.assessor, busan.trainer)
    name(path, busan.assessor, busan.committee)
    with within(busan.agency):
        assert appeal_of(path).stage == "handled"
        assert {(one.user, one.is_lead) for one in AppealHandler.everything.select_related("user")} == {
            (busan.assessor, True), (busan.committee, False)}
    assert told(path, "appeal.being_handled") == {path.owner}


def test_nothing_opens_before_the_declaration(path, busan):
    name(path, busan.assessor, busan.committee)

    def sees(model):
        return model.objects.visible_to(Actor.of(busan.assessor)).exists()

    with within(busan.agency):
        assert not sees(Appeal) and not sees(Application) and not sees(SealedFile)
        with pytest.raises(PermissionDenied):
            judge(path, busan.assessor)
    declare(path, busan.assessor)
    with within(busan.agency):
        assert sees(Appeal) and sees(Application) and sees(SealedFile)
    judge(path, busan.assessor)


def test_who_declares_an_interest_leaves_it_at_once(path, busan):
    name(path, busan.assessor, busan.committee)
    declare(path, busan.committee)
    with within(busan.agency):
        asked = Declaration.everything.get(user=busan.assessor, matter=appeal_of(path).matter)
        workflow.declare(asked, has_interest=True, statement="처남이 근무합니다.", actor=path.as_(busan.assessor))
        assert not Appeal.objects.visible_to(Actor.of(busan.assessor)).exists()
        assert AppealHandler.everything.get(user=busan.assessor).ended_at
    assert told(path, "appeal.stood_back") == {busan.officer, busan.manager}
    with pytest.raises(Refused, match="cannot handle this appeal"):
        name(path, busan.assessor, busan.officer)


def test_nobody_reads_an_opinion_before_all_are_in(path, busan):
    handled(path)
    judge(path, busan.assessor)

    def read_by(user):
        return AppealOpinion.objects.visible_to(Actor.of(user)).count()

    with within(busan.agency):
        assert [read_by(one) for one in (busan.assessor, busan.committee, busan.officer, busan.auditor, path.owner)] == [1, 0, 0, 0, 0]
    judge(path, busan.committee, upheld=False)
    with within(busan.agency):
        assert [read_by(one) for one in (busan.assessor, busan.committee, busan.officer, busan.auditor, path.owner)] == [2, 2, 2, 2, 0]
    assert told(path, "appeal.to_propose") == {busan.assessor}


def test_an_opinion_is_whole_and_never_changes_once_handed_in(path, busan):
    handled(path)
    with pytest.raises(Refused, match="Not judged yet"):
        judge(path, busan.assessor, reason="")
    judge(path, busan.assessor, upheld=None, hand_in=False, reason="아직")
    judge(path, busan.assessor)
    with pytest.raises(Refused, match="never changes"):
        judge(path, busan.assessor, upheld=False)
    with within(busan.agency):
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            AppealOpinion.everything.update(is_upheld=False)
        with pytest.raises(PermissionDenied):
            workflow.save_opinions(handler(path, busan.committee), {}, actor=path.as_(busan.assessor))


def test_only_the_lead_proposes_and_only_once_all_are_in(path, busan):
    handled(path)
    judge(path, busan.assessor)
    with within(busan.agency):
        def propose(user, **how):
            return workflow.propose_answer(appeal_of(path), findings(path, **how), actor=path.as_(user))

        with pytest.raises(Refused, match="once all opinions are in"):
            propose(busan.assessor)
        judge(path, busan.committee)
        for nobody in (busan.committee, busan.officer):
            with pytest.raises(PermissionDenied):
                propose(nobody)
        with pytest.raises(Refused, match="without a reason"):
            propose(busan.assessor, reason=" ")
        propose(busan.assessor)
        assert AppealFinding.everything.get().is_upheld
        assert not AppealFinding.objects.visible_to(Actor.of(path.owner)).exists()
        assert AppealFinding.objects.visible_to(Actor.of(busan.committee)).exists()
    assert told(path, "appeal.proposed") == {busan.officer, busan.manager}


def test_who_no_longer_handles_it_reads_nothing_and_counts_for_nothing(path, busan):
    with within(busan.agency):
        third, fourth = path.one_more(Role.OFFICER), path.one_more(Role.COMMITTEE)
    name(path, busan.assessor, busan.committee, third)
    for user in (busan.assessor, busan.committee):
        declare(path, user)
        judge(path, user)
    with within(busan.agency):
        with pytest.raises(Refused, match="reason"):
            workflow.end_handler(handler(path, third), reason=" ", actor=path.officer)
        assert appeal_of(path).opinions_at is None
        workflow.end_handler(handler(path, third), reason="휴직", actor=path.as_(busan.manager))
        assert appeal_of(path).opinions_at                                  # the two who stay have handed in
        workflow.end_handler(handler(path, busan.committee), reason="사임", actor=path.officer)
        assert not Appeal.objects.visible_to(Actor.of(busan.committee)).exists()
        assert appeal_of(path).opinions_at is None                          # one alone handles nothing
    name(path, fourth, lead=busan.assessor)
    declare(path, fourth)
    judge(path, fourth)
    with within(busan.agency):
        assert appeal_of(path).opinions_at
        people = [[one.handler.user for one in said.opinions] for said in points_of(Actor.of(busan.assessor), appeal_of(path))]
        assert people == [[busan.assessor, fourth]]                         # and nobody who has gone
    with pytest.raises(Refused, match="Nobody more is named"):
        name(path, third, lead=third)


def test_where_the_lead_leaves_another_leads_and_the_appeal_goes_on(path, busan):
    with within(busan.agency):
        third = path.one_more(Role.COMMITTEE)
    name(path, busan.assessor, busan.committee, third)
    for user in (busan.committee, third):
        declare(path, user)
        judge(path, user)
    with within(busan.agency):
        leave_appeal(appeal_of(path).matter, busan.assessor, actor=path.as_(busan.assessor))
        assert appeal_of(path).opinions_at
        assert handler(path, busan.committee).is_lead
        assert workflow.propose_answer(appeal_of(path), findings(path), actor=path.as_(busan.committee)).proposed_at


def test_once_it_is_over_it_asks_nobody_and_opens_to_nobody_who_gave_no_opinion(path, busan):
    name(path, busan.assessor, busan.committee)
    declare(path, busan.committee)
    with within(busan.agency):
        assert Appeal.objects.visible_to(Actor.of(busan.committee)).exists()
        workflow.withdraw_appeal(appeal_of(path), reason="", actor=path.as_(path.owner))
        for user in (busan.assessor, busan.committee):
            assert not Appeal.objects.visible_to(Actor.of(user)).exists()
            assert not appeals_to_declare(Actor.of(user)).exists()
        leave_appeal(appeal_of(path).matter, busan.assessor, actor=path.as_(busan.assessor))
    assert told(path, "appeal.stood_back") == set()


def test_the_team_and_the_committee_of_the_case_never_read_its_appeal(whole, busan):
    with within(busan.agency):
        for user in (*whole.assessors, *whole.members):
            assert not Appeal.objects.visible_to(Actor.of(user)).exists()
