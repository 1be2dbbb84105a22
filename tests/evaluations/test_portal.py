"""Applying as a provider's people do it: the list, the task list, the pledge, handing in, taking back."""
import uuid
from datetime import timedelta

import pytest

from accounts.actors import Actor
from core import clock
from core.models import AccessEntry
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Application, Seal
from evaluations.queries import findings_of
from evaluations.stages import Stage
from providers.models import Offering, Provider
from providers.workflow import enter_disposition
from tests import factories as f
from tests import files
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import answers_of, pledged, queries_of, signed_in, to, typed, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(busan):
    return signed_in(busan.owner)


@pytest.fixture
def open_round(busan):
    with within(busan.agency):
        Provider.everything.filter(pk=busan.provider.pk).update(stage="confirmed")
        return f.RoundFactory()


@pytest.fixture
def offering(busan):
    with within(busan.agency):
        return Offering.everything.get(site__provider=busan.provider)


def stage_of(path):
    with within(path.place.agency):
        return path.fresh().stage


# ---- eligibility

def test_what_the_round_asks_is_shown_with_its_facts_before_and_while_applying(busan, owner, open_round, offering):
    with within(busan.agency):
        officer = Actor.of(busan.officer)
        enter_disposition(busan.provider, kind="warning", from_on=clock.today(), authority="사상구청", actor=officer)
    page = words_of(owner.get(to("applications")))
    assert "1 requirement is not met" in page and "(사상구청)" in page and "You can write the application all the same." in page
    begun = owner.post(to("rounds", open_round.public_id, "apply"), {"offering": offering.public_id}, follow=True)
    assert "1 requirement is not met" in words_of(begun) and "No bar is entered." in words_of(begun)
    assert "All requirements 8" in words_of(begun)                                    # whose they are the page says, no need to here
    assert "All requirements" not in words_of(owner.get(to("applications")))          # begun: told where it is written


def test_what_is_not_known_is_said_to_be_looked_up(owner, open_round, offering):
    page = words_of(owner.get(to("applications")))
    assert "3 requirements are still to be looked up by the agency" in page and "You need not do anything." in page


def test_what_is_certified_has_no_button_and_a_sentence(busan, owner, open_round, offering):
    with within(busan.agency):
        f.CertificateFactory(offering=offering, valid_from=clock.today())
    page = words_of(owner.get(to("applications")))
    assert "the service at this site can only be renewed" in page and "Apply :" not in page


def test_not_met_keeps_nobody_from_handing_in(busan):
    path = Path(busan).written()
    with within(busan.agency):
        Offering.everything.filter(pk=path.application.offering_id).update(registered_on=clock.today())
    with within(busan.agency):
        findings = {one.requirement: one.met for one in findings_of(path.fresh())}
    assert findings["experience"] is False
    assert path.submitted().application.stage == Stage.SUBMITTED


def test_it_asks_as_often_for_three_offerings_as_for_one(busan, owner, open_round, offering):
    address = to("applications")
    owner.get(address)
    one = queries_of(owner, address)
    with within(busan.agency):
        for _ in range(2):
            f.OfferingFactory(site=f.SiteFactory(provider=busan.provider))
    assert queries_of(owner, address) == one


# ---- the list

def test_a_certified_place_begins_with_apply_and_ends_with_a_receipt(busan, owner, open_round, offering):
    """The whole way through the browser, with real files."""
    assert "Apply" in words_of(owner.get(to("applications")))
    begun = owner.post(to("rounds", open_round.public_id, "apply"), {"offering": offering.public_id}, follow=True)
    assert "0 of 3 indicators are written" in words_of(begun)
    with within(busan.agency):
        path = Path(busan)
        path.application = Application.everything.get(offering=offering)
    given = [("규정.pdf", files.pdf()), ("계획.hwpx", files.hwpx()), ("사진.jpg", files.jpg())]
    for answer, (name, content) in zip(answers_of(path), given, strict=True):
        owner.post(to("answers", answer.public_id), typed(
            answer, rating="meets", explanation="매월 첫 월요일에 점검합니다.", files=files.upload(content, name), do="next"))
    page = words_of(owner.get(to("applications", path.application.public_id)))
    assert "3 of 3 indicators are written" in page
    assert "1 thing is still missing." in page
    owner.post(to("applications", path.application.public_id, "pledge"), pledged("yes"))
    assert "CNRY-busan-provider-head" in words_of(owner.get(to("applications", path.application.public_id)))
    done = words_of(owner.post(to("applications", path.application.public_id, "submit"), follow=True))
    number = f"{clock.today().year}-001"
    for there in ("The application has arrived", number, "SHA-256", "The receipt is being made", "규정.pdf", "계획.hwpx", "사진.jpg",
                  "매월 첫 월요일에 점검합니다.", "The agency checks whether the requirements are met."):
        assert there in done
    assert stage_of(path) == Stage.SUBMITTED


