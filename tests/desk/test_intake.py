"""What came on paper: entered by the agency, marked, handed to its owner, an application entered for it."""
import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from accounts.models import District, User
from certification.models import Round
from core import clock
from core.errors import Refused
from core.files import open_stored
from core.models import AuditEvent
from core.tenancy import within
from core.wording import moment_in_words
from correspondence.models import Deadline
from evaluations import workflow as cases
from evaluations.models import Answer, Application, Receipt, Seal
from providers import permissions, queries, workflow
from providers.models import Offering, Provider, ProviderInvitation, ProviderMember, ServiceType
from tests import factories as f
from tests import files
from tests.documents import said_in
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import pledged
from tests.providers.test_workflow import stage_of

PAPER = clock.now().replace(second=0, microsecond=0) - timedelta(hours=4)
NEW = "/busan/admin/providers/paper/?lang=en"


@pytest.fixture(autouse=True)
def numbers_never_issued(settings):
    settings.DEMO = True


@pytest.fixture
def typed(db):
    return lambda **other: {
        "name": "라온아동상담센터", "name_en": "", "business_number": f.number(810000), "head_name": "정하늘", "phone": "051-000-0000",
        "email": "office@raon.example", "district": District.objects.get(code="26530").pk, "postcode": "46900",
        "address_base": "부산광역시 사상구 나눔로 3", "address_detail": "", "certificate": files.upload(files.pdf(), "등록증.pdf"),
        "paper": files.upload(files.pdf() + b"\n", "신청서.pdf")} | other


@pytest.fixture
def officer(busan, sit_down):
    return sit_down(busan.officer)


@pytest.fixture
def on_paper(busan, officer, typed):
    officer.post(NEW, typed())
    with within(busan.agency):
        return Provider.everything.get(name="라온아동상담센터")


def desk_page(provider, *parts):
    return f"/busan/admin/providers/{provider.public_id}/" + "".join(f"{part}/" for part in parts) + "?lang=en"


def test_a_provider_from_paper_is_marked_with_who_and_when_and_keeps_the_scan(busan, officer, on_paper, words_of):
    words = words_of(officer.get(desk_page(on_paper)))
    assert "CNRY-busan-officer entered it on" in words
    assert "신청서.pdf" in words
    assert "Taken in by the agency from paper" in words
    with within(busan.agency):
        assert on_paper.entered_by_proxy_by_id == busan.officer.pk
        assert not on_paper.members.exists()
        assert sorted(on_paper.documents.values_list("kind", flat=True)) == ["business_registration", "paper"]
        assert queries.confirmation_due(on_paper)


@pytest.mark.parametrize("who", ["director", "auditor", "admin", "trainer", "owner"])
def test_nobody_else_enters_papers(who, busan, sit_down, typed):
    assert sit_down(getattr(busan, who)).post(NEW, typed()).status_code == 403
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.register_by_proxy(actor=Actor.of(getattr(busan, who)), certificate=None, paper=None, business_number=f.number(1))


@pytest.mark.parametrize(("wrong", "sentence"), [
    ({"phone": "12"}, "with its area code"), ({"paper": ""}, "required"),
    ({"business_number": None}, "already registered with this agency")])
def test_what_is_wrong_has_its_sentence_and_nothing_typed_is_lost(wrong, sentence, busan, officer, typed, words_of):
    wrong = {name: busan.provider.business_number if value is None else value for name, value in wrong.items()}
    page = officer.post(NEW, typed(**wrong))
    assert sentence in words_of(page)
    assert "라온아동상담센터" in page.content.decode()


def test_the_agency_enters_its_sites_and_services_until_an_owner_is_there(busan, officer, on_paper):
    with within(busan.agency):
        site = workflow.add_site(on_paper, actor=Actor.of(busan.officer), name="본점", phone="0510000000", postcode="46900",
                                 district=on_paper.district, address_base="부산 사상구 나눔로 3")
    page = officer.get(f"/busan/portal/{on_paper.public_id}/?lang=en")
    assert "Add a site" in page.content.decode()
    with within(busan.agency):
        f.ProviderMemberFactory(provider=on_paper, role="owner")
        with pytest.raises(PermissionDenied):
            workflow.add_offering(site, actor=Actor.of(busan.officer), service_type=ServiceType.objects.first())
    with within(busan.agency), pytest.raises(PermissionDenied):             # nor anything of a provider that registered itself
        workflow.correct_provider(busan.provider, actor=Actor.of(busan.officer), phone="0511111111")


