"""An assessor's own pages: the entry, employers, days away, the pledge."""
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import clock
from core.tenancy import within
from panels.models import Absence, Employment, PoolMember, YearlyPledge
from panels.pledge import VERSION
from tests import factories as f

ENTRY = "/busan/assess/entry/"


@pytest.fixture(autouse=True)
def demo(settings):
    """Numbers that begin with 000 pass only with DEMO."""
    settings.DEMO = True


@pytest.fixture
def member(busan):
    with within(busan.agency):
        return f.PoolMemberFactory(user=busan.assessor)


@pytest.fixture
def assessor(busan, member, sit_down):
    return sit_down(busan.assessor)


def test_they_read_their_entry_and_are_asked_for_the_pledge(busan, member, assessor, words_of):
    with within(busan.agency):
        f.QualificationFactory(member=member, kind="양성과정", number="2026-7")
        f.EmploymentFactory(member=member, name="누리대학교", business_number="0008200006")
    words = words_of(assessor.get(f"{ENTRY}?lang=en"))
    for said in ("The yearly pledge is not signed yet.", "양성과정", "2026-7", "누리대학교", "000-82-00006"):
        assert said in words


def test_who_is_in_no_pool_reads_that_and_has_no_pledge(busan, sit_down, words_of):
    client = sit_down(busan.assessor)
    assert "You are not in the pool" in words_of(client.get(f"{ENTRY}?lang=en"))
    assert client.get(f"{ENTRY}pledge/").status_code == client.post(f"{ENTRY}employers/", {}).status_code == 404


@pytest.mark.parametrize("who", ["officer", "committee", "owner"])
def test_others_have_no_entry(busan, who, sit_down):
    assert sit_down(getattr(busan, who)).get(ENTRY).status_code == 403


def test_they_keep_their_employers_and_nothing_typed_is_lost(busan, assessor, words_of):
    typed = {"employer-name": "가온복지재단", "employer-number": "12", "employer-capacity": "employed", "employer-from_on": "2020-03-02"}
    page = assessor.post(f"{ENTRY}employers/?lang=en", typed)
    assert "has 10 digits; this has 2" in words_of(page) and 'value="가온복지재단"' in page.content.decode()
    page = assessor.post(f"{ENTRY}employers/?lang=en", typed | {"employer-number": "000-82-00006"}, follow=True)
    assert "The employer is noted." in words_of(page)
    with within(busan.agency):
        row = Employment.everything.get()
    page = assessor.post(f"{ENTRY}employers/{row.public_id}/end/?lang=en", {f"end-{row.public_id}-to_on": "2019-01-01"})
    assert "lies before the first" in words_of(page)
    assessor.post(f"{ENTRY}employers/{row.public_id}/end/", {f"end-{row.public_id}-to_on": clock.today().isoformat()})
    with within(busan.agency):
        assert Employment.everything.get().to_on == clock.today()


def test_nobody_ends_an_employer_of_somebody_else(busan, assessor):
    with within(busan.agency):
        other = f.PoolMemberFactory()
        employment, absence = f.EmploymentFactory(member=other), f.AbsenceFactory(member=other)
        # an officer reads every entry; here only one's own is kept
        f.MembershipFactory(user=busan.assessor, role="officer")
    assert assessor.post(f"{ENTRY}employers/{employment.public_id}/end/", {}).status_code == 404
    assert assessor.post(f"{ENTRY}absences/{absence.public_id}/remove/").status_code == 404


def test_they_note_days_away_and_take_them_back(busan, assessor, words_of):
    day = clock.today().isoformat()
    assert "required" in words_of(assessor.post(f"{ENTRY}absences/?lang=en", {"absence-from_on": day}))
    assessor.post(f"{ENTRY}absences/", {"absence-from_on": day, "absence-to_on": day, "absence-note": "학회"})
    with within(busan.agency):
        row = Absence.everything.get()
    assert "학회" in words_of(assessor.get(ENTRY))
    assessor.post(f"{ENTRY}absences/{row.public_id}/remove/")
    with within(busan.agency):
        assert not Absence.everything.exists()


def test_they_read_and_sign_this_years_pledge(busan, assessor, words_of):
    page = assessor.get(f"{ENTRY}pledge/?lang=en")
    assert "I judge every case by the criteria" in words_of(page)
    assert "read it again" in words_of(assessor.post(f"{ENTRY}pledge/?lang=en", {"version": "2019-1"}, follow=True))
    assert "Your pledge is on record" in words_of(assessor.post(f"{ENTRY}pledge/?lang=en", {"version": VERSION}, follow=True))
    with within(busan.agency):
        assert YearlyPledge.everything.get().signed_on == clock.today()
    assert "You signed it on" in words_of(assessor.get(f"{ENTRY}pledge/?lang=en"))


def test_it_asks_no_more_often_for_three_employers_than_for_one(busan, member, assessor):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assessor.get(ENTRY)
        return len(queries)

    def one_more():
        with within(busan.agency):
            whole = PoolMember.everything.get(pk=member.pk)
            f.EmploymentFactory(member=whole)
            f.QualificationFactory(member=whole)
            f.AbsenceFactory(member=whole)

    one_more()
    asked()
    one = asked()
    one_more()
    one_more()
    assert asked() <= one               # what the frame of the page has learned once it does not ask again


def test_they_say_themselves_how_many_cases_they_take_on_and_never_whether_they_lead(busan, member, assessor, words_of):
    assert "How many cases you take on" in words_of(assessor.get(f"{ENTRY}?lang=en"))
    wrong = assessor.post(f"{ENTRY}load/?lang=en", {"load-most_cases": "0"})
    assert "greater than or equal to 1" in words_of(wrong) and 'value="0"' in wrong.content.decode()
    page = assessor.post(f"{ENTRY}load/?lang=en", {"load-most_cases": "3", "load-may_lead": "", "limits-may_lead": ""}, follow=True)
    assert "The agency sees how many cases you take on." in words_of(page)
    with within(busan.agency):
        assert PoolMember.everything.values_list("most_cases", "may_lead").get() == (3, True)