def test_a_second_click_on_apply_leads_to_the_first_draft(owner, open_round, offering):
    first, second = (owner.post(to("rounds", open_round.public_id, "apply"), {"offering": offering.public_id}) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert "Begun already" in words_of(owner.get(to("applications")))


def test_the_list_tells_the_told_stage_and_what_is_next(busan, owner):
    Path(busan).decided()
    page = words_of(owner.get(to("applications")))
    assert "Final evaluation" in page
    assert "Decided" not in page
    assert "All applicants are told the result on the same day." in page


def test_without_a_provider_the_list_leads_to_registering(busan):
    page = signed_in(busan.employee).get(to("applications"))
    assert "No provider is registered with this account yet" in words_of(page)
    assert "/busan/portal/register/?lang=en" in page.content.decode()


def test_without_an_open_round_the_list_says_so(owner):
    assert "No round is open at the moment" in words_of(owner.get(to("applications")))


def test_a_round_for_other_services_names_them(busan, owner):
    with within(busan.agency):
        f.RoundFactory(services=[])
    assert "None of the services entered at your sites can be certified" in words_of(owner.get(to("applications")))


def test_a_viewer_is_offered_nothing_and_applies_in_vain(busan, open_round, offering):
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.provider, user=busan.neighbour, role="viewer")
    viewer = signed_in(busan.neighbour)
    assert f'value="{offering.public_id}"' not in viewer.get(to("applications")).content.decode()
    assert viewer.post(to("rounds", open_round.public_id, "apply"), {"offering": offering.public_id}).status_code == 403


def test_the_neighbours_offering_is_no_offering(busan, owner, open_round):
    with within(busan.agency):
        foreign = Offering.everything.get(site__provider=busan.neighbours)
    for offering in (foreign.public_id, uuid.uuid4(), "no uuid", ""):
        assert owner.post(to("rounds", open_round.public_id, "apply"), {"offering": offering}).status_code == 404


def test_a_round_that_is_not_open_refuses_with_a_sentence(busan, owner, offering):
    with within(busan.agency):
        closed = f.RoundFactory(opens_at=clock.now() - timedelta(days=9), closes_at=clock.now() - timedelta(days=2))
    answer = owner.post(to("rounds", closed.public_id, "apply"), {"offering": offering.public_id}, follow=True)
    assert "Applications for this round are not open now." in words_of(answer)
    with within(busan.agency):
        assert not Application.everything.exists()


def test_the_list_asks_as_often_for_three_applications_as_for_one(busan, owner):
    path = Path(busan).started()

    def queries():
        return queries_of(owner, to("applications"))

    queries()
    one = queries()
    with within(busan.agency):
        for _ in range(2):
            site = f.SiteFactory(provider=busan.provider)
            workflow.start_application(path.round, f.OfferingFactory(site=site), actor=path.as_(busan.owner), arrived_at=clock.now())
    assert queries() == one


# ---- the task list

def test_the_task_list_says_what_is_missing_and_why_the_button_is_off(busan, owner):
    path = Path(busan).started()
    first = answers_of(path)[0]
    owner.post(to("answers", first.public_id), typed(first, rating="meets"))
    page = owner.get(to("applications", path.application.public_id))
    words = words_of(page)
    for there in ("0 of 3 indicators are written", "still missing: explanation, evidence", "in progress", "not yet", "Go on with 1.1.1",
                  "the answer to indicator 1.1.2", "the pledge and the consents", "4 things are still missing.", "asked with the pledge"):
        assert there in words
    assert 'aria-disabled="true"' in page.content.decode()
    assert f"{path.application.public_id}/submit/" not in page.content.decode()


def test_an_unconfirmed_provider_writes_and_is_told_what_it_waits_for(busan, owner):
    path = Path(busan).written()
    with within(busan.agency):
        Provider.everything.filter(pk=busan.provider.pk).update(stage="registered")
    assert "confirmation of your organisation" in words_of(owner.get(to("applications", path.application.public_id)))
    owner.post(to("applications", path.application.public_id, "submit"))
    assert stage_of(path) == Stage.DRAFT