def test_it_is_handed_to_its_owner_by_an_invitation(busan, officer, on_paper, words_of):
    page = officer.post(desk_page(on_paper, "owner"), {"owner-email": "no address", "owner-language": "ko"})
    assert "valid email" in words_of(page)
    page = officer.post(desk_page(on_paper, "owner"), {"owner-email": "owner@raon.example", "owner-language": "ko"}, follow=True)
    assert "on its way to owner@raon.example" in words_of(page)
    with within(busan.agency):
        invitation = ProviderInvitation.everything.get()
        assert invitation.role == "owner"
        user = workflow.accept_invitation(invitation, actor=Actor.public(), password_hash="!")
        assert ProviderMember.everything.get(user=user).role == "owner"
        assert not permissions.acts_by_proxy(Actor.of(busan.officer), on_paper)
    assert "Hand it to its owner" not in words_of(officer.get(desk_page(on_paper)))
    assert officer.post(desk_page(on_paper, "owner"), {"owner-email": "x@y.example", "owner-language": "ko"}).status_code == 403


def test_of_two_who_were_invited_as_owner_the_first_is(busan, on_paper):
    with within(busan.agency):
        first, second = (workflow.invite_owner(on_paper, f"{name}@raon.example", actor=Actor.of(busan.officer)) for name in ("one", "two"))
        workflow.accept_invitation(second, actor=Actor.public(), password_hash="!")
        with pytest.raises(Refused):
            workflow.accept_invitation(first, actor=Actor.public(), password_hash="!")
        assert on_paper.members.filter(left_at=None).count() == 1


def test_an_owners_invitation_is_withdrawn_at_the_desk(busan, officer, on_paper, words_of):
    officer.post(desk_page(on_paper, "owner"), {"owner-email": "owner@raon.example", "owner-language": "ko"})
    with within(busan.agency):
        invitation = ProviderInvitation.everything.get()
    page = officer.post(f"/busan/admin/providers/invitations/{invitation.public_id}/withdraw/?lang=en", follow=True)
    assert "Its link no longer works" in words_of(page)


def test_where_the_last_owners_account_is_closed_the_agency_invites_another(busan, officer):
    with within(busan.agency):
        with pytest.raises(PermissionDenied):
            workflow.invite_owner(busan.provider, "x@y.example", actor=Actor.of(busan.officer))
        User.objects.filter(pk=busan.owner.pk).update(is_active=False)
        assert workflow.invite_owner(busan.provider, "x@y.example", actor=Actor.of(busan.officer)).role == "owner"


# ---- an application

def local(moment):
    """As a browser sends it."""
    return f"{clock.seoul(moment):%Y-%m-%dT%H:%M}"


@pytest.fixture
def open_round(busan):
    with within(busan.agency):
        stage_of(busan.provider, "confirmed")
        return f.RoundFactory(version=f.published_version(indicators=1, framework=Path(busan).framework()))