def test_the_task_list_asks_as_often_for_three_files_as_for_one(busan, owner):
    path = Path(busan).written()
    first = answers_of(path)[0]

    def queries():
        return queries_of(owner, to("applications", path.application.public_id))

    queries()
    one = queries()
    with within(busan.agency):
        for extra in (b"\n" * 7, b"\n" * 8):
            workflow.attach_upload(first, files.upload(files.pdf() + extra, "more.pdf"), actor=path.as_(busan.owner))
    assert queries() == one
    assert one <= 12


# ---- who gets where

PAGES = ["applications", "pledge", "withdraw", "submit", "report", "confirm", "receipt", "letter", "answer", "evidence", "sealed file"]


def page_of(path, page):
    application = path.application.public_id
    with within(path.place.agency):
        evidence = answers_of(path)[0].evidence.get().evidence
        sealed = Seal.everything.get(application=path.application).files.first()
    return {"applications": ("applications", application), "letter": ("letters", application),
            "confirm": ("applications", application, "report", "confirm"), "answer": ("answers", answers_of(path)[0].public_id),
            "evidence": ("evidence", evidence.public_id), "sealed file": ("sealed-files", sealed.public_id),
            }.get(page, ("applications", application, page))


@pytest.fixture
def handed_in(busan):
    return Path(busan).submitted()


@pytest.mark.parametrize("who", ["neighbour", "employee", "stranger"])
def test_whoever_is_not_of_the_provider_gets_404_everywhere(who, busan, daegu, handed_in):
    client = signed_in(daegu.owner if who == "stranger" else getattr(busan, who))
    for page in PAGES:
        address = to(*page_of(handed_in, page))
        assert {client.get(address).status_code, client.post(address).status_code} <= {404, 405}, page


def test_staff_have_pages_of_their_own(busan, handed_in):
    """But the sealed files are theirs to read, and the reading is noted."""
    client = signed_in(busan.officer)
    for page in PAGES[:-1]:
        assert client.get(to(*page_of(handed_in, page))).status_code in (404, 405), page
    assert b"".join(client.get(to(*page_of(handed_in, "sealed file"))).streaming_content).startswith(b"%PDF-")
    with within(busan.agency):
        entry = AccessEntry.everything.get(kind="download")
    assert (entry.user_id, entry.subject_id) == (busan.officer.pk, str(handed_in.application.pk))


def test_the_list_is_of_ones_own_provider_whoever_reads_cases_besides(busan, handed_in):
    with within(busan.agency):
        number = handed_in.fresh().number
    assert [number in words_of(signed_in(user).get(to("applications"))) for user in (busan.owner, busan.officer)] == [True, False]


def test_a_viewer_reads_and_cannot_write(busan):
    path = Path(busan).written()
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.provider, user=busan.neighbour, role="viewer")
    viewer, application, answer = signed_in(busan.neighbour), path.application.public_id, answers_of(path)[0]
    page = words_of(viewer.get(to("applications", application)))
    assert "Only owners and editors of the organisation hand in." in page
    assert "Withdraw this application" not in page
    writes = [
        (("answers", answer.public_id), typed(answer, explanation="다른 말")),
        (("answers", answer.public_id), typed(answer, files=files.upload(files.pdf() + b"\n" * 9, "x.pdf"))),
        (("applications", application, "pledge"), pledged("no")),
        (("applications", application, "submit"), {}), (("applications", application, "withdraw"), {"reason": ""}),
    ]
    assert [viewer.post(to(*parts), sent).status_code for parts, sent in writes] == [403] * 5
    assert 'name="do"' not in viewer.get(to("answers", answer.public_id)).content.decode()
    assert stage_of(path) == Stage.DRAFT


# ---- the pledge

def test_the_pledge_ticks_nothing_by_itself_and_wants_both_answers(busan, owner):
    path = Path(busan).started()
    address = to("applications", path.application.public_id, "pledge")
    assert "checked" not in owner.get(address).content.decode()
    wrong = owner.post(address, {"agreed": "on"})
    assert "This field is required." in words_of(wrong)
    with within(busan.agency):
        assert path.fresh().pledged_at is None
    owner.post(address, pledged("no"))
    with within(busan.agency):
        assert path.fresh().pledged_at and not path.application.shows_head_name
    assert "left out" in words_of(owner.get(to("applications", path.application.public_id)))


# ---- handing in

def test_in_time_is_who_arrived_in_time(busan, owner):
    path = Path(busan).written()
    address, closes = to("applications", path.application.public_id, "submit"), path.round.closes_at
    with clock.travel(closes):
        late = words_of(owner.post(address, follow=True))
        assert "The application period is over." in late
        assert stage_of(path) == Stage.DRAFT
    with clock.travel(closes - timedelta(seconds=20)):
        owner.post(address)
    assert stage_of(path) == Stage.SUBMITTED


def test_what_arrived_in_time_counts_however_long_the_house_took(busan, settings):
    path = Path(busan).written()
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.evaluations.portal_pages.an_hour_passes"]
    with clock.travel(path.round.closes_at - timedelta(minutes=30)):
        signed_in(busan.owner).post(to("applications", path.application.public_id, "submit"))
    assert stage_of(path) == Stage.SUBMITTED


def test_a_second_submission_finds_the_receipt(busan, owner):
    path = Path(busan).submitted()
    page = words_of(owner.post(to("applications", path.application.public_id, "submit"), follow=True))
    assert "Nothing was sent twice." in page
    assert path.application.number in page
    with within(busan.agency):
        assert Seal.everything.count() == 1


def test_what_was_returned_is_corrected_and_handed_in_again(busan, owner):
    path = Path(busan).submitted()
    with within(busan.agency):
        workflow.return_application(path.fresh(), reason="인력 현황을 고쳐 주십시오.", actor=path.officer)
    application = path.application.public_id
    page = words_of(owner.get(to("applications", application)))
    assert "인력 현황을 고쳐 주십시오." in page
    answer = answers_of(path)[0]
    owner.post(to("answers", answer.public_id), typed(answer, explanation="고쳤습니다."))
    page = words_of(owner.post(to("applications", application, "submit"), follow=True))
    assert "고쳤습니다." in page
    with within(busan.agency):
        assert Seal.everything.filter(application=path.application).count() == 2


def test_what_was_returned_stays_readable_when_the_round_is_over(busan, owner):
    path = Path(busan).submitted()
    with within(busan.agency):
        workflow.return_application(path.fresh(), reason="인력 현황을 고쳐 주십시오.", actor=path.officer)
    with clock.travel(path.round.closes_at + timedelta(days=1)):
        page = words_of(owner.get(to("applications", path.application.public_id)))
    assert "인력 현황을 고쳐 주십시오." in page
    assert "Applications for this round are not open now." in page
    assert "Hand in" not in page


# ---- taking back

def test_the_owner_withdraws_with_a_reason(busan, owner):
    path = Path(busan).submitted()
    address = to("applications", path.application.public_id, "withdraw")
    assert "This cannot be undone." in words_of(owner.get(address))
    page = words_of(owner.post(address, {"reason": "이전합니다."}, follow=True))
    assert "This application is withdrawn." in page
    with within(busan.agency):
        assert path.fresh().withdrawn_reason == "이전합니다."


def test_an_editor_cannot_withdraw(busan):
    path = Path(busan).submitted()
    editor = signed_in(busan.colleague)
    assert "Withdraw this application" not in words_of(editor.get(to("applications", path.application.public_id)))
    assert editor.post(to("applications", path.application.public_id, "withdraw"), {"reason": ""}).status_code == 403


def test_a_refused_withdrawal_keeps_what_was_typed(busan, owner):
    path = Path(busan).decided()
    page = owner.post(to("applications", path.application.public_id, "withdraw"), {"reason": "이전합니다."})
    assert "The committee is dealing with this application." in words_of(page)
    assert "이전합니다." in page.content.decode()


def test_who_was_let_in_late_finds_the_round_and_until_when_and_others_do_not(busan, owner):
    with within(busan.agency):
        closed = f.RoundFactory(opens_at=clock.now() - timedelta(days=9), closes_at=clock.now() - timedelta(days=2))
        access = f.RoundLateAccessFactory(round=closed, provider=busan.provider, until=clock.now() + timedelta(days=2))
    words = words_of(owner.get(to("applications")))
    assert "may still apply until" in words and access.closing_time in words
    assert closed.name_en not in words_of(signed_in(busan.neighbour).get(to("applications")))