def test_an_application_on_paper_is_entered_handed_in_and_marked(busan, officer, open_round, words_of):
    start = desk_page(busan.provider, "applications", "paper")
    with within(busan.agency):
        offering = Offering.everything.get(site__provider=busan.provider)
    typed = {"what": f"{open_round.public_id} {offering.public_id}", "arrived_at": local(PAPER)}
    page = officer.post(start, typed, follow=True)
    assert "Entered from paper" in words_of(page) and f"The paper arrived {moment_in_words(PAPER, 'en')}" in words_of(page)
    with within(busan.agency):
        application, answer = Application.everything.get(), Answer.everything.get()
        assert application.entered_by_proxy_by_id == busan.officer.pk
    officer.post(f"/busan/portal/answers/{answer.public_id}/", {
        "rating": "meets", "explanation": "종이 신청서대로 적었습니다.", "version": 0, "do": "save",
        "files": [files.upload(files.pdf(), "규정.pdf")]})
    officer.post(f"/busan/portal/applications/{application.public_id}/pledge/", pledged("no"))
    assert "Begun and not handed in" in words_of(officer.get(start))
    page = officer.post(f"/busan/portal/applications/{application.public_id}/submit/?lang=en", follow=True)
    assert "The application has arrived" in words_of(page)
    case = words_of(officer.get(f"/busan/admin/cases/{application.public_id}/?lang=en"))
    assert "Entered from paper CNRY-busan-officer" in case
    with within(busan.agency):
        assert Application.everything.get().stage == "submitted"
        receipt = cases.keep_receipt(Receipt.everything.get(), actor=Actor.system("tests"))
        with open_stored(receipt.file) as paper:
            said = said_in(paper.read())
            assert "종이신청서입력" in said and f"도착{moment_in_words(PAPER, 'ko')}".replace(" ", "") in said
        seal = Seal.everything.get()
        kept = json.loads(seal.canonical)
        assert seal.sealed_at == PAPER and kept["on_paper"] and seal.entered_at > PAPER
        assert (kept["arrived_at"], kept["entered_at"]) == (clock.seoul(PAPER).isoformat(), clock.seoul(seal.entered_at).isoformat())


def test_nobody_enters_an_application_beside_one_that_the_provider_has_begun(busan, open_round):
    path = Path(busan, round=open_round).started()
    with within(busan.agency):
        with pytest.raises(Refused):
            cases.start_on_paper(open_round, path.application.offering, arrived_at=PAPER, actor=Actor.of(busan.officer))
        with pytest.raises(PermissionDenied):                               # and the officer writes nothing into the provider's own
            cases.pledge(path.fresh(), shows_head_name=False, actor=Actor.of(busan.officer))


@pytest.mark.parametrize("who", ["director", "auditor", "owner", "neighbour"])
def test_nobody_else_enters_an_application(who, busan, open_round):
    with within(busan.agency), pytest.raises(PermissionDenied):
        offering = Offering.everything.get(site__provider=busan.provider)
        cases.start_on_paper(open_round, offering, arrived_at=PAPER, actor=Actor.of(getattr(busan, who)))


def test_the_owner_reads_and_goes_on_with_what_the_agency_has_begun(busan, open_round, sit_down, words_of):
    with within(busan.agency):
        offering = Offering.everything.get(site__provider=busan.provider)
        application = cases.start_on_paper(open_round, offering, arrived_at=PAPER, actor=Actor.of(busan.officer))
    for who, status in (("owner", 200), ("manager", 200), ("director", 404), ("neighbour", 404)):
        assert sit_down(getattr(busan, who)).get(f"/busan/portal/applications/{application.public_id}/").status_code == status
    with within(busan.agency):
        cases.withdraw_application(application, actor=Actor.of(busan.owner))


def test_what_the_agency_entered_it_takes_back_only_while_there_is_no_owner(busan, open_round):
    with within(busan.agency):
        offering = Offering.everything.get(site__provider=busan.provider)
        application = cases.start_on_paper(open_round, offering, arrived_at=PAPER, actor=Actor.of(busan.officer))
        with pytest.raises(PermissionDenied):
            cases.withdraw_application(application, actor=Actor.of(busan.officer))
        ProviderMember.everything.filter(provider=busan.provider, role="owner").update(left_at=clock.now())
        cases.withdraw_application(application, actor=Actor.of(busan.officer))


# ---- when the paper came

@pytest.fixture
def offering(busan):
    with within(busan.agency):
        return Offering.everything.get(site__provider=busan.provider)


def closed_an_hour_ago(round):
    Round.everything.filter(pk=round.pk).update(closes_at=clock.now() - timedelta(hours=1))
    return Round.everything.get(pk=round.pk)


def filled_in(application, actor):
    """Everything that is asked for stands there."""
    answer = Answer.everything.get(application=application)
    cases.attach_upload(answer, files.upload(files.pdf(), "규정.pdf"), actor=actor)
    cases.save_answer(answer, rating="meets", explanation="종이 신청서대로 적었습니다.", base_version=0, actor=actor)
    cases.pledge(application, shows_head_name=False, actor=actor)


def test_what_arrived_in_time_is_entered_and_handed_in_after_the_round_closed(busan, officer, open_round, offering, words_of):
    with within(busan.agency):
        round = closed_an_hour_ago(open_round)
        start = desk_page(busan.provider, "applications", "paper")
    assert "until " in words_of(officer.get(start))
    sent = {"what": f"{round.public_id} {offering.public_id}", "arrived_at": local(PAPER)}
    assert officer.post(start, sent).status_code == 302
    with within(busan.agency):
        actor, application = Actor.of(busan.officer), Application.everything.get()
        filled_in(application, actor)
        with pytest.raises(Refused):                    # the provider itself comes too late: only the agency hands its paper in
            cases.submit_application(application, actor=Actor.of(busan.owner), arrived_at=clock.now())
        assert "제출" in officer.get(f"/busan/portal/applications/{application.public_id}/").content.decode()
        cases.submit_application(application, actor=actor, arrived_at=clock.now())
        assert Application.everything.get().submitted_at == PAPER
        assert Deadline.everything.get(kind="application.screen").event_on == clock.seoul(PAPER).date()
        told = AuditEvent.everything.get(verb="application.submitted").facts
        assert told["arrived_at"] < told["entered_at"] and not told["late_access"]


@pytest.mark.parametrize(("when", "sentence"), [
    (timedelta(hours=1), "still to come"), (timedelta(days=-60), "before the applications opened"),
    (timedelta(minutes=-30), "after the applications had closed")])
def test_a_paper_arrived_while_applications_were_received(when, sentence, busan, officer, open_round, offering, words_of):
    with within(busan.agency):
        closed_an_hour_ago(open_round)
    sent = {"what": f"{open_round.public_id} {offering.public_id}", "arrived_at": local(clock.now() + when)}
    page = words_of(officer.post(f"{desk_page(busan.provider, 'applications', 'paper')}", sent))
    assert sentence in page
    with within(busan.agency):
        assert not Application.everything.exists()


def test_the_arrival_is_corrected_until_it_is_handed_in_and_noted_anew_after_a_return(busan, officer, open_round, offering, words_of):
    with within(busan.agency):
        actor = Actor.of(busan.officer)
        application = cases.start_on_paper(open_round, offering, arrived_at=PAPER, actor=actor)
        page = f"/busan/admin/applications/{application.public_id}/paper/?lang=en"
        earlier = PAPER - timedelta(hours=3)
        assert officer.post(page, {"arrived_at": local(earlier)}).status_code == 302
        filled_in(application, actor)
        cases.submit_application(application, actor=actor, arrived_at=clock.now())
        assert Application.everything.get().submitted_at == earlier
        assert "its day of arrival stays" in words_of(officer.post(page, {"arrived_at": local(PAPER)}))
        cases.return_application(application, reason="서명이 없습니다.", actor=actor)
        assert "before the application was returned" in words_of(officer.post(page, {"arrived_at": local(PAPER)}))
        closed_an_hour_ago(open_round)
        with pytest.raises(Refused):                    # the paper of the first submission does not count twice
            cases.submit_application(application, actor=actor, arrived_at=clock.now())


def test_only_who_enters_it_notes_the_arrival_and_only_of_a_paper(busan, open_round, offering, sit_down):
    with within(busan.agency):
        application = cases.start_on_paper(open_round, offering, arrived_at=PAPER, actor=Actor.of(busan.officer))
        for who in ("director", "owner"):
            with pytest.raises(PermissionDenied):
                cases.note_paper_arrival(application, arrived_at=PAPER, actor=Actor.of(getattr(busan, who)))
        cases.withdraw_application(application, actor=Actor.of(busan.owner))
        own = Path(busan, round=open_round).started().submitted().application
    page = f"/busan/admin/applications/{own.public_id}/paper/"
    assert sit_down(busan.officer).get(page).status_code == 404
    with within(busan.agency), pytest.raises(PermissionDenied):
        cases.note_paper_arrival(own, arrived_at=PAPER, actor=Actor.of(busan.officer))
